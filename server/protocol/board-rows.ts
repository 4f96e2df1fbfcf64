// The rows of boards, and of the signs over the counters.
import { z } from 'zod'
import { Instant, Language, State, Words } from './fields.ts'
import { BoardSettings, MediumInfo, NoticeInfo } from './room-contract.ts'
import { IntakeRow, OfficeRow, SummaryRow } from './shared-rows.ts'

const calledName = z
  .string()
  .optional()
  .describe('First name and initial, where the office calls by name and the person agreed')

export const BoardVisit = z.object({
  id: z.string(),
  state: State.describe('called: the call stands; anything else: it is over'),
  kind: z.literal('visit'),
  ticket: z.string(),
  counter: z.string().describe('Code of the counter it was called to'),
  service: z.string().describe('Code of the service it was called for'),
  language: Language,
  call: z.number().int().describe('Id of its last announcement; a larger one is newer'),
  times: z.number().int().describe('How often it was announced: a recall counts one up'),
  calledAt: Instant,
  quiet: z.literal(true).optional().describe('Asked to be called without sound'),
  name: calledName,
})
export type BoardVisit = z.infer<typeof BoardVisit>

/** One service's line. */
export const BoardService = z.object({
  id: z.string().describe('service:CODE'),
  kind: z.literal('service'),
  code: z.string(),
  waiting: z.number().int().describe('People waiting for it now'),
  estimate: z
    .object({ from: z.number().int(), to: z.number().int() })
    .optional()
    .describe('Minutes; absent: nobody can say honestly'),
})
export type BoardService = z.infer<typeof BoardService>

const CounterState = {
  is: z.enum(['open', 'break', 'closed']),
  backAt: Instant.optional().describe('When whoever is on a break means to be back'),
}
export const BoardCounter = z.object({
  id: z.string().describe('counter:CODE'),
  kind: z.literal('counter'),
  code: z.string(),
  ...CounterState,
})
export type BoardCounter = z.infer<typeof BoardCounter>

/** The next numbers of one board's services. */
export const BoardNext = z.object({
  id: z.string().describe('next:CODE of the board'),
  kind: z.literal('next'),
  board: z.string(),
  tickets: z.array(z.string()).describe('In the order of the line; who is called may differ'),
})
export type BoardNext = z.infer<typeof BoardNext>

export const BoardSettingsRow = BoardSettings.extend({
  id: z.string().describe('board:CODE'),
  kind: z.literal('board'),
})
export type BoardSettingsRow = z.infer<typeof BoardSettingsRow>

export const NoticesRow = z.object({
  id: z.literal('notices'),
  kind: z.literal('notices'),
  notices: z.array(NoticeInfo),
})
export type NoticesRow = z.infer<typeof NoticesRow>

export const PlaylistRow = z.object({
  id: z.literal('playlist'),
  kind: z.literal('playlist'),
  media: z.array(MediumInfo.omit({ name: true, bytes: true })),
})
export type PlaylistRow = z.infer<typeof PlaylistRow>

/** Changes whenever the voice manifest may have changed. */
export const VoiceRow = z.object({
  id: z.literal('voice'),
  kind: z.literal('voice'),
  revision: z.string(),
})
export type VoiceRow = z.infer<typeof VoiceRow>

export const BoardRow = z.discriminatedUnion('kind', [
  OfficeRow,
  SummaryRow,
  IntakeRow,
  BoardSettingsRow,
  NoticesRow,
  PlaylistRow,
  VoiceRow,
  BoardService,
  BoardCounter,
  BoardNext,
  BoardVisit,
])
export type BoardRow = z.infer<typeof BoardRow>

// ---- the sign over a counter

export const SignOffice = OfficeRow.omit({ services: true, categories: true, counters: true })
export type SignOffice = z.infer<typeof SignOffice>

/** One counter, for the sign over it. */
export const SignRow = z.object({
  id: z.string().describe('counter:CODE'),
  kind: z.literal('sign'),
  code: z.string(),
  name: Words,
  is: z
    .enum(['closed', 'break', 'next', 'called', 'serving'])
    .describe('next: whoever is called next, please; serving without a ticket: busy otherwise'),
  backAt: CounterState.backAt,
  ticket: z.string().optional().describe('Of whoever is called or served here'),
  language: Language.optional(),
  person: calledName,
  call: z.number().int().optional().describe('Id of its last announcement'),
  times: z.number().int().optional().describe('How often it was announced'),
})
export type SignRow = z.infer<typeof SignRow>

export const AnySignRow = z.discriminatedUnion('kind', [SignOffice, IntakeRow, SignRow])
export type AnySignRow = z.infer<typeof AnySignRow>
