// The sample province as a test finds it: migrated and seeded once in a process, copied ever after.
import { seedProvince } from '../../server/cli/seed-province.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateUp } from '../../server/db/migrate.ts'
import { drivenClock } from './driven-clock.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** 09:00 in Victoria on Tuesday 2 June 2026. */
export const OPENING = Date.parse('2026-06-02T16:00:00Z')
export const PASSWORD = 'guichet'

export async function seeded(url: string): Promise<void> {
  const db = connect(url)
  await migrateUp(db)
  await seedProvince(db, drivenClock(OPENING), { password: PASSWORD, agents: 8 })
  await db.close()
}
