// Who is next. One rule, used by the call, by each agent's list, by the citizen's place in line and
// by every replay: there is no second opinion.
//
// rank = standing less a head start for the class. Ageing is that head start: order never changes
// by the mere passing of time, and nobody who arrives more than the largest credit after you is
// called before you by an agent who may take you.
import type { CallReason } from './facts.ts'
import { mayTake, type Takeable } from './may-take.ts'
import type { Policy } from './settings.ts'
import { waitingVisits, type Agent, type OfficeState } from './state.ts'
import { currentRequest, type Visit } from './visit.ts'

export interface Order {
  /** Instant (UTC ms) by which the visit is ranked: the smallest is served first. */
  rank(visit: Visit): number
  /** Sorts as `compare` does, as text: for rows that leave the server. */
  sortKey(visit: Visit): string
  /** Negative when `a` goes before `b`. Never 0 for two different visits. */
  compare(a: Visit, b: Visit): number
}

const MINUTE = 60_000

export function compileOrder(policy: Policy): Order {
  const credits = new Map(policy.classes.map((each) => [each.code, each.creditMinutes * MINUTE]))
  const rank = (visit: Visit): number => visit.standing - (credits.get(visit.priority) ?? 0)
  const compare = (a: Visit, b: Visit): number => rank(a) - rank(b) || a.arrivedSeq - b.arrivedSeq
  const sortKey = (visit: Visit): string =>
    `${base36(rank(visit), 9)}${base36(visit.arrivedSeq, 7)}`
  return { rank, compare, sortKey }
}

function base36(value: number, width: number): string {
  return Math.max(0, value).toString(36).padStart(width, '0')
}

/** What `mayTake` asks of a visit. */
export function takeable(visit: Visit): Takeable {
  const { agent, counter, language, details } = visit
  const { service } = currentRequest(visit)
  return { service, language, counterKind: details.counterKind, agent, counter }
}

/** Everyone waiting whom `agent` may take, in the order they would be called. */
export function listFor(state: OfficeState, order: Order, agent: Agent): Visit[] {
  return waitingVisits(state)
    .filter((visit) => mayTake(agent, takeable(visit)))
    .sort(order.compare)
}

/** Who is next for `agent`, and why; undefined when nobody waits whom this agent may take. */
export function nextToServe(
  state: OfficeState,
  order: Order,
  agent: Agent,
): { visit: Visit; reason: CallReason } | undefined {
  const candidates = listFor(state, order, agent)
  const visit = candidates[0]
  if (!visit) return undefined
  const passedOver = candidates.filter((each) => each.arrivedAt < visit.arrivedAt).length
  return { visit, reason: { rule: ruleOf(visit), candidates: candidates.length, passedOver } }
}

function ruleOf(visit: Visit): CallReason['rule'] {
  if (visit.standing < visit.arrivedAt) return 'returned'
  return visit.priority === 'priority' ? 'priority' : 'longest-wait'
}

/**
 * How many are called before this waiting visit: those ranked ahead whom some signed-in agent may
 * take who may also take this one. When no such agent is signed in, everyone ranked ahead counts:
 * whoever opens the next counter will start with them.
 */
export function peopleAhead(state: OfficeState, order: Order, visit: Visit): number {
  const mine = takeable(visit)
  const capable = [...state.agents.values()].filter((agent) => mayTake(agent, mine))
  const isAhead = (other: Visit): boolean => {
    if (other.id === visit.id || order.compare(other, visit) > 0) return false
    const theirs = takeable(other)
    return capable.length === 0 || capable.some((agent) => mayTake(agent, theirs))
  }
  return waitingVisits(state).filter(isAhead).length
}

/** The standing that puts a returned visit in its chosen place. */
export function standingFor(
  state: OfficeState,
  order: Order,
  visit: Visit,
  place: 'kept' | 'first' | 'last',
  now: number,
): number {
  if (place === 'kept') return visit.standing
  const credit = visit.standing - order.rank(visit)
  const ranks = waitingVisits(state).map((each) => order.rank(each))
  if (place === 'first') return Math.min(now, ...ranks) - 1 + credit
  return Math.max(now, ...ranks.map((each) => each + 1)) + credit
}
