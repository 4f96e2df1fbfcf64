// The same account, read back from the database by SQL: what the tables hold, not what the
// simulator was told.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Knex } from 'knex'
import { connect } from '../../db/connect.ts'
import { rowsTellAll } from '../../db/journal.ts'

const TRIES = 100

export interface Totals {
  ending: string
  service: string
  visits: number
  /** Sums over these visits, ms. */
  waited: number
  served: number
}

/**
 * Visits of an office that arrived from `from` on, by how they ended and by the service asked for.
 * A wait is the sum of the waiting segments before the last call, or of all of them for whoever was
 * never called.
 */
export async function readTotals(
  databaseUrl: string,
  office: string,
  from: number,
): Promise<Totals[]> {
  const database = connect(databaseUrl)
  try {
    await rowsAreThere(database.reader, office)
    return await query(database.reader, office, from)
  } finally {
    await database.close()
  }
}

/** The server writes the rows of visits some commits after their facts: a moment at most. */
async function rowsAreThere(knex: Knex, office: string): Promise<void> {
  for (let tries = 0; !(await rowsTellAll(knex, office)); tries += 1) {
    if (tries === TRIES) throw new Error(`the visits of ${office} are not in their tables`)
    await sleep(100)
  }
}

async function query(knex: Knex, office: string, from: number): Promise<Totals[]> {
  const lastCalls = knex('segments')
    .select('visit_id')
    .max('ordinal as ordinal')
    .where('state', 'called')
    .groupBy('visit_id')
  const waiting = `CASE WHEN segments.state = 'waiting'
    AND (last_calls.ordinal IS NULL OR segments.ordinal < last_calls.ordinal)
    THEN segments.ended_at - segments.started_at ELSE 0 END`
  const serving = `CASE WHEN segments.state = 'serving'
    THEN segments.ended_at - segments.started_at ELSE 0 END`
  const rows = await knex('visits')
    .join('requests', (join) => {
      join.on('requests.visit_id', 'visits.id').andOnVal('requests.request', 1)
    })
    .join('segments', 'segments.visit_id', 'visits.id')
    .leftJoin(lastCalls.as('last_calls'), 'last_calls.visit_id', 'visits.id')
    .where('visits.office_id', office)
    .andWhere('visits.arrived_at', '>=', from)
    .groupBy('visits.state', 'requests.service')
    .orderBy(['visits.state', 'requests.service'])
    .select<Record<string, unknown>[]>(
      'visits.state as ending',
      'requests.service as service',
      knex.raw('COUNT(DISTINCT visits.id) AS visits'),
      knex.raw(`SUM(${waiting}) AS waited`),
      knex.raw(`SUM(${serving}) AS served`),
    )
  return rows.map((row) => ({
    ending: String(row.ending),
    service: String(row.service),
    visits: Number(row.visits),
    waited: Number(row.waited),
    served: Number(row.served),
  }))
}
