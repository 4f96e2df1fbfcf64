// Figures as they happen. A manager watches one office (`office:watch` as `manager`); a director or an
// executive a region or all offices (`province:watch`). Rows by id, as every view; lengths in ms. Rows
// that go on by themselves say since when: the page counts on with the server's clock.
import { z } from 'zod'
import { DOINGS, KINDS } from '../domain/figures/keys.ts'
import { Channel, Code, Instant, State, Version, Words } from './fields.ts'
import { FigureSet, Share, Spread } from './figures.ts'

/** What rows that change often say of the visits behind them. */
export const BriefFigures = z.object({
  counts: z.object({
    visits: z.number().int(),
    served: z.number().int(),
    left: z.number().int(),
    noShow: z.number().int(),
    closed: z.number().int(),
    notCome: z.number().int(),
    stillHere: z.number().int(),
    stillExpected: z.number().int(),
  }),
  wait: Spread,
  timeToLeave: Spread,
  serviceTime: Spread,
  withinTarget: Share,
  withinTargetServed: Share,
})
export type BriefFigures = z.infer<typeof BriefFigures>

const brief = { figures: BriefFigures }

/** All of today, and what the page needs to know of the office. */
export const TodayRow = z.object({
  id: z.literal('today'),
  kind: z.literal('today'),
  office: z.string(),
  name: Words,
  timeZone: z.string(),
  day: z.string().describe('The office’s day, YYYY-MM-DD'),
  isOpen: z.boolean().describe('By its hours'),
  tooLong: z.number().int().describe('Waiting in person for longer than the office’s target'),
  targetMinutes: z.number(),
  attentionMinutes: z.number(),
  door: z
    .object({ people: z.number().int(), at: Instant })
    .nullable()
    .describe('Counted by staff before they had a ticket, and when; null: not today'),
  figures: FigureSet,
})
export type TodayRow = z.infer<typeof TodayRow>

export const HalfHourRow = z.object({
  id: z.string().describe('half-hour: and its start'),
  kind: z.literal('half-hour'),
  at: z.string().describe('Start by the office’s clock, such as 09:30'),
  ...brief,
})
export type HalfHourRow = z.infer<typeof HalfHourRow>

export const ServiceFiguresRow = z.object({
  id: z.string().describe('service: and its code'),
  kind: z.literal('service'),
  service: z.string(),
  name: Words,
  openCounters: z.number().int().describe('Counters open now whose agent takes it'),
  ...brief,
})
export type ServiceFiguresRow = z.infer<typeof ServiceFiguresRow>

export const ChannelFiguresRow = z.object({
  id: z.string().describe('channel: and its code'),
  kind: z.literal('channel'),
  channel: Channel,
  ...brief,
})
export type ChannelFiguresRow = z.infer<typeof ChannelFiguresRow>

export const Doing = z.enum(DOINGS)

/** Minutes of agents at their counters, by what they did; what goes on now counts from `since`. */
export const TimeSplit = z.record(Doing, z.number()).describe('ms that are over')

/** What is done at a counter now; the agent’s own day only where the office shows such figures. */
export const CounterFiguresRow = z.object({
  id: z.string().describe('counter: and its code'),
  kind: z.literal('counter'),
  counter: z.string(),
  name: Words,
  doing: Doing.nullable().describe('Null: nobody is there'),
  since: Instant.nullable(),
  ticket: z.string().nullable(),
  agentName: z.string().nullable(),
  day: TimeSplit.nullable().describe('The agent’s day; null: not shown in this office'),
})
export type CounterFiguresRow = z.infer<typeof CounterFiguresRow>

/** Everybody’s time together: what is over. What goes on is in the counters’ rows. */
export const AgentsRow = z.object({
  id: z.literal('agents'),
  kind: z.literal('agents'),
  signedIn: z.number().int(),
  split: TimeSplit,
})
export type AgentsRow = z.infer<typeof AgentsRow>

/** Who is here now, without a name. */
export const HereRow = z.object({
  id: z.string(),
  state: State,
  kind: z.literal('visit'),
  ticket: z.string(),
  service: z.string(),
  channel: Channel,
  booking: z.enum(KINDS),
  party: z.number().int(),
  since: Instant.describe('While waiting: since when the wait counts; else of this state'),
  waited: z.number().describe('ms of the wait that are over'),
  counter: z.string().nullable(),
})
export type HereRow = z.infer<typeof HereRow>

