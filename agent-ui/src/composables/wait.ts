// How long somebody has waited, as reports will have it: the stretches of waiting alone, each from the
// booked time at the earliest. Time on hold or at a counter is none.
import type { DeskVisit } from '#protocol'

/**
 * Since when somebody would have waited in one stretch, UTC ms. Of who waits, `now` less this is the
 * wait; it is ahead of now while a booked time is.
 */
export function waitingSince({ since, bookedAt, waited = 0 }: DeskVisit): number {
  const from = Date.parse(since)
  return (bookedAt === undefined ? from : Math.max(from, Date.parse(bookedAt))) - waited
}

/** How long who is waiting has waited, or who was called had, ms. `now`: UTC ms. */
export function waitOf(visit: DeskVisit, now: number): number {
  if (visit.state !== 'waiting') return visit.waited ?? 0
  return Math.max(0, now - waitingSince(visit))
}
