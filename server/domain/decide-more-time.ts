// What citizens do with their own visit: leave, or be called later.
import type { CommandOf } from './commands.ts'
import { ripen } from './decide-due.ts'
import type { Deciding } from './deciding.ts'
import { MORE_TIME_MOST, MORE_TIME_PLACES, moreTimeLeft } from './more-time.ts'
import { mayTake } from './may-take.ts'
import { takeable } from './order.ts'
import { Refused } from './refusals.ts'
import { waitingVisits } from './state.ts'
import type { Visit } from './visit.ts'

/** Citizens may leave until they are served, also when called; staff who has the visit, always. */
export function leave(d: Deciding, { visit: id, by }: CommandOf<'leave'>): void {
  const isOwn = d.by.actor.kind === 'citizen'
  const visit = isOwn ? d.moving(id, 'leave') : d.mine(id, 'leave')
  if (isOwn && visit.state === 'serving') throw d.notAllowed(visit)
  d.record({ type: 'visit-left', visit: id, by })
}

/** Behind the next few who would be called after it: never further ahead than it was. */
export function moreTime(d: Deciding, id: string): void {
  ripen(d)
  const visit = d.moving(id, 'more-time')
  if (moreTimeLeft(visit) === 0) throw new Refused('more-time-used', { most: MORE_TIME_MOST })
  const behind = waitingBehind(d, visit).slice(0, MORE_TIME_PLACES)
  const last = behind.at(-1)
  if (!last) throw new Refused('nobody-behind')
  const credit = visit.standing - d.order.rank(visit)
  const after = d.order.rank(last) + 1 + credit
  // One step at least: whom a rule had put first is then no longer first.
  const standing = Math.max(visit.standing + 1, after)
  d.record({ type: 'visit-postponed', visit: id, standing })
}

/** Those behind whom an agent takes who takes this one too, the next first. */
function waitingBehind(d: Deciding, visit: Visit): Visit[] {
  const mine = takeable(visit)
  const takers = [...d.state.agents.values()].filter((agent) => mayTake(agent, mine))
  return waitingVisits(d.state)
    .filter((other) => d.order.compare(visit, other) < 0)
    .filter((other) => {
      const theirs = takeable(other)
      return takers.length === 0 || takers.some((agent) => mayTake(agent, theirs))
    })
    .sort(d.order.compare)
}
