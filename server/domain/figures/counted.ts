// Which visits a figure counts: the way back from a number to what is behind it. Says nothing new: it
// must agree with what `of-day.ts` and `summary.ts` count, and a test holds the two together.
import type { OfficeSettings } from '../settings.ts'
import type { Visit } from '../visit.ts'
import { waitSoFar } from '../waiting-since.ts'
import {
  COUNTS,
  SHARES,
  SPREADS,
  type CountKey,
  type Flag,
  type ShareKey,
  type SpreadKey,
} from './keys.ts'
import type { VisitFigures } from './of-visit.ts'
import { waitsSince } from './thresholds.ts'

/** A visit with all that figures know of it. */
export interface Known {
  readonly visit: Visit
  readonly figures: VisitFigures
  readonly flags: readonly Flag[]
  /** ms */
  readonly target: number
  readonly settings: OfficeSettings
}

/** Shares of time, and of people who never were a visit, have none behind them. */
export type ListedShare = Exclude<ShareKey, 'walkAway' | 'utilisation' | 'occupancy'>
export type ListedFigure = SpreadKey | ListedShare | CountKey

export const isListedShare = (key: string): key is ListedShare =>
  (SHARES as readonly string[]).includes(key) &&
  !['walkAway', 'utilisation', 'occupancy'].includes(key)
/** Every figure that has visits behind it, each name once. */
export const LISTED: readonly ListedFigure[] = [
  ...new Set<ListedFigure>([...SPREADS, ...COUNTS, ...SHARES.filter(isListedShare)]),
]
export const isSpread = (key: string): key is SpreadKey =>
  (SPREADS as readonly string[]).includes(key)
export const isCount = (key: string): key is CountKey => (COUNTS as readonly string[]).includes(key)

/** In its numerator, only in its denominator (`rest`), or in neither (`null`). */
type Part = 'counted' | 'rest' | null
const part = (isInAll: boolean, isCounted: boolean): Part =>
  !isInAll ? null : isCounted ? 'counted' : 'rest'

/** Figures that are about requests, of which a visit may have several. */
export const OF_REQUESTS: ReadonlySet<string> = new Set(['serviceTime', 'requests', 'transactions'])

/** The length that a spread takes of this visit, ms; null: none. Several requests: their longest. */
export function lengthIn(key: SpreadKey, { figures, visit }: Known, now: number): number | null {
  switch (key) {
    case 'serviceTime':
      return figures.requests.reduce<number | null>(
        (most, { serviceTime }) => (serviceTime === null ? most : Math.max(most ?? 0, serviceTime)),
        null,
      )
    case 'waitSoFar':
      return visit.state === 'waiting' ? waitSoFar(waitsSince(visit), now) : null
    default:
      return figures[key]
  }
}

/** Whether a count counts the visit. */
export function isInCount(key: CountKey, { figures, flags, visit }: Known): boolean {
  switch (key) {
    case 'visits':
    case 'people':
      return true
    case 'arrived':
      return figures.wasHere
    case 'requests':
    case 'transactions':
      return figures.requests.some(({ isDone }) => isDone)
    case 'flagged':
      return flags.length > 0
    case 'corrected':
      return visit.trail?.corrected === true
    default:
      return figures.outcome === key
  }
}

/** Where a share has the visit. */
export function partInShare(key: ListedShare, known: Known): Part {
  const { figures, flags, visit, target, settings } = known
  const { wait, timeToLeave, outcome, wasCalled, wasHere } = figures
  const { trail } = visit
  const wasServed = outcome === 'served' && wait !== null
  const isInTime = wasServed && wait <= target
  switch (key) {
    case 'withinTarget':
      return part(wasServed || (timeToLeave !== null && timeToLeave > target), isInTime)
    case 'withinTargetServed':
      return part(wasServed, isInTime)
    case 'noShow':
      return part(wasCalled, outcome === 'noShow')
    case 'left':
      return part(wasHere, figures.leftUncalled)
    case 'bookedNotCome':
      return part(figures.kind === 'booked' && outcome !== 'stillExpected', !wasHere)
    case 'bookedLate': {
      const grace = settings.policy.appointmentGraceMinutes * 60_000
      return part(figures.kind === 'booked' && wasHere, (figures.lateBy ?? 0) > grace)
    }
    case 'firstVisit': {
      const [first] = settings.outcomes
      const isTold = visit.requests.every((each) => each.outcome !== null)
      const isDone = visit.requests.every((each) => each.outcome === first?.code)
      return part(outcome === 'served' && isTold, isDone)
    }
    case 'clean':
      return part(true, flags.length === 0)
    case 'holdRate':
      return part(wasHere, figures.holds > 0)
    case 'recallRate':
      return part(trail !== undefined && wasCalled, (trail?.recalls ?? 0) > 0)
    case 'overtakeRate':
      return part(trail !== undefined && wasCalled, (trail?.overtook ?? 0) > 0)
    case 'transferRate':
      return part(trail !== undefined, (trail?.transfers ?? 0) > 0)
    case 'returnRate':
      return part(trail !== undefined, (trail?.returns ?? 0) > 0)
    case 'undoRate':
      return part(trail !== undefined, (trail?.undos ?? 0) > 0)
  }
}
