// Each counter: who is there, in what state, since when, with which visit.
import { agentAt, visitWith } from '../../domain/state.ts'
import type { Changed } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { CounterRow } from '../../protocol/views.ts'
import { instant } from './visit-row.ts'

/** The name of a member of staff, as known now. */
export type NameOf = (staff: string) => string | null

const COUNTER = 'counter:'

export function counterOf(id: string): string | null {
  return id.startsWith(COUNTER) ? id.slice(COUNTER.length) : null
}

export function counterIds({ state }: Snapshot): string[] {
  return (state.settings?.counters ?? []).map((each) => COUNTER + each.code)
}

export function counterRow({ state }: Snapshot, code: string, nameOf: NameOf): CounterRow | null {
  if (!state.settings?.counters.some((each) => each.code === code)) return null
  const agent = agentAt(state, code)
  const visit = agent && visitWith(state, agent.id)
  return {
    id: COUNTER + code,
    kind: 'counter',
    code,
    agent: agent?.id ?? null,
    agentName: agent ? nameOf(agent.id) : null,
    availability: agent?.availability ?? null,
    ...(agent?.reason ? { reason: agent.reason } : {}),
    services: agent?.services ? [...agent.services] : null,
    counterKinds: agent?.counterKinds ? [...agent.counterKinds] : null,
    languages: agent?.languages ? [...agent.languages] : null,
    visit: visit?.id ?? null,
    since: agent ? instant(agent.since) : null,
  }
}

/** The counters of the agents and of the visits that have changed. */
export function touchedCounters({ before, after, visits }: Changed<Snapshot>): string[] {
  if (before.state.settings !== after.state.settings) {
    return [...new Set([...counterIds(before), ...counterIds(after)])]
  }
  const ofVisits = visits.flatMap((id) => [
    before.state.visits.get(id)?.counter,
    after.state.visits.get(id)?.counter,
  ])
  const touched = [...ofVisits, ...ofAgents(before, after)]
  return touched.flatMap((code) => (code ? [COUNTER + code] : []))
}

function ofAgents({ state: before }: Snapshot, { state: after }: Snapshot): string[] {
  if (before.agents === after.agents) return []
  const wereThere = [...before.agents.values()].filter((each) => after.agents.get(each.id) !== each)
  const areThere = [...after.agents.values()].filter((each) => before.agents.get(each.id) !== each)
  return [...wereThere, ...areThere].map((each) => each.counter)
}
