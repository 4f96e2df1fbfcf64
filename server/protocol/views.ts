// What the screens are shown. A view is made of rows, each with an `id`; a change replaces rows by
// id and drops rows by id, and there is no other way to change a view. A visit's row is flat: `id`,
// then `state`. Each audience has rows of its own types: what a board may not know has no field.
import { z } from 'zod'
import {
  AccessNeed,
  ArrivedVia,
  Availability,
  CallRule,
  Channel,
  Instant,
  Language,
  Priority,
  State,
  StopReason,
  Version,
  Words,
} from './fields.ts'
import type { TicketRow } from './ticket-view.ts'

// ---- rows that several audiences share

export const ServiceInfo = z.object({
  code: z.string(),
  name: Words,
  description: Words.optional(),
  category: z.string(),
  prefix: z.string(),
  withdrawn: z.literal(true).optional().describe('Nobody new may ask for it'),
  bring: z.array(Words).optional().describe('What to bring, one thing each'),
  questions: z
    .array(z.object({ code: z.string(), words: Words }))
    .optional()
    .describe('Answered with yes or no while a ticket is taken'),
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

/** What may be asked for now by those who take a ticket themselves, why not, and when next. */
export const IntakeRow = z.object({
  id: z.literal('intake'),
  kind: z.literal('intake'),
  isOpen: z.boolean(),
  why: z.enum(['hours', 'exception', 'stopped']).nullable().describe('Why it is not open'),
  reason: StopReason.nullable().describe('Why it was stopped'),
  words: Words.nullable().describe('What the office says of today’s exception'),
  changesAt: Instant.nullable().describe('When it closes if open, opens if closed'),
  shut: z
    .array(
      z.object({
        service: z.string(),
        why: z.enum(['stopped', 'quota']),
        reason: StopReason.nullable(),
        until: Instant,
      }),
    )
    .describe('Services for which there are no tickets now'),
})
export type IntakeRow = z.infer<typeof IntakeRow>

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
  // What few visits have is absent from the others: rows are sent with each change.
  phone: z.string().optional(),
  email: z.string().optional(),
  needs: z.array(AccessNeed).optional(),
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

const Span = z.object({ from: z.number().int(), to: z.number().int() })
const Exception = z.object({ day: z.string(), spans: z.array(Span), words: Words })

/** The office, and what only a kiosk needs of it: it closes by itself when it is cut off. */
export const KioskOffice = OfficeRow.extend({
  hours: z
    .object({ week: z.array(z.array(Span)), exceptions: z.array(Exception) })
    .optional()
    .describe('Minutes of the office’s day, Monday first; absent: always open'),
  asks: z
    .object({ firstName: z.boolean(), phone: z.boolean(), keptDays: z.number().int() })
    .optional()
    .describe('What people may leave if they want to'),
})
export type KioskOffice = z.infer<typeof KioskOffice>

export const KioskRow = z.discriminatedUnion('kind', [KioskOffice, SummaryRow, IntakeRow])
export type KioskRow = z.infer<typeof KioskRow>

// ---- the public

export const Address = z.object({
  street: z.string(),
  city: z.string(),
  province: z.string(),
  postalCode: z.string(),
})
export type Address = z.infer<typeof Address>

/** The office as anybody may know it. */
export const PublicOffice = KioskOffice.omit({ counters: true, asks: true }).extend({
  address: Address.optional(),
  phone: z.string().optional(),
})
export type PublicOffice = z.infer<typeof PublicOffice>

export const PublicRow = z.discriminatedUnion('kind', [PublicOffice, SummaryRow, IntakeRow])
export type PublicRow = z.infer<typeof PublicRow>

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
export const PublicView = whole(PublicRow)
export type PublicView = z.infer<typeof PublicView>

/** The rows an audience may be shown, by audience. */
export interface RowsOf {
  desk: DeskRow
  board: BoardRow
  kiosk: KioskRow
  public: PublicRow
  ticket: TicketRow
}

// ---- answers to commands

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

/** What a visit was, fact by fact: for a manager who corrects it. */
export const VisitStory = z.object({
  visit: z.string(),
  office: z.string(),
  ticket: z.string(),
  facts: z.array(
    z.object({
      seq: z.number().int(),
      type: z.string(),
      at: Instant,
      recordedAt: Instant,
      by: z.string().nullable().describe('Name of the member of staff; null: nobody of staff'),
      counter: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
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

/** Every office that is configured. */
export const OfficeNames = z.object({
  offices: z.array(z.object({ code: z.string(), name: Words })),
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
