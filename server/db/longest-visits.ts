// Which visits may be the longest in something: found by their segments alone, in the database, so that
// only those few are read whole.
import type { Knex } from 'knex'
import type { SegmentState } from '../domain/segments.ts'

export interface PerhapsLong {
  readonly id: string
  readonly office: string
  /** ms in these states together; what has not ended is longer than all. */
  readonly atMost: number
}

/** More than any length, ms. */
const ENDLESS = 1e15

/**
 * Visits of these offices and days [from, to), those first that were longest in these states; `limit`
 * of them after `offset`.
 */
export async function perhapsLongest(
  knex: Knex,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
  states: readonly SegmentState[],
  { offset, limit }: { offset: number; limit: number },
): Promise<PerhapsLong[]> {
  const among = states.map(() => '?').join(', ')
  const lengths = knex.raw(
    `CAST(SUM(CASE WHEN segments.state NOT IN (${among}) THEN 0
       WHEN segments.ended_at IS NULL THEN ${ENDLESS.toFixed(0)}
       WHEN segments.ended_at > segments.started_at THEN segments.ended_at - segments.started_at
       ELSE 0 END) AS BIGINT) AS at_most`,
    [...states],
  )
  const rows = await knex('visits')
    .leftJoin('segments', 'segments.visit_id', 'visits.id')
    .whereIn('visits.office_id', [...offices])
    .where('visits.day', '>=', from)
    .where('visits.day', '<', to)
    .groupBy('visits.id', 'visits.office_id')
    .select<Row[]>('visits.id', 'visits.office_id', lengths)
    .orderByRaw('at_most DESC, visits.id')
    .offset(offset)
    .limit(limit)
  return rows.map(({ id, office_id: office, at_most: atMost }) => ({
    id,
    office,
    atMost: atMost ?? 0,
  }))
}

interface Row {
  id: string
  office_id: string
  at_most: number | null
}
