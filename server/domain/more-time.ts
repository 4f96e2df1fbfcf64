// More time: somebody who is not ready lets a few others go first. What both the rule and the phone
// page must know of it.
import type { Visit } from './visit.ts'

/** How often in one visit. */
export const MORE_TIME_MOST = 2
/** How many of those behind go first each time; fewer when fewer wait. */
export const MORE_TIME_PLACES = 3

/** How many times more this visit may ask for more time. */
export function moreTimeLeft({ details }: Pick<Visit, 'details'>): number {
  return Math.max(0, MORE_TIME_MOST - (details.moreTime ?? 0))
}

/** Whoever has used it up must be in the room when called: a call missed ends the visit. */
export function hasUsedMoreTime(visit: Pick<Visit, 'details'>): boolean {
  return moreTimeLeft(visit) === 0
}
