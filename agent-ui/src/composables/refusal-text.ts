// A refusal told with names: who has the person, who is at the counter, since when the visit is in
// another state. What the desk cannot name is told in general words.
import { isLive, VISIT_STATES, type Problem, type VisitState } from '#protocol'
import type { Desk } from './desk-rows.ts'

/** A sentence under `refused`, with what to put in it; null: the general one will do. */
export type RefusalText =
  | { readonly saying: 'refused.withColleague'; readonly agent: string; readonly counter: string }
  | { readonly saying: 'refused.takenBy'; readonly agent: string; readonly counter: string }
  | {
      readonly saying: 'refused.nowIn' | 'refused.ended'
      readonly ticket: string
      readonly state: VisitState
    }
  | { readonly saying: 'refused.busyWith'; readonly ticket: string }
  | { readonly saying: 'refused.forService'; readonly service: string }

/** `counter` and `service` are codes: words for them are the office's. `me`: id of who is told. */
export function refusalText(
  { code, details }: Problem,
  desk: Desk,
  me: string,
): RefusalText | null {
  const given = (name: string): string | null => {
    const value = details?.[name]
    return typeof value === 'string' ? value : null
  }
  const visit = desk.visits.get(given('visit') ?? '')
  const withColleague = (agent: string | null | undefined): RefusalText | null => {
    const row = desk.counters.find((each) => each.agent !== null && each.agent === agent)
    if (!row?.agentName || agent === me) return null
    return { saying: 'refused.withColleague', agent: row.agentName, counter: row.code }
  }
  switch (code) {
    case 'visit-with-other-agent':
      return withColleague(given('agent') ?? visit?.agent)
    case 'counter-taken': {
      const row = desk.counters.find((each) => each.code === given('counter'))
      if (!row?.agentName) return null
      return { saying: 'refused.takenBy', agent: row.agentName, counter: row.code }
    }
    case 'move-not-allowed': {
      // Two pressed the same row, and a colleague was the first.
      const theirs = withColleague(given('agent'))
      if (theirs) return theirs
      // The server's word: what the desk shows may be a moment behind, or it would not have asked.
      const state = VISIT_STATES.find((each) => each === given('state'))
      if (!visit || !state) return null
      const saying = isLive(state) ? 'refused.nowIn' : 'refused.ended'
      return { saying, ticket: visit.ticket, state }
    }
    case 'agent-busy':
      return visit ? { saying: 'refused.busyWith', ticket: visit.ticket } : null
    case 'visit-not-for-you': {
      const service = given('service')
      return service ? { saying: 'refused.forService', service } : null
    }
    default:
      return null
  }
}
