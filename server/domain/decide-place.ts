// The moves that decide where and for whom a visit waits: back in line, elsewhere in line, for
// another service, counter or agent.
import type { CommandOf } from './commands.ts'
import { ripen } from './decide-due.ts'
import type { Deciding } from './deciding.ts'
import { officeDay } from './office-time.ts'
import { standingFor } from './order.ts'
import { Refused } from './refusals.ts'
import { standingBefore } from './standing.ts'
import type { Visit } from './visit.ts'

export function giveBack(d: Deciding, command: CommandOf<'return'>): void {
  const visit = d.mine(command.visit, 'return')
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({ type: 'visit-returned', visit: visit.id, standing })
}

export function transfer(d: Deciding, command: CommandOf<'transfer'>): void {
  const visit = d.mine(command.visit, 'transfer')
  const { service, counter, agent } = command.to
  if (service !== undefined) d.offered(service)
  if (counter !== undefined) d.counter(counter)
  if (agent !== undefined) d.signedIn(agent)
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({
    type: 'visit-transferred',
    visit: visit.id,
    service: service ?? null,
    counter: counter ?? null,
    agent: agent ?? null,
    standing,
  })
}

/** For one agent alone, or (null) for whoever takes its service: either ends a transfer's aim. */
export function assign(d: Deciding, { visit: id, agent }: CommandOf<'assign'>): void {
  const visit = d.moving(id, 'assign')
  if (agent !== null) d.signedIn(agent)
  if (visit.agent === agent && visit.counter === null) return
  d.record({ type: 'visit-assigned', visit: id, agent })
}

/** By hand, for a reason that stays on record. */
export function reorder(d: Deciding, command: CommandOf<'reorder'>): void {
  ripen(d)
  const visit = d.moving(command.visit, 'reorder')
  const { to, reason } = command
  d.reason('reorder', reason)
  const standing = standingAt(d, visit, to)
  if (standing === visit.standing) return
  d.record({ type: 'visit-reordered', visit: visit.id, standing, reason })
}

function standingAt(d: Deciding, visit: Visit, to: CommandOf<'reorder'>['to']): number {
  if (typeof to === 'string') return standingFor(d.state, d.order, visit, to, d.now)
  const other = d.visit(to.before)
  const standing =
    other.state === 'waiting' && other.id !== visit.id
      ? standingBefore(d.state, d.order, visit, other)
      : null
  if (standing === null) throw new Refused('reorder-impossible', { visit: to.before })
  return standing
}

/** On the day of its number only: the same number is somebody else's on the next. */
export function bringBack(d: Deciding, command: CommandOf<'bring-back'>): void {
  const visit = d.moving(command.visit, 'bring-back')
  if (visit.number.day !== officeDay(d.now, d.settings.timeZone)) throw d.notAllowed(visit)
  const standing = standingFor(d.state, d.order, visit, command.place, d.now)
  d.record({ type: 'visit-brought-back', visit: visit.id, standing })
}
