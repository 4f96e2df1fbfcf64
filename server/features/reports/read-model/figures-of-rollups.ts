// Figures worked out from rollups, some offices at a time. While their rows are added up,
// the next are read.
import type { Database } from '../../../db/connect.ts'
import { ALL_PARTS, readRollups, type ReadRollup } from '../../../db/rollups.ts'
import { coarsenessOf } from '../../../domain/figures/coarser.ts'
import { Gathering, toGathered, type Gathered } from '../../../domain/figures/gather.ts'
import { unpack, type BySlot } from '../../../domain/figures/pack.ts'
import type { Place } from '../../../domain/figures/places.ts'
import { presentMonth } from '../rollups/months.ts'
import { Stretches } from '../stretches.ts'
import { filterOf, type FigureQuery } from './query.ts'
import { rowsOf, startsOf, stretchesFor, type Stretch } from './rollup-stretches.ts'

/** How many rows are read at a time, about. */
const AT_ONCE = 200

/** `targets`: of each office, in minutes. `now`: UTC ms. */
export async function figuresOfRollups(
  { reader }: Database,
  query: FigureQuery,
  targets: ReadonlyMap<string, number>,
  now: number,
): Promise<Gathered> {
  const gathering = new Gathering(filterOf(query), query.by)
  const asks = stretchesFor(query, gathering.needs, presentMonth(now)).flatMap((stretch) =>
    someOffices(query.offices, rowsOf(stretch)).map((offices) => ({
      stretch,
      read: () =>
        readRollups(
          reader,
          stretch.grain,
          { offices, ...startsOf(stretch) },
          coarsenessOf(stretch.grain).span === 'month' ? query : ALL_PARTS,
        ),
    })),
  )
  const stretches = new Stretches()
  let next = asks[0]?.read()
  for (const [index, { stretch }] of asks.entries()) {
    const rows = (await next) ?? []
    next = asks[index + 1]?.read()
    // Should this end before it is waited for.
    next?.catch(() => undefined)
    for (const row of rows) {
      const target = query.targetMinutes ?? targets.get(row.office_id) ?? 0
      take(gathering, row, stretch, target)
      await stretches.next()
    }
  }
  return toGathered(gathering, query.distribution)
}

function take(
  gathering: Gathering,
  { office_id: office, start, cells }: ReadRollup,
  { grain, from, to }: Stretch,
  targetMinutes: number,
): void {
  const { span, day: dayInSlot } = coarsenessOf(grain)
  const place: Place = {
    ...{ office, targetMinutes, dayInSlot },
    day: span === 'day' ? start : null,
    month: start.slice(0, 7),
  }
  // Of a month day by day, those that are asked for.
  const isCut = dayInSlot === 'month-day'
  const first = isCut && from.startsWith(place.month) ? slotOf(from) : 0
  const end = isCut && to.startsWith(place.month) ? slotOf(to) : Infinity
  const isIn = (slot: number): boolean => slot >= first && slot < end
  unpack(cells, {
    wantsService: (service) => gathering.wantsService(service),
    sumsFor(kind): BySlot | null {
      const sums = gathering.sumsOf(place, kind)
      if (!sums || !isCut) return sums
      return { at: (slot) => (isIn(slot) ? sums.at(slot) : null) }
    },
    floorFor: (slot) => (isIn(slot) ? gathering.floorFor(place, slot) : null),
  })
}

/** Where a day begins among the slots of its month. */
const slotOf = (day: string): number => Number(day.slice(8)) * 1_440

function someOffices(offices: readonly string[], rows: number): string[][] {
  const size = Math.max(1, Math.floor(AT_ONCE / rows))
  const groups: string[][] = []
  for (let at = 0; at < offices.length; at += size) groups.push(offices.slice(at, at + size))
  return groups
}