/** A threshold of the office has been crossed: put at that very instant, dropped once it is over. */
export const AlertRow = z.object({
  id: z.string().describe('alert: what, and whose'),
  kind: z.literal('alert'),
  what: z.enum(['wait', 'hold', 'service']),
  visit: z.string(),
  ticket: z.string(),
  service: z.string(),
  counter: z.string().nullable(),
  since: Instant,
  crossedAt: Instant,
  afterMinutes: z.number(),
})
export type AlertRow = z.infer<typeof AlertRow>

const Codes = z.array(z.string()).readonly()
const OfLate = {
  services: Codes.describe('Those that most wait for first'),
}
const Tickets = z.number().int().describe('Of those who wait for long, whom it is about')

/** One thing that would help those who wait for long: what is known, and nothing estimated. */
export const Advice = z.discriminatedUnion('do', [
  z
    .object({ do: z.literal('call'), counters: Codes, ...OfLate, tickets: Tickets })
    .describe('These counters have nobody, and take some of them'),
  z
    .object({
      do: z.literal('back'),
      counter: z.string(),
      doing: z.enum(['break', 'away', 'back-office']),
      since: Instant,
      backAt: Instant.nullable().describe('When they mean to be back; null: not said'),
      ...OfLate,
      tickets: Tickets,
    })
    .describe('Who is not calling, and would take some of them'),
  z
    .object({ do: z.literal('profile'), counters: Codes, ...OfLate })
    .describe('These counters have nobody, and their work profiles leave all of them out'),
  z
    .object({ do: z.literal('untaken'), ...OfLate, tickets: Tickets })
    .describe('No agent at a counter takes these, on a break or not'),
  z
    .object({
      do: z.literal('open'),
      counters: Codes.describe('Those without an agent'),
      waiting: z.number().int(),
      open: z.number().int().describe('Open counters'),
    })
    .describe('How many wait for how many open counters'),
])
export type Advice = z.infer<typeof Advice>

/** What would help, the quickest first; there only while somebody waits for long. */
export const HelpRow = z.object({
  id: z.literal('help'),
  kind: z.literal('help'),
  isSoon: z.boolean().describe('Nobody has waited too long yet: of those who soon will have'),
  advice: z.array(Advice),
})
export type HelpRow = z.infer<typeof HelpRow>

export const ManagerRow = z.discriminatedUnion('kind', [
  TodayRow,
  HalfHourRow,
  ServiceFiguresRow,
  ChannelFiguresRow,
  AgentsRow,
  CounterFiguresRow,
  HereRow,
  AlertRow,
  HelpRow,
])
export type ManagerRow = z.infer<typeof ManagerRow>

export const ManagerView = z.object({
  office: z.string(),
  version: Version,
  at: Instant,
  rows: z.array(ManagerRow),
})
export type ManagerView = z.infer<typeof ManagerView>

// ---- the province

/** One office in one look, now and today. */
export const ProvinceOfficeRow = z.object({
  id: z.string().describe('office: and its code'),
  kind: z.literal('office'),
  office: z.string(),
  name: Words,
  region: z.string().nullable(),
  isOpen: z.boolean(),
  waiting: z.number().int().describe('Waiting now'),
  tooLong: z.number().int().describe('Of them, for longer than the office’s target'),
  longestSince: Instant.nullable().describe('Since when the longest wait counts'),
  openCounters: z.number().int(),
  targetMinutes: z.number(),
  ...brief,
})
export type ProvinceOfficeRow = z.infer<typeof ProvinceOfficeRow>

/** All offices that are watched, together. */
export const ProvinceRow = z.object({
  id: z.literal('province'),
  kind: z.literal('province'),
  offices: z.number().int(),
  waiting: z.number().int(),
  tooLong: z.number().int(),
  openCounters: z.number().int(),
  ...brief,
})
export type ProvinceRow = z.infer<typeof ProvinceRow>

export const ProgrammeFiguresRow = z.object({
  id: z.string().describe('programme: and its code'),
  kind: z.literal('programme'),
  programme: z.string(),
  name: Words,
  transactions: z.number().int(),
  ...brief,
})
export type ProgrammeFiguresRow = z.infer<typeof ProgrammeFiguresRow>

export const ProvinceFigures = z.discriminatedUnion('kind', [
  ProvinceRow,
  ProvinceOfficeRow,
  ProgrammeFiguresRow,
])
export type ProvinceFigures = z.infer<typeof ProvinceFigures>

export const ProvinceView = z.object({
  /** Which region is watched; empty: all offices. Named as in every change. */
  office: z.string(),
  version: Version,
  at: Instant,
  rows: z.array(ProvinceFigures),
})
export type ProvinceView = z.infer<typeof ProvinceView>

export const WatchProvince = z.strictObject({
  region: Code.optional().describe('Absent: every office within the asker’s scope'),
})
export type WatchProvince = z.infer<typeof WatchProvince>
