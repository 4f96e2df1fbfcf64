// The figures of a question: the one way in for reports, exports and benches.
import type { Database } from '../../../db/connect.ts'
import { WIDTH } from '../../../domain/figures/buckets.ts'
import type { FigureAnswer } from '../../../protocol/figures.ts'
import { settingsOfToday } from '../../../domain/settings-upcast.ts'
import { officeSettings } from '../../offices/office-store.ts'
import { figuresOfRollups } from './figures-of-rollups.ts'
import type { FigureQuery } from './query.ts'

/** `now`: UTC ms. Offices that are not there, and filters that contradict, are figures of nothing. */
export async function figuresOf(
  db: Database,
  query: FigureQuery,
  now: number,
): Promise<FigureAnswer> {
  const targets = await targetsOf(db, query.offices)
  const { total, groups, buckets } = await figuresOfRollups(db, query, targets, now)
  return {
    asOf: new Date(now).toISOString(),
    by: [...query.by],
    total,
    groups: groups.map(({ keys, figures }) => ({ keys: [...keys], figures })),
    buckets: buckets && [...buckets],
    width: WIDTH,
  }
}

/** From which a wait is too long in each of these offices, in minutes. */
async function targetsOf(
  { reader }: Database,
  offices: readonly string[],
): Promise<Map<string, number>> {
  const all = await officeSettings(reader)
  return new Map(
    all.flatMap(([code, stored]) => {
      if (!offices.includes(code)) return []
      return [[code, settingsOfToday(stored, code).policy.thresholds.wait.tooLongMinutes] as const]
    }),
  )
}
