// What the desks of an office are shown: every live visit, every counter. The same for all of them,
// so that two desks always agree; which rows an agent may take, the shared rule tells each desk.
import { orderOf } from '../../domain/deciding.ts'
import { agentAt, visitWith } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, type Visit } from '../../domain/visit.ts'
import type { Changed, Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { CounterRow, DeskRow, DeskVisit } from '../../protocol/views.ts'
import { officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'

const instant = (at: number): string => new Date(at).toISOString()

/** The visit as staff see it. */
export function deskVisit({ state, people }: Snapshot, visit: Visit): DeskVisit {
  const person = people.get(visit.id)
  return {
    id: visit.id,
    state: visit.state,
    kind: 'visit',
    ticket: ticketText(visit.number),
    sortKey: state.settings ? orderOf(state.settings).sortKey(visit) : '',
    service: currentRequest(visit).service,
    requests: [...visit.requests],
    current: visit.current,
    language: visit.language,
    priority: visit.priority,
    via: visit.via,
    arrivedAt: instant(visit.arrivedAt),
    since: instant(visit.endedAt ?? visit.segments.at(-1)?.from ?? visit.arrivedAt),
    agent: visit.agent,
    counter: visit.counter,
    timesCalled: visit.timesCalled,
    heldFor: visit.heldFor,
    backAt: visit.backAt === null ? null : instant(visit.backAt),
    name: person?.name ?? null,
    note: person?.note ?? null,
  }
}

const COUNTER = 'counter:'

function counterRow({ state }: Snapshot, code: string, nameOf: NameOf): CounterRow | null {
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
    services: agent?.services ? [...agent.services] : null,
    counterKinds: agent?.counterKinds ? [...agent.counterKinds] : null,
    languages: agent?.languages ? [...agent.languages] : null,
    visit: visit?.id ?? null,
    since: agent ? instant(agent.since) : null,
  }
}

/** The name of a member of staff, as known now. */
export type NameOf = (staff: string) => string | null

export function deskProjection(nameOf: NameOf): Projection<Snapshot, 'desk'> {
  function row(office: Snapshot, id: string): DeskRow | null {
    if (id === 'office') return officeRow(office)
    if (id === 'summary') return summaryRow(office)
    if (id.startsWith(COUNTER)) return counterRow(office, id.slice(COUNTER.length), nameOf)
    const visit = office.state.visits.get(id)
    return visit ? deskVisit(office, visit) : null
  }
  return {
    row,
    rows: (office) => allIds(office).flatMap((id) => row(office, id) ?? []),
    touched: (changed) => [
      ...sharedTouched(changed.before, changed.after),
      ...changed.visits,
      ...touchedCounters(changed),
    ],
  }
}

function counterIds({ state }: Snapshot): string[] {
  return (state.settings?.counters ?? []).map((each) => COUNTER + each.code)
}

function allIds(office: Snapshot): string[] {
  return ['office', 'summary', ...counterIds(office), ...office.state.visits.keys()]
}

function touchedCounters({ before, after, visits }: Changed<Snapshot>): string[] {
  if (
    before.state.settings !== after.state.settings ||
    before.state.agents !== after.state.agents
  ) {
    return [...new Set([...counterIds(before), ...counterIds(after)])]
  }
  const counters = visits.flatMap((id) => [
    before.state.visits.get(id)?.counter,
    after.state.visits.get(id)?.counter,
  ])
  return counters.flatMap((code) => (code ? [COUNTER + code] : []))
}
