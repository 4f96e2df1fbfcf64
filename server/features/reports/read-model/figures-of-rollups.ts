// The quick way: figures worked out from rollups. Whole months are read as months, the days at both ends
// as days, and no finer than the question needs.
import type { Database } from '../../../db/connect.ts'
import { readRollups } from '../../../db/rollups.ts'
import type { Cell, CellKey } from '../../../domain/figures/cells.ts'
import type { Grain } from '../../../domain/figures/coarser.ts'
import { Gathering, toGathered, type Gathered, type Place } from '../../../domain/figures/gather.ts'
import { unpack } from '../../../domain/figures/pack.ts'
import type { Grouping } from '../../../domain/figures/keys.ts'
import { filterOf } from './figures-of-segments.ts'
import type { FigureQuery } from './query.ts'

/** A stretch of the period and the grain in which it is read. */
export interface Stretch {
  readonly grain: Grain
  readonly from: string
  readonly to: string
}

const DAY = 24 * 3_600_000

const BY_DAY: ReadonlySet<Grouping> = new Set(['day', 'week'])

/**
 * What is to be read for a question. Days [from, to), YYYY-MM-DD; months are read as YYYY-MM, and only
 * those before `month`, the present one: its rollup is not made at each visit.
 */
export function stretchesFor(
  { from, to, by }: Pick<FigureQuery, 'from' | 'to' | 'by'>,
  needsServices: boolean,
  month: string,
): Stretch[] {
  if (from >= to) return []
  const suffix = needsServices ? '-service' : ''
  const ofDays = `${by.includes('half-hour') ? 'half-hour' : 'day'}${suffix}` as Grain
  const needsWeek = by.includes('half-hour') || by.includes('weekday')
  const ofMonths = `${needsWeek ? 'week-hour' : 'month'}${suffix}` as Grain
  const first = from.endsWith('-01') ? from.slice(0, 7) : monthAfter(from)
  const end = to.slice(0, 7) < month ? to.slice(0, 7) : month
  if (by.some((each) => BY_DAY.has(each)) || first >= end) return [{ grain: ofDays, from, to }]
  const stretches: Stretch[] = [{ grain: ofMonths, from: first, to: end }]
  if (from < `${first}-01`) stretches.push({ grain: ofDays, from, to: `${first}-01` })
  if (`${end}-01` < to) stretches.push({ grain: ofDays, from: `${end}-01`, to })
  return stretches
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
}

/** `targets`: of each office, in minutes. `now`: UTC ms. */
export async function figuresOfRollups(
  { reader }: Database,
  query: FigureQuery,
  targets: ReadonlyMap<string, number>,
  now: number,
): Promise<Gathered> {
  // A day back: no office is further behind in time.
  const month = new Date(now - DAY).toISOString().slice(0, 7)
  const gathering = new Gathering(filterOf(query), query.by)
  for (const { grain, from, to } of stretchesFor(query, gathering.needsServices, month)) {
    const rows = await readRollups(reader, grain, { offices: query.offices, from, to })
    for (const { office_id: office, start, cells } of rows) {
      const place: Place = {
        office,
        targetMinutes: query.targetMinutes ?? targets.get(office) ?? 0,
        day: start.length > 7 ? start : null,
        month: start.slice(0, 7),
        hasWeekdays: grain.startsWith('week-hour'),
      }
      unpack(cells, {
        wantsService: (service, programme, category) =>
          gathering.wantsService({ service, programme, category }),
        sumsFor: (key: CellKey): Cell | null => gathering.sumsFor(place, key),
        takeFloor(slot, floor) {
          gathering.takeFloor(place, slot, floor)
        },
      })
    }
  }
  return toGathered(gathering, query.distribution)
}
