// Makes rollups of an office's days out of its visits, and those of months out of those of days. The
// same whether a day has just changed or years are made anew.
import type { Database } from '../../../db/connect.ts'
import { loadDays } from '../../../db/office-days.ts'
import {
  readRollups,
  rowsHead,
  setRollupHead,
  writeAgentSegments,
  writeRollups,
  type Rollup,
  type RollupRow,
} from '../../../db/rollups.ts'
import { Cells } from '../../../domain/figures/cells.ts'
import { Coarser, GRAIN_NAMES, GRAINS, type Grain } from '../../../domain/figures/coarser.ts'
import type { Floor } from '../../../domain/figures/floor.ts'
import { cellsOfDay, type DayParts } from '../../../domain/figures/of-day.ts'
import { pack, unpack } from '../../../domain/figures/pack.ts'
import { nextDay } from '../../../domain/office-time.ts'
import { dropCost, setCostKept, writeCostDays } from '../../../db/cost-rollups.ts'
import { costOfDays, makeCostMonth } from '../../cost/make-cost.ts'

const OF_DAYS = GRAIN_NAMES.filter((grain) => GRAINS[grain].span === 'day')
const OF_MONTHS = GRAIN_NAMES.filter((grain) => GRAINS[grain].span === 'month')
/** From which all the others can be made. */
const FINEST: Grain = 'half-hour-service'
/** How many days are read at once: bounds the memory that a year takes. */
const AT_ONCE = 31

/** Days from one (YYYY-MM-DD) to before another. */
export interface DaysSpan {
  readonly from: string
  readonly to: string
}

/** Makes the rollups of these days, and of the months they are in. Returns how many days had anything. */
export async function makeRollups(
  db: Database,
  office: string,
  { from, to }: DaysSpan,
  now: number,
): Promise<number> {
  let made = 0
  for (let day = from; day < to; day = plusDays(day, AT_ONCE)) {
    const end = earlier(to, plusDays(day, AT_ONCE))
    made += await makeDays(db, office, { from: day, to: end }, now)
  }
  for (let month = from.slice(0, 7); `${month}-01` < to; month = nextMonth(month)) {
    await makeMonth(db, office, month)
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
  const rows = days.flatMap((parts) => rollupsOf(office, parts))
  const cost = await costOfDays(db.reader, office, days)
  await db.knex.transaction(async (trx) => {
    await trx('rollups')
      .where('office_id', office)
      .whereIn('grain', OF_DAYS)
      .where('start', '>=', span.from)
      .where('start', '<', span.to)
      .where('seq', '<=', seq)
      .delete()
    await writeRollups(trx, rows, seq)
    await writeCostDays(trx, cost, { office, ...span }, seq)
    for (const { day, agents } of days) {
      if (agents) await writeAgentSegments(trx, office, day, agents)
    }
  })
  return days.length
}

/** The rollups of one day, all that are made of days. */
export function rollupsOf(office: string, parts: DayParts): Rollup[] {
  const { day } = parts
  const finest = cellsOfDay(parts)
  return OF_DAYS.map((grain) => {
    const coarser = new Coarser(grain)
    coarser.add(finest, day)
    return { office_id: office, grain, start: day, cells: pack(coarser.cells, coarser.floors) }
  })
}

/** Makes the rollups of a month (YYYY-MM) out of those of its days. */
export async function makeMonth(db: Database, office: string, month: string): Promise<void> {
  const seq = await rowsHead(db.reader, office)
  const span = { offices: [office], from: `${month}-01`, to: `${nextMonth(month)}-01` }
  const days = await readRollups(db.reader, FINEST, span)
  const all = OF_MONTHS.map((grain) => ({ grain, coarser: new Coarser(grain) }))
  for (const { start, cells: bytes } of days.sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const day = unpacked(bytes)
    for (const { coarser } of all) coarser.add(day, start)
  }
  const rows = all.map(({ grain, coarser: { cells, floors } }) => {
    return { office_id: office, grain, start: month, cells: pack(cells, floors) }
  })
  await db.knex.transaction((trx) => writeRollups(trx, rows, seq))
  await makeCostMonth(db, office, month)
}

function unpacked(bytes: Uint8Array): { cells: Cells; floors: Map<number, Floor> } {
  const cells = new Cells()
  const floors = new Map<number, Floor>()
  unpack(bytes, {
    wantsService: () => true,
    sumsFor: (key) => cells.at(key),
    takeFloor: (slot, floor) => floors.set(slot, floor),
  })
  return { cells, floors }
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

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10)
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
