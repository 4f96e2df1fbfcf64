// Figures of the days of a history, once it is in.
import type { Database } from '../../db/connect.ts'
import { daysTold, rollupHead } from '../../db/rollups.ts'
import { nextDay } from '../../domain/office-time.ts'
import { makeRollups, rebuildRollups } from '../../features/reports/rollups/make-rollups.ts'

/**
 * Makes the rollups from the first to the last of these days that they do not tell yet; all, where the
 * office has none. `days`: YYYY-MM-DD, each with the seq of the newest fact that brought a visit of it.
 */
export async function figureDays(
  db: Database,
  office: string,
  days: ReadonlyMap<string, number>,
  now: number,
): Promise<void> {
  if (days.size === 0) return
  if ((await rollupHead(db.knex, office)) === null) {
    await rebuildRollups(db, office, now)
    return
  }
  const told = await daysTold(db.knex, office)
  const untold = [...days].filter(([day, seq]) => (told.get(day) ?? -1) < seq)
  const [first, ...others] = untold.map(([day]) => day).sort()
  if (first === undefined) return
  await makeRollups(db, office, { from: first, to: nextDay(others.at(-1) ?? first) }, now)
}
