// What becomes due by the mere passing of time, where the office has a rule for it: somebody is
// raised, did not come, comes back from hold, or an agent has written things up.
import { patience } from './decide-no-show.ts'
import { nextTurn } from './intake.ts'
import type { Policy } from './settings.ts'
import type { Agent, OfficeState } from './state.ts'
import { currentRequest, type Visit } from './visit.ts'

const MINUTE = 60_000
const SECOND = 1_000

export type Due =
  | { what: 'intake'; at: number }
  | { what: 'raise'; at: number; visit: Visit; minutes: number }
  | { what: 'no-show'; at: number; visit: Visit }
  | { what: 'back'; at: number; visit: Visit }
  | { what: 'wrapped-up'; at: number; agent: Agent }

/** The earliest instant (UTC ms) at which something is due; null: nothing will be by itself. */
export function nextDue(state: OfficeState): number | null {
  let first: number | null = null
  for (const { at } of upcoming(state)) if (first === null || at < first) first = at
  return first
}

/** All that is due at `now` (UTC ms), the earliest first. */
export function dueAt(state: OfficeState, now: number): Due[] {
  return [...upcoming(state)].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
}

function* upcoming(state: OfficeState): Generator<Due> {
  const policy = state.settings?.policy
  if (!policy) return
  const turn = nextTurn(state)
  if (turn !== null) yield { what: 'intake', at: turn }
  if (policy.wrapUpSeconds > 0) {
    for (const agent of state.agents.values()) {
      if (agent.availability !== 'wrap-up') continue
      yield { what: 'wrapped-up', at: agent.since + policy.wrapUpSeconds * SECOND, agent }
    }
  }
  const { raise, noShow, heldComesBack } = policy
  // Most offices have no such rule: nobody is looked at for nothing.
  if (raise.length === 0 && noShow.afterSeconds === null && !heldComesBack) return
  for (const visit of state.visits.values()) {
    const due = dueOf(policy, visit)
    if (due) yield due
  }
}

function dueOf(policy: Policy, visit: Visit): Due | null {
  switch (visit.state) {
    case 'waiting':
      return raiseOf(policy, visit)
    case 'called': {
      const seconds = patience(policy.noShow.afterSeconds, visit, policy.noShow)
      if (seconds === null) return null
      // A visit called before announcements were timed counts from its last fact.
      const since = visit.announcedAt ?? visit.last.at
      return { what: 'no-show', at: since + seconds * SECOND, visit }
    }
    case 'held':
      if (!policy.heldComesBack || visit.backAt === null) return null
      return { what: 'back', at: visit.backAt, visit }
    default:
      return null
  }
}

/**
 * By the strictest rule for the service it waits for. Counted from when it began to wait for it, and
 * from its standing at the earliest: the booked time, or when it was put last in line.
 */
function raiseOf(policy: Policy, visit: Visit): Due | null {
  if (visit.raised !== null || policy.raise.length === 0) return null
  // Whoever asked to be called later is not put first for having waited long.
  if (visit.details.moreTime !== undefined) return null
  const { service } = currentRequest(visit)
  const rules = policy.raise.filter((rule) => rule.service === service)
  if (rules.length === 0) return null
  const minutes = Math.min(...rules.map((rule) => rule.afterMinutes))
  const since = Math.max(visit.segments.at(-1)?.from ?? visit.arrivedAt, visit.standing)
  return { what: 'raise', at: since + minutes * MINUTE, visit, minutes }
}
