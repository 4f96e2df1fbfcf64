// Where a visit stands in line: the instant from which its place counts.
import type { Order } from './order.ts'
import type { Policy } from './settings.ts'
import { waitingVisits, type OfficeState } from './state.ts'
import type { Visit } from './visit.ts'

const MINUTE = 60_000

/** Whether somebody with an appointment came before its grace was over. Instants in UTC ms. */
export function isOnTime(
  policy: Policy,
  arrivedAt: number,
  bookedAt: number | undefined,
): bookedAt is number {
  return bookedAt !== undefined && arrivedAt <= bookedAt + policy.appointmentGraceMinutes * MINUTE
}

/** UTC ms: the booked time of one who comes on time, else the arrival. */
export function standingOf(policy: Policy, arrivedAt: number, bookedAt?: number): number {
  return isOnTime(policy, arrivedAt, bookedAt) ? bookedAt : arrivedAt
}

/** The standing (UTC ms) that puts `visit` just before `other`, who waits; null: it cannot be. */
export function standingBefore(
  state: OfficeState,
  order: Order,
  visit: Visit,
  other: Visit,
): number | null {
  const others = waitingVisits(state).filter((each) => each.id !== visit.id)
  // Whoever is moved down the line is no more the one whom a rule put first.
  const at = (standing: number): Visit => ({
    ...visit,
    standing,
    raised: standing <= visit.standing ? visit.raised : null,
  })
  const credit = visit.standing - order.rank(visit)
  for (const rank of [order.rank(other), order.rank(other) - 1]) {
    const moved = at(rank + credit)
    if (order.compare(moved, other) > 0) continue
    const between = others.some(
      (each) => order.compare(moved, each) < 0 && order.compare(each, other) < 0,
    )
    if (!between) return moved.standing
  }
  return null
}
