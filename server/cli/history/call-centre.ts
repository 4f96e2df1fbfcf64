// The office that stands for the call centre of the real log, in a database of its own: what the log
// is imported into, for demos, comparisons and tests.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { seedProvince } from '../seed-province.ts'
import { callCentre } from '../simulate/administration.ts'

export const CALL_CENTRE = 'call-log'
/** The call centre was in Haifa. */
export const CALL_CENTRE_ZONE = 'Asia/Jerusalem'
const COUNTERS = 12

export async function seedCallCentre(db: Database, clock: Clock, password: string): Promise<void> {
  const settings = callCentre(COUNTERS, CALL_CENTRE_ZONE)
  await seedProvince(db, clock, { password, offices: 0, also: [{ code: CALL_CENTRE, settings }] })
}
