// The rows of a desk: everything staff are shown of an office.
import { z } from 'zod'
import {
  AccessNeed,
  ArrivedVia,
  Availability,
  Channel,
  Instant,
  Language,
  Priority,
  State,
  Words,
} from './fields.ts'
import { OfficeRow, SummaryRow, IntakeRow } from './shared-rows.ts'

export const RequestLine = z.object({
  id: z.number().int(),
  service: z.string(),
  channel: Channel,
  quantity: z.number().int(),
  done: z.boolean(),
  outcome: z.string().nullable(),
})
export type RequestLine = z.infer<typeof RequestLine>

export const DeskVisit = z.object({
  id: z.string(),
  state: State,
  kind: z.literal('visit'),
  ticket: z.string().describe('The number people see, such as A023'),
  sortKey: z.string().describe('Rows waiting, sorted by this text, are in the order of service'),
  service: z.string().describe('Code of the service waited for or served'),
  requests: z.array(RequestLine),
  current: z.number().int(),
  language: Language,
  priority: Priority,
  via: ArrivedVia,
  arrivedAt: Instant,
  since: Instant.describe('When it came into this state'),
  agent: z.string().nullable(),
  counter: z.string().nullable(),
  timesCalled: z.number().int(),
  heldFor: z.string().nullable(),
  backAt: Instant.nullable(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  // What few visits have is absent from the others: rows are sent with each change.
  waited: z
    .number()
    .int()
    .optional()
    .describe('Ms of waiting that have ended, from the booked time at the earliest; absent: none'),
  phone: z.string().optional(),
  email: z.string().optional(),
  needs: z.array(AccessNeed).optional(),
  mayBeCalledByName: z
    .literal(true)
    .optional()
    .describe('The room may be told a name, if it calls by name'),
  hasCard: z.literal(true).optional().describe('Another system says something: ask for the visit'),
  party: z.number().int().optional().describe('How many people share the ticket, from 2'),
  counterKind: z.string().optional(),
  bookedAt: Instant.optional(),
  raised: z.number().int().optional().describe('Put first by the rule of so many minutes'),
  announcedAt: Instant.optional().describe(
    'While called: when that was said last, if later than `since`',
  ),
  timesMissed: z.number().int().optional().describe('How often it was called and did not come'),
  timesWrong: z.literal(true).optional(),
  alike: z
    .array(z.object({ ticket: z.string(), state: State }))
    .optional()
    .describe('Other numbers of today, here or given up, that may be of the same person'),
})
export type DeskVisit = z.infer<typeof DeskVisit>

export const CounterRow = z.object({
  id: z.string().describe('counter: and its code'),
  kind: z.literal('counter'),
  code: z.string(),
  agent: z.string().nullable().describe('Id of the agent there; null: closed'),
  agentName: z.string().nullable(),
  availability: Availability.nullable(),
  reason: z.string().optional().describe('Why the agent is away, when a reason was given'),
  services: z.array(z.string()).nullable().describe('What the agent takes now; null: everything'),
  counterKinds: z.array(z.string()).nullable(),
  languages: z.array(Language).nullable(),
  visit: z.string().nullable().describe('Id of the visit there now'),
  since: Instant.nullable(),
})
export type CounterRow = z.infer<typeof CounterRow>

const Named = z.object({ code: z.string(), name: Words })
const Threshold = z.object({ attentionMinutes: z.number(), tooLongMinutes: z.number() })

/** What desks need of the office's own rules and words; sent when the office is configured. */
export const RulesRow = z.object({
  id: z.literal('rules'),
  kind: z.literal('rules'),
  classes: z.array(Named.extend({ creditMinutes: z.number() })),
  counterKinds: z.array(Named),
  outcomes: z.array(Named),
  outcomeNeeded: z.boolean(),
  agentFigures: z.literal(true).optional().describe('Agents may see their own figures'),
  callsByName: z.literal(true).optional().describe('A board calls those who agree by name'),
  reasons: z.object({
    hold: z.array(Named),
    away: z.array(Named),
    reorder: z.array(Named),
    correction: z.array(Named),
  }),
  afterRecalls: z.number().nullable().describe('Recalls before a call becomes a no-show'),
  afterSeconds: z.number().nullable().describe('Seconds before a call becomes a no-show'),
  unhurried: z.enum(['doubled', 'never']),
  wrapUpSeconds: z.number(),
  share: z.object({ walkIns: z.number(), appointments: z.number() }).nullable(),
  thresholds: z.object({ wait: Threshold, hold: Threshold, service: Threshold }),
})
export type RulesRow = z.infer<typeof RulesRow>

/** How far the office is in its share of walk-ins and appointments, and who is at the door. */
export const FloorRow = z.object({
  id: z.literal('floor'),
  kind: z.literal('floor'),
  shareStep: z.number().int().describe('Shared calls made in the present round'),
  door: z.object({ people: z.number().int(), at: Instant }).nullable(),
})
export type FloorRow = z.infer<typeof FloorRow>

/** An agent calls for help: shown to every colleague until it is over. */
export const AlarmRow = z.object({
  id: z.string(),
  kind: z.literal('alarm'),
  agent: z.string(),
  agentName: z.string().nullable(),
  counter: z.string().nullable(),
  since: Instant,
  accepted: z.array(z.string()).describe('Names of the colleagues who are coming'),
})
export type AlarmRow = z.infer<typeof AlarmRow>

export const DeskRow = z.discriminatedUnion('kind', [
  OfficeRow,
  RulesRow,
  FloorRow,
  AlarmRow,
  SummaryRow,
  IntakeRow,
  CounterRow,
  DeskVisit,
])
export type DeskRow = z.infer<typeof DeskRow>
