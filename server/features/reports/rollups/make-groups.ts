// Makes the rollups of agents' groups once they are named anew: of the last version, and of all days that there are.
import type { Database } from '../../../db/connect.ts'
import {
  readRollups,
  replaceRollups,
  rollupDays,
  rowsHead,
  setGroupsTold,
  type Rollup,
} from '../../../db/rollups.ts'
import { groupNames } from '../../../domain/figures/agent-groups.ts'
import { FINEST, GROUP_DAY_GRAINS, GROUP_MONTH_GRAINS } from '../../../domain/figures/coarser.ts'
import { groupsOf } from '../agent-group-store.ts'
import { Stretches } from '../stretches.ts'
import { rowsOfDay, unpacked, type GroupNames } from './day-rows.ts'
import { writeMonth } from './make-month.ts'
import { daysOfMonth, isOver, nextMonth } from './months.ts'

/**
 * Makes the rollups of groups anew, out of those of single agents, and says that they tell the last
 * version of the groups.
 */
export async function makeGroups(db: Database, office: string, now: number): Promise<void> {
  const version = (await groupsOf(db.reader, [office])).get(office)
  const groups = groupNames(version?.groups ?? [])
  const days = await rollupDays(db.reader, office)
  const end = days ? nextMonth(days.last.slice(0, 7)) : ''
  for (let month = days?.first.slice(0, 7) ?? ''; month < end; month = nextMonth(month)) {
    await writeGroupDays(db, office, month, groups)
    const grains = GROUP_MONTH_GRAINS
    if (isOver(month, now)) await writeMonth(db, office, month, { grains, groups })
  }
  await setGroupsTold(db.knex, office, version?.id ?? null)
}

async function writeGroupDays(
  db: Database,
  office: string,
  month: string,
  groups: GroupNames,
): Promise<void> {
  const seq = await rowsHead(db.reader, office)
  const span = daysOfMonth(month)
  const grains = GROUP_DAY_GRAINS
  const stretches = new Stretches()
  const rows: Rollup[] = []
  const days = await readRollups(db.reader, FINEST, { offices: [office], ...span })
  for (const { start, cells } of days) {
    for (const row of rowsOfDay(office, start, unpacked(cells), { grains, groups })) {
      rows.push(row)
      await stretches.next()
    }
  }
  await db.knex.transaction((trx) => replaceRollups(trx, { office, grains, ...span }, rows, seq))
}
