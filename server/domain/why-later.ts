// Why somebody who came later goes first: the one honest line beside a place in line. It says what
// kind of reason it was and never whose.
import { mayTake } from './may-take.ts'
import { takeable, type Order } from './order.ts'
import { isOnTime } from './standing.ts'
import { findVisit, waitingVisits, type OfficeState } from './state.ts'
import type { Visit } from './visit.ts'

export const WHY_LATER = [
  'appointment',
  'priority',
  'too-long',
  'other-service',
  'back-in-line',
  'more-time',
] as const
export type WhyLater = (typeof WHY_LATER)[number]

/**
 * Of those who came after `visit` and were called since it came, or go before it now: why the last
 * of them does. Null: nobody goes first, or nothing that is known explains it.
 */
export function whyLater(state: OfficeState, order: Order, visit: Visit): WhyLater | null {
  const came = (other: Visit): boolean => other.arrivedAt > visit.arrivedAt
  const called = state.calls
    .map((id) => findVisit(state, id))
    .find((each) => each !== undefined && each.id !== visit.id && came(each))
  const ahead = waitingVisits(state)
    .filter((each) => each.id !== visit.id && came(each) && order.compare(each, visit) < 0)
    .filter((each) => isForTheSame(state, each, visit))
  const newest = ahead.toSorted((a, b) => a.arrivedSeq - b.arrivedSeq).at(-1)
  // Whoever is ahead now says more about the place than who has gone through already.
  const other = newest ?? called
  return other ? reasonOf(state, order, other, visit) : null
}

function reasonOf(
  state: OfficeState,
  { policy, rank }: Order,
  other: Visit,
  visit: Visit,
): WhyLater | null {
  if (!isForTheSame(state, other, visit)) return 'other-service'
  if (visit.details.moreTime !== undefined) return 'more-time'
  if (other.raised !== null) return 'too-long'
  if (isOnTime(policy, other.arrivedAt, other.details.bookedAt)) return 'appointment'
  if (other.standing - rank(other) > visit.standing - rank(visit)) return 'priority'
  return other.standing < other.arrivedAt || visit.standing > visit.arrivedAt
    ? 'back-in-line'
    : null
}

/** Whether somebody at a counter takes them both; with nobody there who takes `visit`, everybody does. */
function isForTheSame(state: OfficeState, other: Visit, visit: Visit): boolean {
  const mine = { ...takeable(visit), agent: null, counter: null }
  const theirs = { ...takeable(other), agent: null, counter: null }
  const takers = [...state.agents.values()].filter((agent) => mayTake(agent, mine))
  return takers.length === 0 || takers.some((agent) => mayTake(agent, theirs))
}
