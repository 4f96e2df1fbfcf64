// Figures of the days of a history, once it is in.
import type { Database } from '../../db/connect.ts'
import { rollupHead } from '../../db/rollups.ts'
import { nextDay } from '../../domain/office-time.ts'
import { makeRollups, rebuildRollups } from '../../features/reports/rollups/make-rollups.ts'

/** Makes the rollups from the first to the last of these days; all, where the office has none yet. */
export async function figureDays(
  db: Database,
  office: string,
  days: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const [first, ...others] = [...days].sort()
  if (first === undefined) return
  if ((await rollupHead(db.knex, office)) === null) await rebuildRollups(db, office, now)
  else await makeRollups(db, office, { from: first, to: nextDay(others.at(-1) ?? first) }, now)
}
