// What this office is asked for most: a greeter picks from these before searching.
import type { Knex } from 'knex'
import type { FactRow } from '../../db/journal.ts'
import type { FactBody } from '../../domain/facts.ts'

/** How many of the latest visits are looked at. */
const LOOKED_AT = 100

/** How much of the journal is read at first; as much again and more while that is not enough. */
const FIRST_STRETCH = 1_000

/**
 * Codes of the services that the last visits of the office came for, the most frequent first, of
 * equals the latest. `seq` is that of its last fact: the journal is read backwards from there, in
 * stretches of its own key, so that it is as quick after years as on the first day.
 */
export async function frequentServices(knex: Knex, office: string, seq: number): Promise<string[]> {
  const arrivals: string[] = []
  let stretch = FIRST_STRETCH
  for (let to = seq; to > 0 && arrivals.length < LOOKED_AT; to -= stretch, stretch *= 2) {
    const rows = await knex<FactRow>('facts')
      .where('office_id', office)
      .whereBetween('seq', [to - stretch + 1, to])
      .where('type', 'visit-arrived')
      .orderBy('seq', 'desc')
      .limit(LOOKED_AT - arrivals.length)
      .select('data')
    arrivals.push(...rows.map(({ data }) => data))
  }
  return byFrequency(arrivals.flatMap(servicesOf))
}

function servicesOf(data: string): string[] {
  const body = JSON.parse(data) as Extract<FactBody, { type: 'visit-arrived' }>
  return body.requests.map(({ service }) => service)
}

function byFrequency(services: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const service of services) counts.set(service, (counts.get(service) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([service]) => service)
}
