// Joining by phone: whoever joins from afar is expected, with a number and a place from then on, and
// waits once they are here. Nobody is called who is not here: whose turn comes is passed over.
import type { CommandOf } from './commands.ts'
import { CLOCK } from './decide-due.ts'
import type { Deciding } from './deciding.ts'
import { mayTake } from './may-take.ts'
import { standingFor, takeable } from './order.ts'
import { Refused } from './refusals.ts'
import type { Agent } from './state.ts'
import type { Visit } from './visit.ts'

const MINUTE = 60_000

/** Refuses where nobody joins by phone, and from afar when as many are expected as may be. */
export function admitByPhone(d: Deciding, { expected }: CommandOf<'arrive'>): void {
  const { joining } = d.settings
  if (!joining) throw new Refused('joining-closed')
  if (!expected) return
  if (joining.mostExpected === 0) throw new Refused('joining-closed')
  const already = d.state.visits.count(({ state }) => state === 'expected')
  if (already >= joining.mostExpected) throw new Refused('joining-full')
}

/**
 * Here now, in the place that its joining gave it; behind those who are here when its turn came more
 * than the office's minutes ago.
 */
export function bePresent(d: Deciding, id: string): void {
  const visit = d.moving(id, 'arrive')
  const { passedAt } = visit.details
  const most = (d.settings.joining?.lateMinutes ?? 0) * MINUTE
  const isLate = passedAt !== undefined && d.now - passedAt > most
  const last = (): number => standingFor(d.state, d.order, visit, 'last', d.now)
  d.record({ type: 'visit-present', visit: id, standing: isLate ? last() : visit.standing })
}

/** Notes of everyone expected whom `agent` would have called before `called`, that their turn came. */
export function passOver(d: Deciding, agent: Agent, called: Visit): void {
  if (!d.settings.joining) return
  const missed = [...d.state.visits.values()].filter(
    (visit) =>
      visit.state === 'expected' &&
      visit.details.passedAt === undefined &&
      d.order.compare(visit, called) < 0 &&
      mayTake(agent, takeable(visit)),
  )
  for (const { id: visit } of missed) d.record({ type: 'visit-passed-over', visit }, d.now, CLOCK)
}
