// The slow way: figures worked out from every single visit of the period. Right for any question; what
// rollups cannot tell is asked here, and what they tell is compared with this.
import { loadDays } from '../../../db/office-days.ts'
import type { Database } from '../../../db/connect.ts'
import {
  Gathering,
  toGathered,
  type CellFilter,
  type Gathered,
} from '../../../domain/figures/gather.ts'
import { cellsOfDay } from '../../../domain/figures/of-day.ts'
import type { FigureQuery } from './query.ts'

export function filterOf(query: FigureQuery): CellFilter {
  const set = (list: readonly string[] | null): ReadonlySet<string> | null =>
    list === null ? null : new Set(list)
  const { services, categories, programmes, channels, agents, outcomes, kind, flagged } = query
  return {
    services: set(services),
    categories: set(categories),
    programmes: set(programmes),
    channels: set(channels),
    agents: set(agents),
    outcomes: set(outcomes),
    kind,
    flagged,
  }
}

/** `now` is UTC ms: the figures are as of then. */
export async function figuresOfSegments(
  { reader }: Database,
  query: FigureQuery,
  now: number,
): Promise<Gathered> {
  const gathering = new Gathering(filterOf(query), query.by)
  for (const office of query.offices) {
    for (const parts of await loadDays(reader, office, { ...query, now })) {
      const { day, settings } = parts
      const targetMinutes = query.targetMinutes ?? settings.policy.thresholds.wait.tooLongMinutes
      const place = { office, targetMinutes, day, month: day.slice(0, 7), dayInSlot: null }
      const { cells, floors } = cellsOfDay(parts, gathering.needsAgents)
      for (const { key, cell } of cells.values()) gathering.sumsFor(place, key)?.merge(cell)
      for (const [slot, floor] of floors) gathering.takeFloor(place, slot, floor)
    }
  }
  return toGathered(gathering, query.distribution)
}
