// Makes rollups of a month out of those of its days.
import type { Database } from '../../../db/connect.ts'
import { partOf, readRollups, replaceRollups, rowsHead, type Rollup } from '../../../db/rollups.ts'
import type { CellKey } from '../../../domain/figures/cells.ts'
import {
  Coarser,
  coarsenessOf,
  GROUP_MONTH_GRAINS,
  MONTH_GRAINS,
  sourceOf,
  type Grain,
  type MonthGrain,
} from '../../../domain/figures/coarser.ts'
import { pack } from '../../../domain/figures/pack.ts'
import { makeCostMonth } from '../../cost/make-cost.ts'
import { Stretches } from '../stretches.ts'
import { groupNamesOf, unpacked, type Wanted } from './day-rows.ts'
import { daysOfMonth, nextMonth } from './months.ts'

/** Makes the rollups of a month (YYYY-MM) out of those of its days. */
export async function makeMonth(db: Database, office: string, month: string): Promise<void> {
  const groups = await groupNamesOf(db, office)
  const grains = [...MONTH_GRAINS, ...(groups.size > 0 ? GROUP_MONTH_GRAINS : [])]
  await writeMonth(db, office, month, { grains, groups })
  await makeCostMonth(db, office, month)
}

/** Of these grains alone. */
export async function writeMonth(
  db: Database,
  office: string,
  month: string,
  { grains, groups }: Wanted<MonthGrain>,
): Promise<void> {
  const seq = await rowsHead(db.reader, office)
  const span = daysOfMonth(month)
  const stretches = new Stretches()
  const rows: Rollup[] = []
  for (const [source, own] of Map.groupBy(grains, sourceOf)) {
    const days = await readRollups(db.reader, source, { offices: [office], ...span })
    const all = own.map((grain) => ({ grain, coarser: new Coarser(grain, groups) }))
    for (const { start, cells } of days.sort((a, b) => (a.start < b.start ? -1 : 1))) {
      const day = unpacked(cells)
      for (const each of all) each.coarser.add(day, start)
      await stretches.next()
    }
    for (const each of all) {
      for (const part of partsOf(each.grain, each.coarser)) {
        rows.push({ office_id: office, grain: each.grain, start: month, ...part })
        await stretches.next()
      }
    }
  }
  const replaced = { office, grains, from: month, to: nextMonth(month) }
  await db.knex.transaction((trx) => replaceRollups(trx, replaced, rows, seq))
}

/** Where services, agents or groups are told apart, each is a part; what goes on is in that of no one alone. */
function* partsOf(
  grain: Grain,
  { cells, floors }: Coarser,
): Generator<Pick<Rollup, 'part' | 'holds' | 'cells'>> {
  const { services, agents } = coarsenessOf(grain)
  if (!services && agents === 'together') {
    yield { part: '', holds: '', cells: pack(cells.all(), floors) }
    return
  }
  const nameOf = ({ agent, category }: CellKey): string => {
    if (agents === 'groups') return partOf(agent, category)
    return agents === 'apart' ? agent : category
  }
  const parts = Map.groupBy(cells.all(), ({ key }) => nameOf(key))
  yield { part: '', holds: '', cells: pack(parts.get('') ?? [], floors) }
  parts.delete('')
  for (const [part, own] of parts) {
    const codes = new Set(own.flatMap(({ key }) => [key.service, key.programme]))
    yield { part, holds: `|${[...codes].join('|')}|`, cells: pack(own, new Map()) }
  }
}
