// What commands and other requests are answered with.
import { z } from 'zod'
import { Availability, CallRule, Instant, Language, State, Version, Words } from './fields.ts'
import { DeskVisit } from './desk-rows.ts'
import { IntakeRow } from './shared-rows.ts'

/** What another system says of the person: plain texts, for whoever serves. */
export const ContextCard = z.object({
  source: z.string().describe('Name of the other system'),
  lines: z.array(z.object({ label: z.string(), text: z.string(), href: z.string().optional() })),
})
export type ContextCard = z.infer<typeof ContextCard>

export const VisitAnswer = DeskVisit.extend({
  card: ContextCard.optional(),
  office: z.string(),
  version: Version,
  peopleAhead: z.number().int().nullable().describe('While waiting: how many are called before'),
  reason: z
    .object({
      rule: CallRule,
      class: z.string().optional(),
      minutes: z.number().optional(),
      shared: z.boolean().optional(),
      candidates: z.number().int(),
      passedOver: z.number().int(),
    })
    .nullable()
    .describe('Why this visit was called, in the answer to a call'),
})
export type VisitAnswer = z.infer<typeof VisitAnswer>

export const TicketAnswer = z.object({
  id: z.string(),
  state: State,
  office: z.string(),
  ticket: z.string(),
  service: z.string(),
  language: Language,
  arrivedAt: Instant,
  peopleAhead: z.number().int().nullable(),
  version: Version,
  follow: z
    .string()
    .optional()
    .describe('Path of the page on which a phone follows this ticket; for nobody else'),
})
export type TicketAnswer = z.infer<typeof TicketAnswer>

export const OfflineSeriesAnswer = z.object({ series: z.string().describe('Such as K2') })
export const OfflineJoined = z.object({
  visit: z.string().describe('What the number stands for in the office'),
  office: z.string(),
  version: Version,
})
export type OfflineJoined = z.infer<typeof OfflineJoined>

export const AgentAnswer = z.object({
  office: z.string(),
  version: Version,
  agent: z.string(),
  counter: z.string().nullable(),
  availability: Availability.nullable(),
  services: z.array(z.string()).nullable(),
  counterKinds: z.array(z.string()).nullable(),
  languages: z.array(Language).nullable(),
})
export type AgentAnswer = z.infer<typeof AgentAnswer>

/** Codes of the services asked for most in the last 100 visits, the most frequent first. */
export const FrequentServices = z.object({ services: z.array(z.string()) })
export type FrequentServices = z.infer<typeof FrequentServices>

/** One fact of a visit, with what it changed; absent: not of this fact, or not said. */
export const ToldFact = z.object({
  seq: z.number().int(),
  type: z.string(),
  at: Instant,
  recordedAt: Instant,
  by: z.string().nullable().describe('Name of the member of staff; null: nobody of staff'),
  actor: z.enum(['staff', 'device', 'citizen', 'system']),
  counter: z.string().optional(),
  reason: z.string().optional(),
  services: z.array(z.string()).optional().describe('Asked for, added, changed to or finished'),
  priority: z.string().optional(),
  bookedAt: Instant.optional(),
  people: z.number().int().optional(),
  call: z
    .object({
      rule: CallRule,
      minutes: z.number().optional(),
      candidates: z.number().int(),
      passedOver: z.number().int(),
    })
    .optional()
    .describe('Why it was called and no other'),
  minutes: z.number().optional().describe('Waited for longer'),
  agent: z.string().nullable().optional().describe('Name of who alone may call it from now on'),
  office: z.string().optional().describe('Where it went, or came from'),
  officeName: Words.optional(),
  backAt: Instant.optional(),
  quantity: z.number().int().optional(),
  outcome: z.string().optional(),
  then: z.enum(['served', 'serving', 'waiting']).optional(),
  leftBy: z.enum(['staff', 'citizen', 'mistake']).optional(),
  endedAs: z.enum(['served', 'left', 'no-show']).optional(),
  endedAt: Instant.optional(),
  undoes: z.number().int().optional().describe('Seq of the fact that was undone'),
})
export type ToldFact = z.infer<typeof ToldFact>

/** What a visit was, fact by fact: for a manager who corrects it. */
export const VisitStory = z.object({
  visit: z.string(),
  office: z.string(),
  ticket: z.string(),
  facts: z.array(ToldFact),
  formerServices: z
    .array(z.object({ code: z.string(), name: Words }))
    .describe('Those in it that the office has no more, by the name they had last'),
})
export type VisitStory = z.infer<typeof VisitStory>

/** Visits of today that ended, the newest first, at most 200. */
export const EndedVisits = z.object({ visits: z.array(DeskVisit) })
export type EndedVisits = z.infer<typeof EndedVisits>

export const StaffMessage = z.object({
  id: z.string(),
  office: z.string(),
  from: z.string().describe('Name of who wrote it'),
  text: z.string(),
  sentAt: Instant,
})
export type StaffMessage = z.infer<typeof StaffMessage>
export const StaffMessages = z.object({ messages: z.array(StaffMessage) })
export type StaffMessages = z.infer<typeof StaffMessages>

export const OfficeDoor = z.object({ office: z.string(), version: Version, people: z.number() })
export const IntakeAnswer = z.object({ office: z.string(), version: Version, intake: IntakeRow })
export type IntakeAnswer = z.infer<typeof IntakeAnswer>
export const AlarmAnswer = z.object({ office: z.string(), version: Version, alarm: z.string() })
export type AlarmAnswer = z.infer<typeof AlarmAnswer>

const OfficeName = z.object({
  code: z.string(),
  name: Words,
  /** Absent: of none. */
  region: z.object({ code: z.string(), name: Words }).optional(),
})

export const Me = z.object({
  id: z.string(),
  kind: z.enum(['staff', 'device']),
  name: z.string(),
  role: z.string(),
  /** Null: every office. */
  office: z.string().nullable(),
  offices: z.array(OfficeName),
})
export type Me = z.infer<typeof Me>

/** Every office that is configured. */
export const OfficeNames = z.object({
  offices: z.array(OfficeName),
})
export type OfficeNames = z.infer<typeof OfficeNames>

export const SignedIn = z.object({ token: z.string().describe('For programs: Bearer'), me: Me })
export type SignedIn = z.infer<typeof SignedIn>

export const Health = z.object({ status: z.literal('ok') })
export const Ready = z.object({
  status: z.enum(['ready', 'not-ready']),
  database: z.enum(['sqlite', 'postgres']),
  synchronous: z.string().describe('What the database does before it says a commit is done'),
  timeZoneData: z.string(),
  clock: z.object({ now: Instant, speed: z.number() }),
  contract: z.number().int(),
  limits: z.boolean().describe('Whether request limits are on'),
})
export type Ready = z.infer<typeof Ready>
