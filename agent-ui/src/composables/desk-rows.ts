// A desk view taken apart for the screen: who waits in the order of service, who is on hold, who is
// where. Rows keep their identity, so that only those that changed are drawn again.
import {
  mayTake,
  type AlarmRow,
  type CounterRow,
  type DeskView,
  type DeskVisit,
  type FloorRow,
  type IntakeRow,
  type OfficeRow,
  type RulesRow,
  type ServiceInfo,
} from '#protocol'
import { inCallOrder } from './call-order.ts'
import { NO_RULES } from './no-rules.ts'
import { rowWaitsSince } from './wait.ts'

export interface Desk {
  readonly version: number
  readonly office: OfficeRow | null
  readonly rules: RulesRow
  /** How far the office is in its share of walk-ins and appointments. */
  readonly shareStep: number
  /** People at the door without a ticket, when they were counted. */
  readonly door: FloorRow['door']
  readonly alarms: readonly AlarmRow[]
  /** What kiosks give tickets for now; null: not told. */
  readonly intake: IntakeRow | null
  /** In the office's own order. */
  readonly counters: readonly CounterRow[]
  readonly waiting: readonly DeskVisit[]
  readonly held: readonly DeskVisit[]
  readonly visits: ReadonlyMap<string, DeskVisit>
  readonly services: ReadonlyMap<string, ServiceInfo>
}

const bySortKey = (a: DeskVisit, b: DeskVisit): number =>
  a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0

export function readDesk(view: DeskView): Desk {
  const visits = view.rows.filter((row) => row.kind === 'visit')
  const office = view.rows.find((row) => row.kind === 'office') ?? null
  const rules = view.rows.find((row) => row.kind === 'rules') ?? NO_RULES
  const floor = view.rows.find((row) => row.kind === 'floor')
  const shareStep = floor?.shareStep ?? 0
  const place = new Map(office?.counters.map((counter, index) => [counter.code, index]))
  const placeOf = (row: CounterRow): number => place.get(row.code) ?? place.size
  const waiting = visits.filter((visit) => visit.state === 'waiting').sort(bySortKey)
  return {
    version: view.version,
    office,
    rules,
    shareStep,
    door: floor?.door ?? null,
    intake: view.rows.find((row) => row.kind === 'intake') ?? null,
    alarms: view.rows.filter((row) => row.kind === 'alarm'),
    counters: view.rows
      .filter((row) => row.kind === 'counter')
      .sort((a, b) => placeOf(a) - placeOf(b)),
    waiting: inCallOrder(waiting, rules.share, shareStep),
    held: visits.filter((visit) => visit.state === 'held'),
    visits: new Map(visits.map((visit) => [visit.id, visit])),
    services: new Map(office?.services.map((service) => [service.code, service])),
  }
}

/**
 * Who of `waiting` the agent at `counter` takes, in the order they would be called. With a share
 * that is not the office's list with others left out: the round is over whom this agent may take.
 */
export function waitingFor(desk: Desk, counter: CounterRow): readonly DeskVisit[] {
  const mine = desk.waiting.filter((row) => isTakenAt(counter, row))
  const { share } = desk.rules
  if (share === null) return mine
  return inCallOrder(mine.toSorted(bySortKey), share, desk.shareStep)
}

/** The counter where `agent` sits, if any. */
export function counterOf(desk: Desk, agent: string): CounterRow | null {
  return desk.counters.find((row) => row.agent === agent) ?? null
}

/** The visit that `agent` has open: called, or being served. */
export function openVisitOf(desk: Desk, agent: string): DeskVisit | null {
  for (const visit of desk.visits.values()) {
    const isOpen = visit.state === 'called' || visit.state === 'serving'
    if (isOpen && visit.agent === agent) return visit
  }
  return null
}

/** Whether the agent at `counter` may be given this waiting or held visit. */
export function isTakenAt(counter: CounterRow, visit: DeskVisit): boolean {
  if (counter.agent === null) return false
  // A held visit remembers who put it there; any agent of its service may take it up again.
  const aim = visit.state === 'held' ? { agent: null, counter: null } : visit
  return mayTake(
    { ...counter, id: counter.agent, counter: counter.code },
    { ...visit, agent: aim.agent, counter: aim.counter },
  )
}

/** Whoever of `waiting` has waited longest; null when nobody waits. */
export function longestWait(waiting: readonly DeskVisit[]): DeskVisit | null {
  let longest: DeskVisit | null = null
  let earliest = Infinity
  for (const visit of waiting) {
    const since = rowWaitsSince(visit)
    if (since >= earliest) continue
    earliest = since
    longest = visit
  }
  return longest
}
