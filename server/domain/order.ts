// Who is next. One rule, used by the call, by each agent's list, by the citizen's place in line and
// by every replay: there is no second opinion.
//
// rank = standing less a head start for the class or the appointment. Ageing is that head start:
// order never changes by the mere passing of time, and nobody who arrives more than the largest
// credit after you is called before you by an agent who may take you (but who is late for an
// appointment within its grace: by that lateness more). What a rule of the office has
// raised comes before everybody else; a share mixes walk-ins and appointments, each in their order.
import type { CallReason } from './facts.ts'
import { mayTake, type Takeable } from './may-take.ts'
import type { Policy, Share } from './settings.ts'
import { inShare } from './share.ts'
import { isOnTime, standingOf } from './standing.ts'
import { waitingVisits, type Agent, type OfficeState } from './state.ts'
import { currentRequest, type Visit } from './visit.ts'

export interface Order {
  readonly policy: Policy
  /** Instant (UTC ms) by which the visit is ranked: the smallest is served first. */
  rank(visit: Visit): number
  /** Sorts as `compare` does, as text: for rows that leave the server. */
  sortKey(visit: Visit): string
  /** Negative when `a` goes before `b`. Never 0 for two different visits. */
  compare(a: Visit, b: Visit): number
}

const MINUTE = 60_000

export function compileOrder(policy: Policy): Order {
  const classes = new Map(policy.classes.map((each) => [each.code, each.creditMinutes]))
  const credit = (visit: Visit): number => {
    const ofClass = classes.get(visit.priority) ?? 0
    const minutes = isOnTime(policy, visit.arrivedAt, visit.details.bookedAt)
      ? Math.max(ofClass, policy.appointmentCreditMinutes)
      : ofClass
    // Whole ms: a sort key has no room for fractions.
    return Math.round(minutes * MINUTE)
  }
  const group = (visit: Visit): number => (visit.raised === null ? 1 : 0)
  const rank = (visit: Visit): number => visit.standing - credit(visit)
  const compare = (a: Visit, b: Visit): number =>
    group(a) - group(b) || rank(a) - rank(b) || a.arrivedSeq - b.arrivedSeq
  const sortKey = (visit: Visit): string =>
    `${group(visit)}${base36(rank(visit), 9)}${base36(visit.arrivedSeq, 7)}`
  return { policy, rank, compare, sortKey }
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

const isBooked = (visit: Visit): boolean => visit.details.bookedAt !== undefined

/** These, sorted by `compare`, as they would be called when the office's share is at `step`. */
function asShared(sorted: Visit[], share: Share | null, step: number): Visit[] {
  if (!share) return sorted
  const raised = sorted.filter((visit) => visit.raised !== null)
  const others = sorted.slice(raised.length)
  const walkIns = others.filter((visit) => !isBooked(visit))
  return [...raised, ...inShare(share, step, walkIns, others.filter(isBooked))]
}

/** Everyone waiting whom `agent` may take, in the order they would be called. */
export function listFor(state: OfficeState, order: Order, agent: Agent): Visit[] {
  const sorted = waitingVisits(state)
    .filter((visit) => mayTake(agent, takeable(visit)))
    .sort(order.compare)
  return asShared(sorted, order.policy.share, state.shareStep)
}

/** Everyone waiting, in the order of the line: who is called next also depends on who calls. */
export function wholeLine(state: OfficeState, order: Order): Visit[] {
  const sorted = [...waitingVisits(state)].sort(order.compare)
  return asShared(sorted, order.policy.share, state.shareStep)
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
  const isShared =
    order.policy.share !== null &&
    visit.raised === null &&
    candidates.some(isBooked) &&
    !candidates.every(isBooked)
  const byRank = candidates.every((each) => order.compare(visit, each) <= 0)
  return {
    visit,
    reason: {
      ...whyFirst(order, visit, agent, isShared && !byRank),
      ...(isShared ? { shared: true } : {}),
      candidates: candidates.length,
      passedOver,
    },
  }
}

/** The strongest of what put it first. */
function whyFirst(
  { policy }: Order,
  visit: Visit,
  agent: Agent,
  byShare: boolean,
): Pick<CallReason, 'rule' | 'class' | 'minutes'> {
  const { arrivedAt, standing, details, priority } = visit
  if (visit.raised !== null) return { rule: 'raised', minutes: visit.raised }
  if (visit.agent === agent.id) return { rule: 'assigned' }
  if (byShare) return { rule: 'share' }
  if (standing !== standingOf(policy, arrivedAt, details.bookedAt)) {
    // Elsewhere in line without ever having left it: that was done by hand.
    return { rule: visit.segments.length === 1 ? 'moved' : 'returned' }
  }
  const credit = policy.classes.find(({ code }) => code === priority)?.creditMinutes ?? 0
  const isDue = isOnTime(policy, arrivedAt, details.bookedAt)
  if (isDue && policy.appointmentCreditMinutes >= credit) return { rule: 'appointment' }
  return credit > 0 ? { rule: 'priority', class: priority } : { rule: 'longest-wait' }
}

/**
 * How many are called before this waiting visit: those ahead in line whom some signed-in agent may
 * take who may also take this one. When no such agent is signed in, everyone ahead counts: whoever
 * opens the next counter will start with them.
 */
export function peopleAhead(state: OfficeState, order: Order, visit: Visit): number {
  const mine = takeable(visit)
  const capable = [...state.agents.values()].filter((agent) => mayTake(agent, mine))
  const counts = (other: Visit): boolean => {
    const theirs = takeable(other)
    return capable.length === 0 || capable.some((agent) => mayTake(agent, theirs))
  }
  const { share } = order.policy
  if (!share) {
    const isAhead = (other: Visit): boolean => order.compare(other, visit) < 0 && counts(other)
    return waitingVisits(state).filter(isAhead).length
  }
  const sorted = waitingVisits(state)
    .filter((other) => other.id === visit.id || counts(other))
    .sort(order.compare)
  return asShared(sorted, share, state.shareStep).findIndex(({ id }) => id === visit.id)
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
  const others = waitingVisits(state).filter((each) => each.id !== visit.id)
  const ranks = others.map((each) => order.rank(each))
  if (place === 'first') return Math.min(now, ...ranks) - 1 + credit
  return Math.max(now, ...ranks.map((each) => each + 1)) + credit
}
