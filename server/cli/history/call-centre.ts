// The office that stands for the call centre of the real log, in a database of its own: what the log
// is imported into, for demos, comparisons and tests.
import { runningClock } from '../../clock.ts'
import { connect } from '../../db/connect.ts'
import { migrateUp } from '../../db/migrate.ts'
import { seedProvince } from '../seed-province.ts'
import { callCentre } from '../simulate/administration.ts'

export const CALL_CENTRE = 'call-log'
/** The call centre was in Haifa. */
export const CALL_CENTRE_ZONE = 'Asia/Jerusalem'
const COUNTERS = 12

const BEFORE_THE_LOG = Date.parse('1999-01-31T20:00:00Z')

/** A new database with this office, at `url`; it has been there since before the log. */
export async function prepareCallCentre(url: string, password: string): Promise<void> {
  const db = connect(url)
  await migrateUp(db)
  const office = { code: CALL_CENTRE, settings: callCentre(COUNTERS, CALL_CENTRE_ZONE) }
  await seedProvince(db, runningClock(BEFORE_THE_LOG), { password, offices: 0, also: [office] })
  await db.close()
}
