// How long somebody of the desk's rows has waited, by the rule that reports go by: the stretches of waiting
// alone. Time on hold or at a counter is none.
import { waitingSince, waitSoFar, type DeskVisit } from '#protocol'

/** Since when this row waits, UTC ms. */
export function rowWaitsSince({ since, bookedAt, waited = 0 }: DeskVisit): number {
  const booked = bookedAt === undefined ? undefined : Date.parse(bookedAt)
  return waitingSince({ since: Date.parse(since), bookedAt: booked, waited })
}

/** How long who is waiting has waited, or who was called had, ms. `now`: UTC ms. */
export function waitOf(visit: DeskVisit, now: number): number {
  if (visit.state !== 'waiting') return visit.waited ?? 0
  return waitSoFar(rowWaitsSince(visit), now)
}
