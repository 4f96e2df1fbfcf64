// A desk view taken apart for the screen: who waits in the order of service, who is on hold, who is
// where. Rows keep their identity, so that only those that changed are drawn again.
import {
  mayTake,
  type CounterRow,
  type DeskView,
  type DeskVisit,
  type OfficeRow,
  type ServiceInfo,
} from '#protocol'

export interface Desk {
  readonly version: number
  readonly office: OfficeRow | null
  /** In the office's own order. */
  readonly counters: readonly CounterRow[]
  readonly waiting: readonly DeskVisit[]
  readonly held: readonly DeskVisit[]
  readonly visits: ReadonlyMap<string, DeskVisit>
  readonly services: ReadonlyMap<string, ServiceInfo>
}

const bySortKey = (a: DeskVisit, b: DeskVisit): number =>
  a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0

/** Who is due back first; those with no time after them, longest on hold first. */
function byReturn(a: DeskVisit, b: DeskVisit): number {
  if (a.backAt !== null && b.backAt !== null) return Date.parse(a.backAt) - Date.parse(b.backAt)
  if (a.backAt !== null || b.backAt !== null) return a.backAt === null ? 1 : -1
  return Date.parse(a.since) - Date.parse(b.since)
}

export function readDesk(view: DeskView): Desk {
  const visits = view.rows.filter((row) => row.kind === 'visit')
  const office = view.rows.find((row) => row.kind === 'office') ?? null
  const place = new Map(office?.counters.map((counter, index) => [counter.code, index]))
  const placeOf = (row: CounterRow): number => place.get(row.code) ?? place.size
  return {
    version: view.version,
    office,
    counters: view.rows
      .filter((row) => row.kind === 'counter')
      .sort((a, b) => placeOf(a) - placeOf(b)),
    waiting: visits.filter((visit) => visit.state === 'waiting').sort(bySortKey),
    held: visits.filter((visit) => visit.state === 'held').sort(byReturn),
    visits: new Map(visits.map((visit) => [visit.id, visit])),
    services: new Map(office?.services.map((service) => [service.code, service])),
  }
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

/** Whoever of `waiting` arrived first; null when nobody waits. */
export function longestWait(waiting: readonly DeskVisit[]): DeskVisit | null {
  let longest: DeskVisit | null = null
  let earliest = Infinity
  for (const visit of waiting) {
    const arrivedAt = Date.parse(visit.arrivedAt)
    if (arrivedAt >= earliest) continue
    earliest = arrivedAt
    longest = visit
  }
  return longest
}
