// Makes what is kept of days and months of work, beside the rollups of figures and from the same reading.
import type { Knex } from 'knex'
import type { Database } from '../../db/connect.ts'
import { changesOf, readCostDays, writeCostMonth, type CostDay } from '../../db/cost-rollups.ts'
import { CostCells } from '../../domain/cost/cells.ts'
import { endOfDay, isGoingOn, linesOfDay } from '../../domain/cost/of-day.ts'
import type { DayParts } from '../../domain/figures/of-day.ts'
import { whoTookIn } from './cost-source.ts'

/** What these days of an office amount to. */
export async function costOfDays(
  knex: Knex,
  office: string,
  days: readonly DayParts[],
): Promise<CostDay[]> {
  const rows: CostDay[] = []
  for (const parts of days) {
    rows.push(costOfDay(office, parts, await whoTookIn(knex, office, parts.visits)))
  }
  return rows
}

/** What a day amounts to; `tookIn`: the staff who took a visit in, where it is known. */
export function costOfDay(
  office: string,
  parts: DayParts,
  tookIn: ReadonlyMap<string, string>,
): CostDay {
  const cells = CostCells.of(linesOfDay(parts, tookIn))
  const { day, zone, now } = parts
  const isOpen = isGoingOn(parts)
  return {
    ...{ office_id: office, day, recorded_ms: cells.ms, cells: cells.toText() },
    until: isOpen ? now : null,
    over_at: isOpen ? endOfDay(day, zone) : null,
  }
}

/** Makes a month (YYYY-MM) out of its days, unless one of them changes meanwhile. */
export async function makeCostMonth(db: Database, office: string, month: string): Promise<void> {
  const changes = await changesOf(db.knex, office, month)
  if (changes === null) return
  const cells = new CostCells()
  const span = { offices: [office], from: `${month}-01`, to: `${month}-32` }
  for (const day of await readCostDays(db.knex, span)) cells.addText(day.cells)
  await writeCostMonth(db.knex, { office, month, changes }, cells.toText())
}
