// What agents say of themselves: which counter they are at, what they take now, whether they can be
// called upon. `decide` asks these.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import type { WorkProfile } from './facts.ts'
import { Refused } from './refusals.ts'
import { visitWith } from './state.ts'

/**
 * Stations the agent at a counter, which must be free, while no visit is open elsewhere. What of the
 * work profile is not given stays as it was; a service withdrawn since may still be taken, since
 * people may still wait for it.
 */
export function takeCounter(d: Deciding, command: { counter: string } & Partial<WorkProfile>) {
  const agent = d.by.actor.id
  d.counterFreeFor(command.counter, agent)
  for (const service of command.services ?? []) d.service(service)
  for (const kind of command.counterKinds ?? []) d.counterKind(kind)
  const now = d.state.agents.get(agent)
  const open = visitWith(d.state, agent)
  if (open && now?.counter !== command.counter) throw new Refused('agent-busy', { visit: open.id })
  const { counter, ...given } = command
  const before = now ?? { services: null, counterKinds: null, languages: null }
  const { services, counterKinds, languages } = { ...before, ...given }
  const profile = { services, counterKinds, languages }
  if (now?.counter === counter && isSameProfile(now, profile)) return
  d.record({ type: 'agent-stationed', agent, counter, ...profile })
}

function isSameProfile(a: WorkProfile, b: WorkProfile): boolean {
  return (
    sameList(a.services, b.services) &&
    sameList(a.counterKinds, b.counterKinds) &&
    sameList(a.languages, b.languages)
  )
}

function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === b || (a !== null && b !== null && a.join() === b.join())
}

/** Only who is free comes and goes. A reason is why somebody is not available, and only that. */
export function changeAvailability(d: Deciding, command: CommandOf<'change-availability'>): void {
  const agent = d.agent()
  d.idle(agent.id)
  const { availability } = command
  const isHere = availability === 'available' || availability === 'wrap-up'
  const reason = isHere ? undefined : command.reason
  if (reason !== undefined) d.reason('away', reason)
  const backAt = isHere ? undefined : command.backAt
  if (backAt !== undefined && backAt <= d.now) throw new Refused('times-impossible')
  const isAsBefore = agent.reason === (reason ?? null) && agent.backAt === (backAt ?? null)
  if (agent.availability === availability && isAsBefore) return
  d.record({
    type: 'agent-availability-changed',
    agent: agent.id,
    availability,
    ...(reason === undefined ? {} : { reason }),
    ...(backAt === undefined ? {} : { backAt }),
  })
}

/**
 * After a visit has gone from `agent` by a finish: the office may give them a moment to write things
 * up. Nothing happens when it does not, or when something is still at their counter.
 */
export function wrapUpAfter(d: Deciding, agent: string): void {
  if (d.settings.policy.wrapUpSeconds === 0 || visitWith(d.state, agent)) return
  if (d.state.agents.get(agent)?.availability !== 'available') return
  d.record({ type: 'agent-availability-changed', agent, availability: 'wrap-up' })
}

/** Whoever calls, or begins, has written up what there was. */
export function endWrapUp(d: Deciding): void {
  const agent = d.by.actor.id
  if (d.state.agents.get(agent)?.availability !== 'wrap-up') return
  d.record({ type: 'agent-availability-changed', agent, availability: 'available' })
}

/** An undo has brought a visit back to `agent`, who may have gone to a break since: they are here. */
export function backWithVisit(d: Deciding, agent: string | null): void {
  if (agent === null || visitWith(d.state, agent) === undefined) return
  const availability = d.state.agents.get(agent)?.availability ?? 'available'
  if (availability === 'available') return
  d.record({ type: 'agent-availability-changed', agent, availability: 'available' })
}
