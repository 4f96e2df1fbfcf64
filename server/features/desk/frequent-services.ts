// What this office is asked for most: a greeter picks from these before searching.
import type { Knex } from 'knex'
import type { FactRow } from '../../db/journal.ts'
import type { FactBody } from '../../domain/facts.ts'

/** How many of the latest visits are looked at. */
export const LOOKED_AT = 100

/**
 * Codes of the services that the last visits of the office came for, the most frequent first, of
 * equals the latest. Reads the journal backwards by its own key: as quick after years as on the
 * first day.
 */
export async function frequentServices(knex: Knex, office: string): Promise<string[]> {
  const rows = await knex<FactRow>('facts')
    .where({ office_id: office, type: 'visit-arrived' })
    .orderBy('seq', 'desc')
    .limit(LOOKED_AT)
    .select('data')
  const counts = new Map<string, number>()
  for (const { data } of rows) {
    const body = JSON.parse(data) as Extract<FactBody, { type: 'visit-arrived' }>
    for (const { service } of body.requests) counts.set(service, (counts.get(service) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([service]) => service)
}
