// What the screens are shown. A view is made of rows, each with an `id`; a change replaces rows by
// id and drops rows by id, and there is no other way to change a view. A visit's row is flat: `id`,
// then `state`. Each audience has rows of its own types: what a board may not know has no field.
import { z } from 'zod'
import {
  ArrivedVia,
  Availability,
  Channel,
  Instant,
  Language,
  Priority,
  State,
  Version,
  Words,
} from './fields.ts'

// ---- rows that several audiences share

export const ServiceInfo = z.object({
  code: z.string(),
  name: Words,
  description: Words.optional(),
  category: z.string(),
  prefix: z.string(),
})
export type ServiceInfo = z.infer<typeof ServiceInfo>

export const OfficeRow = z.object({
  id: z.literal('office'),
  kind: z.literal('office'),
  code: z.string(),
  name: Words,
  timeZone: z.string(),
  reception: z.boolean(),
  counters: z.array(z.object({ code: z.string(), name: Words })),
  categories: z.array(z.object({ code: z.string(), name: Words })),
  services: z.array(ServiceInfo),
})
export type OfficeRow = z.infer<typeof OfficeRow>

export const SummaryRow = z.object({
  id: z.literal('summary'),
  kind: z.literal('summary'),
  waiting: z.number().int().describe('People waiting now'),
})
export type SummaryRow = z.infer<typeof SummaryRow>

// ---- the desk

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
})
export type DeskVisit = z.infer<typeof DeskVisit>

export const CounterRow = z.object({
  id: z.string().describe('counter: and its code'),
  kind: z.literal('counter'),
  code: z.string(),
  agent: z.string().nullable().describe('Id of the agent there; null: closed'),
  agentName: z.string().nullable(),
  availability: Availability.nullable(),
  services: z.array(z.string()).nullable().describe('What the agent takes now; null: everything'),
  visit: z.string().nullable().describe('Id of the visit there now'),
  since: Instant.nullable(),
})
export type CounterRow = z.infer<typeof CounterRow>

export const DeskRow = z.discriminatedUnion('kind', [OfficeRow, SummaryRow, CounterRow, DeskVisit])
export type DeskRow = z.infer<typeof DeskRow>

// ---- the board

export const BoardVisit = z.object({
  id: z.string(),
  state: State,
  kind: z.literal('visit'),
  ticket: z.string(),
  counter: z.string().describe('Code of the counter it was called to'),
  language: Language,
  call: z.number().int().describe('Id of its announcement; a larger one is newer'),
  calledAt: Instant,
})
export type BoardVisit = z.infer<typeof BoardVisit>

export const BoardRow = z.discriminatedUnion('kind', [OfficeRow, SummaryRow, BoardVisit])
export type BoardRow = z.infer<typeof BoardRow>

// ---- the kiosk

export const KioskRow = z.discriminatedUnion('kind', [OfficeRow, SummaryRow])
export type KioskRow = z.infer<typeof KioskRow>

// ---- whole views

const whole = <Row extends z.ZodType>(row: Row) =>
  z.object({
    office: z.string(),
    version: Version,
    at: Instant.describe('The server’s clock when this was made'),
    rows: z.array(row),
  })

export const DeskView = whole(DeskRow)
export type DeskView = z.infer<typeof DeskView>
export const BoardView = whole(BoardRow)
export type BoardView = z.infer<typeof BoardView>
export const KioskView = whole(KioskRow)
export type KioskView = z.infer<typeof KioskView>

/** The rows an audience may be shown, by audience. */
export interface RowsOf {
  desk: DeskRow
  board: BoardRow
  kiosk: KioskRow
}

// ---- answers to commands

export const VisitAnswer = DeskVisit.extend({
  office: z.string(),
  version: Version,
  peopleAhead: z.number().int().nullable().describe('While waiting: how many are called before'),
  reason: z
    .object({
      rule: z.enum(['longest-wait', 'priority', 'returned', 'chosen']),
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
})
export type TicketAnswer = z.infer<typeof TicketAnswer>

export const AgentAnswer = z.object({
  office: z.string(),
  version: Version,
  agent: z.string(),
  counter: z.string().nullable(),
  availability: Availability.nullable(),
  services: z.array(z.string()).nullable(),
})
export type AgentAnswer = z.infer<typeof AgentAnswer>

export const Me = z.object({
  id: z.string(),
  kind: z.enum(['staff', 'device']),
  name: z.string(),
  role: z.string(),
  /** Null: every office. */
  office: z.string().nullable(),
  offices: z.array(z.object({ code: z.string(), name: Words })),
})
export type Me = z.infer<typeof Me>

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
