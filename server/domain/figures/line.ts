// Who waits in an office now, beside the figures of those who were called.
import type { Policy } from '../settings.ts'
import { waitingVisits, type OfficeState } from '../state.ts'
import { standingOf } from './thresholds.ts'

/** Who waits in person at an instant. A share within target counts nobody who still waits. */
export interface Line {
  readonly waiting: number
  /** Of them, for longer than the office's target. */
  readonly tooLong: number
  /** UTC ms since when the longest wait counts; null: nobody waits. */
  readonly longestSince: number | null
}

/** `now`: UTC ms. */
export function lineOf(state: OfficeState, policy: Policy, now: number): Line {
  const standings = waitingVisits(state).flatMap((visit) => standingOf(visit, policy) ?? [])
  const since = standings.map((each) => each.since)
  return {
    waiting: standings.length,
    tooLong: standings.filter(({ crossesAt }) => crossesAt <= now).length,
    longestSince: since.length === 0 ? null : Math.min(...since),
  }
}
