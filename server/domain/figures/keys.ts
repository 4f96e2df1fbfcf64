// The figures by name, and what they may be asked for and split by. Every length is in ms, whatever
// the screen makes of it. What a key means is said once, in `definitions.ts`.

/** Figures with a distribution: n, sum, mean, percentiles, maximum. */
export const SPREADS = [
  'preTicket',
  'wait',
  'waitSoFar',
  'callToDesk',
  'serviceTime',
  'handleTime',
  'holdTime',
  'timeInOffice',
  'timeToLeave',
  'lateBy',
] as const
export type SpreadKey = (typeof SPREADS)[number]

/** How many of how many. Those named `…Rate` count events: they may be more than the visits. */
export const SHARES = [
  'withinTarget',
  'withinTargetServed',
  'noShow',
  'left',
  'walkAway',
  'bookedNotCome',
  'bookedLate',
  'firstVisit',
  'clean',
  'transferRate',
  'returnRate',
  'recallRate',
  'undoRate',
  'overtakeRate',
  'holdRate',
  'utilisation',
  'occupancy',
] as const
export type ShareKey = (typeof SHARES)[number]

/** Plain counts, each of its own. The first seven are the outcomes: together they are `visits`. */
export const COUNTS = [
  'served',
  'left',
  'noShow',
  'closed',
  'notCome',
  'stillHere',
  'stillExpected',
  'visits',
  'people',
  'arrived',
  'requests',
  'transactions',
  'flagged',
  'corrected',
] as const
export type CountKey = (typeof COUNTS)[number]

/** Per hour in which the office was at work. */
export const RATES = ['arrivals', 'visitsFinished', 'transactionsFinished'] as const
export type RateKey = (typeof RATES)[number]

/** How many there are at an instant: the mean over time, and the most. */
export const LEVELS = ['peopleHere', 'peopleWaiting', 'openCounters'] as const
export type LevelKey = (typeof LEVELS)[number]

/** What became of a visit, as figures count it. */
export const OUTCOMES = [
  'served',
  'left',
  'noShow',
  'closed',
  'notCome',
  'stillHere',
  'stillExpected',
] as const
export type OutcomeKey = (typeof OUTCOMES)[number]

/** Came without an appointment, or with one. */
export const KINDS = ['walk-in', 'booked'] as const
export type Kind = (typeof KINDS)[number]

/** Why a record is doubted. */
export const FLAGS = [
  'too-short',
  'overnight',
  'closed-by-night',
  'unserved-run',
  'times-wrong',
  'duplicate',
] as const
export type Flag = (typeof FLAGS)[number]

/** What figures may be split by. A week is named by its Monday, a weekday 0 (Monday) to 6. */
export const GROUPINGS = [
  'half-hour',
  'weekday',
  'day',
  'week',
  'month',
  'office',
  'service',
  'category',
  'programme',
  'channel',
  'kind',
  'outcome',
  'agent',
] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What an agent who is signed in does; `idle`: available, and with nobody. */
export const DOINGS = [
  'serving',
  'called',
  'wrap-up',
  'idle',
  'break',
  'away',
  'back-office',
] as const
export type AgentDoing = (typeof DOINGS)[number]

/** The longest period that figures are told of, in days: ten years. */
export const LONGEST_PERIOD = 3_660
