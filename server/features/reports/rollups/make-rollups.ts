// Makes rollups of an office's days out of its visits, and those of months out of those of days. The
// same whether a day has just changed or years are made anew.
import type { Database } from '../../../db/connect.ts'
import { loadDays } from '../../../db/office-days.ts'
import {
  readRollups,
  replaceRollups,
  rowsHead,
  setRollupHead,
  writeAgentSegments,
  type Rollup,
  type RollupRow,
} from '../../../db/rollups.ts'
import { Cells } from '../../../domain/figures/cells.ts'
import {
  Coarser,
  coarsenessOf,
  DAY_GRAINS,
  FINEST,
  MONTH_GRAINS,
  sourceOf,
  type Grain,
} from '../../../domain/figures/coarser.ts'
import { emptyFloorRow, floorOf, type FloorRow } from '../../../domain/figures/floor.ts'
import { cellsOfDay, type DayCells, type DayParts } from '../../../domain/figures/of-day.ts'
import { pack, unpack } from '../../../domain/figures/pack.ts'
import { nextDay } from '../../../domain/office-time.ts'
import { dropCost, setCostKept, writeCostDays } from '../../../db/cost-rollups.ts'
import { costOfDays, makeCostMonth } from '../../cost/make-cost.ts'
import { piecesOf } from '../../pieces.ts'
import { Stretches } from '../stretches.ts'
import { isOver } from './months.ts'

/** Days from one (YYYY-MM-DD) to before another. */
export interface DaysSpan {
  readonly from: string
  readonly to: string
}

/** Makes the rollups of these days, and of the months they are in that are over. Returns how many days had anything. */
export async function makeRollups(
  db: Database,
  office: string,
  { from, to }: DaysSpan,
  now: number,
): Promise<number> {
  let made = 0
  for await (const piece of piecesOf(db.reader, office, { from, to })) {
    made += await makeDays(db, office, piece, now)
  }
  for (let month = from.slice(0, 7); `${month}-01` < to; month = nextMonth(month)) {
    if (isOver(month, now)) await makeMonth(db, office, month)
  }
  return made
}

/** Makes the rollups of these days alone. */
export async function makeDays(
  db: Database,
  office: string,
  span: DaysSpan,
  now: number,
): Promise<number> {
  // Read before the visits: what is newer than this is told again later.
  const seq = await rowsHead(db.reader, office)
  const days = await loadDays(db.reader, office, { ...span, now })
  const cost = await costOfDays(db.reader, office, days)
  const stretches = new Stretches()
  const rows: Rollup[] = []
  for (const parts of days) {
    for (const row of rollupsOf(office, parts)) {
      rows.push(row)
      await stretches.next()
    }
  }
  await db.knex.transaction(async (trx) => {
    await replaceRollups(trx, { office, grains: DAY_GRAINS, ...span }, rows, seq)
    await writeCostDays(trx, cost, { office, ...span }, seq)
    for (const { day, agents } of days) {
      if (agents) await writeAgentSegments(trx, office, day, agents)
    }
  })
  return days.length
}

/** The rollups of one day, all that are made of days, one after another. */
export function* rollupsOf(office: string, parts: DayParts): Generator<Rollup> {
  const { day } = parts
  const made = new Map<Grain, DayCells>([[FINEST, cellsOfDay(parts, true)]])
  for (const grain of DAY_GRAINS) {
    const { cells, floors } = made.get(grain) ?? coarser(grain, made.get(sourceOf(grain)), day)
    made.set(grain, { cells, floors })
    const bytes = pack(cells.all(), floors)
    yield { office_id: office, grain, start: day, part: '', holds: '', cells: bytes }
  }
}

function coarser(grain: Grain, source: DayCells | undefined, day: string): DayCells {
  const to = new Coarser(grain)
  if (source) to.add(source, day)
  return to
}

/** Makes the rollups of a month (YYYY-MM) out of those of its days. */
export async function makeMonth(db: Database, office: string, month: string): Promise<void> {
  const seq = await rowsHead(db.reader, office)
  const span = { offices: [office], from: `${month}-01`, to: `${nextMonth(month)}-01` }
  const stretches = new Stretches()
  const rows: Rollup[] = []
  for (const [source, grains] of Map.groupBy(MONTH_GRAINS, sourceOf)) {
    const days = await readRollups(db.reader, source, span)
    const all = grains.map((grain) => ({ grain, coarser: new Coarser(grain) }))
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
  const replaced = { office, grains: MONTH_GRAINS, from: month, to: nextMonth(month) }
  await db.knex.transaction((trx) => replaceRollups(trx, replaced, rows, seq))
  await makeCostMonth(db, office, month)
}

/** Where services are told apart, each category is a part, or each agent where they are too; what goes on is in that of none. */
function* partsOf(
  grain: Grain,
  { cells, floors }: Coarser,
): Generator<Pick<Rollup, 'part' | 'holds' | 'cells'>> {
  const { services, agents } = coarsenessOf(grain)
  if (!services) {
    yield { part: '', holds: '', cells: pack(cells.all(), floors) }
    return
  }
  const parts = Map.groupBy(cells.all(), ({ key }) => (agents ? key.agent : key.category))
  yield { part: '', holds: '', cells: pack(parts.get('') ?? [], floors) }
  parts.delete('')
  for (const [part, own] of parts) {
    const codes = new Set(own.flatMap(({ key }) => [key.service, key.programme]))
    yield { part, holds: `|${[...codes].join('|')}|`, cells: pack(own, new Map()) }
  }
}

function unpacked(bytes: Uint8Array): DayCells {
  const cells = new Cells()
  const rows = new Map<number, FloorRow>()
  unpack(bytes, {
    wantsService: () => true,
    sumsFor: (kind) => ({ at: (slot) => cells.at({ ...kind, slot }) }),
    floorFor(slot) {
      const row = emptyFloorRow()
      rows.set(slot, row)
      return row
    },
  })
  return { cells, floors: new Map([...rows].map(([slot, row]) => [slot, floorOf(row)])) }
}

/** Makes everything that there is of an office anew, and says up to where its journal is told. */
export async function rebuildRollups(db: Database, office: string, now: number): Promise<number> {
  const seq = await rowsHead(db.reader, office)
  const days = await daysOf(db, office)
  const [first, last] = [days[0], days.at(-1)]
  await db.knex('rollups').where('office_id', office).delete()
  await db.knex.transaction((trx) => dropCost(trx, office))
  const made =
    first && last ? await makeRollups(db, office, { from: first, to: nextDay(last) }, now) : 0
  await setRollupHead(db.knex, office, seq)
  await setCostKept(db.knex, office)
  return made
}

/** In order, among them the first and the last: of visits, and of days on which somebody was there and nobody came. */
async function daysOf(db: Database, office: string): Promise<string[]> {
  const [visits] = await db
    .reader<{ office_id: string; day: string }>('visits')
    .where('office_id', office)
    .min({ first: 'day' })
    .max({ last: 'day' })
  const [made] = await db
    .reader<RollupRow>('rollups')
    .where({ office_id: office, grain: 'day' })
    .min({ first: 'start' })
    .max({ last: 'start' })
  const all = [visits?.first, visits?.last, made?.first, made?.last] as (
    string | null | undefined
  )[]
  return all.filter((day) => typeof day === 'string').sort()
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number, 1))
  return next.toISOString().slice(0, 7)
}
