// Makes rollups of an office's days out of its visits, and has those of their months follow. The same
// whether a day has just changed or years are made anew.
import type { Database } from '../../../db/connect.ts'
import { loadDays } from '../../../db/office-days.ts'
import {
  replaceRollups,
  rollupDays,
  rowsHead,
  setGroupsTold,
  setRollupHead,
  writeAgentSegments,
  type Rollup,
} from '../../../db/rollups.ts'
import { DAY_GRAINS, GROUP_DAY_GRAINS } from '../../../domain/figures/coarser.ts'
import { nextDay } from '../../../domain/office-time.ts'
import { dropCost, setCostKept, writeCostDays } from '../../../db/cost-rollups.ts'
import { costOfDays } from '../../cost/make-cost.ts'
import { piecesOf } from '../../pieces.ts'
import { groupsOf } from '../agent-group-store.ts'
import { Stretches } from '../stretches.ts'
import { groupNamesOf, rollupsOf } from './day-rows.ts'
import { makeMonth } from './make-month.ts'
import { isOver, nextMonth } from './months.ts'

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
  const groups = await groupNamesOf(db, office)
  const days = await loadDays(db.reader, office, { ...span, now })
  const cost = await costOfDays(db.reader, office, days)
  const stretches = new Stretches()
  const rows: Rollup[] = []
  for (const parts of days) {
    for (const row of rollupsOf(office, parts, groups)) {
      rows.push(row)
      await stretches.next()
    }
  }
  const grains = [...DAY_GRAINS, ...GROUP_DAY_GRAINS]
  await db.knex.transaction(async (trx) => {
    await replaceRollups(trx, { office, grains, ...span }, rows, seq)
    await writeCostDays(trx, cost, { office, ...span }, seq)
    for (const { day, agents } of days) {
      if (agents) await writeAgentSegments(trx, office, day, agents)
    }
  })
  return days.length
}

/** Makes everything that there is of an office anew, and says up to where its journal is told. */
export async function rebuildRollups(db: Database, office: string, now: number): Promise<number> {
  const seq = await rowsHead(db.reader, office)
  const groups = (await groupsOf(db.reader, [office])).get(office)
  const days = await daysOf(db, office)
  const [first, last] = [days[0], days.at(-1)]
  await db.knex('rollups').where('office_id', office).delete()
  await db.knex.transaction((trx) => dropCost(trx, office))
  const made =
    first && last ? await makeRollups(db, office, { from: first, to: nextDay(last) }, now) : 0
  await setRollupHead(db.knex, office, seq)
  await setGroupsTold(db.knex, office, groups?.id ?? null)
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
  const made = await rollupDays(db.reader, office)
  const all = [visits?.first, visits?.last, made?.first, made?.last] as (
    string | null | undefined
  )[]
  return all.filter((day) => typeof day === 'string').sort()
}
