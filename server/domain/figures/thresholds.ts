// Who is over the office's thresholds, since when, and when the next one will be: a page is told at that
// very instant, and nothing polls.
import { waitedBefore } from '../metrics.ts'
import { waitingSince } from '../waiting-since.ts'
import type { Policy } from '../settings.ts'
import { isInPerson, type Visit } from '../visit.ts'

const MINUTE = 60_000

/** How long a visit has been in what it is in, against what the office thinks too long. */
export interface Standing {
  readonly what: 'wait' | 'hold' | 'service'
  /** UTC ms since when it counts: of a wait after an earlier one, as if both were one. */
  readonly since: number
  /** UTC ms at which it becomes, or became, too long. */
  readonly crossesAt: number
  readonly afterMinutes: number
}

/** Null for a visit that none of the thresholds is about, such as one by phone that waits. */
export function standingOf(visit: Visit, { thresholds }: Policy): Standing | null {
  const open = visit.segments.at(-1)
  if (open?.to !== null) return null
  const of = (
    what: Standing['what'],
    since: number,
    { tooLongMinutes: afterMinutes }: { readonly tooLongMinutes: number },
  ): Standing => {
    return { what, since, crossesAt: since + afterMinutes * MINUTE, afterMinutes }
  }
  if (open.state === 'held') return of('hold', open.from, thresholds.hold)
  if (open.state === 'serving') return of('service', open.from, thresholds.service)
  if (open.state !== 'waiting' || !isInPerson(visit)) return null
  return of('wait', waitsSince(visit), thresholds.wait)
}

/** Since when somebody waits now, UTC ms. */
export function waitsSince(visit: Visit): number {
  const since = visit.segments.at(-1)?.from ?? visit.arrivedAt
  return waitingSince({ since, bookedAt: visit.details.bookedAt, waited: waitedBefore(visit) })
}
