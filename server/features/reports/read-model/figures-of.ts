// The figures of a question: the one way in for reports, exports and benches.
import type { Database } from '../../../db/connect.ts'
import { WIDTH } from '../../../domain/figures/buckets.ts'
import type { FigureAnswer } from '../../../protocol/figures.ts'
import { figuresOfSegments } from './figures-of-segments.ts'
import type { FigureQuery } from './query.ts'

/** `now`: UTC ms. Offices that are not there, and filters that contradict, are figures of nothing. */
export async function figuresOf(
  db: Database,
  query: FigureQuery,
  now: number,
): Promise<FigureAnswer> {
  const { total, groups, buckets } = await figuresOfSegments(db, query, now)
  return {
    asOf: new Date(now).toISOString(),
    by: [...query.by],
    total,
    groups: groups.map(({ keys, figures }) => ({ keys: [...keys], figures })),
    buckets: buckets && [...buckets],
    width: WIDTH,
  }
}
