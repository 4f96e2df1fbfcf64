// The slow way: figures worked out from every single visit of the period, by the code that makes rollups
// and without them. What reports answer is compared with this.
import { loadDays } from '../../server/db/office-days.ts'
import type { Database } from '../../server/db/connect.ts'
import { Gathering, toGathered, type Gathered } from '../../server/domain/figures/gather.ts'
import { cellsOfDay } from '../../server/domain/figures/of-day.ts'
import { filterOf, type FigureQuery } from '../../server/features/reports/read-model/query.ts'

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
      const { cells, floors } = cellsOfDay(parts, gathering.needs.agents)
      for (const { key, cell } of cells.values()) gathering.sumsFor(place, key)?.merge(cell)
      for (const [slot, floor] of floors) gathering.takeFloor(place, slot, floor)
    }
  }
  return toGathered(gathering, query.distribution)
}
