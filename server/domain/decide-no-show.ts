// Called, and did not come: announced again, waits again, or is over, as the office has it.
import type { Deciding } from './deciding.ts'
import { hasUsedMoreTime } from './more-time.ts'
import { standingFor } from './order.ts'
import type { NoShowPolicy } from './settings.ts'
import type { Visit } from './visit.ts'

/** How many times `limit` somebody gets who is never hurried; null: there is no end to it. */
export function patience(
  limit: number | null,
  visit: Visit,
  { unhurried }: NoShowPolicy,
): number | null {
  if (limit === null || visit.details.unhurried !== true) return limit
  return unhurried === 'never' ? null : limit * 2
}

/** Announces it again; one time more than the office announces makes it a no-show. */
export function recall(d: Deciding, id: string): void {
  const visit = d.mine(id, 'recall')
  const { noShow } = d.settings.policy
  const most = patience(noShow.afterRecalls, visit, noShow)
  const recalls = visit.timesCalled - 1
  if (most !== null && recalls >= most) notShown(d, visit)
  else d.record({ type: 'visit-recalled', visit: id })
}

/** Waits again, last in line, as often as the office lets people; then the visit is over. */
export function notShown(d: Deciding, visit: Visit): void {
  const { waitsAgain: times } = d.settings.policy.noShow
  const waitsAgain = visit.timesMissed < times && !hasUsedMoreTime(visit)
  const standing = waitsAgain ? standingFor(d.state, d.order, visit, 'last', d.now) : null
  d.record({ type: 'visit-not-shown', visit: visit.id, standing })
}
