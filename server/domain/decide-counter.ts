// What agents do at their counters: take one, come and go, call and begin. `decide` asks these.
import type { CommandOf } from './commands.ts'
import type { WorkProfile } from './facts.ts'
import type { Deciding } from './deciding.ts'
import { nextToServe } from './order.ts'
import { Refused } from './refusals.ts'
import { visitWith, waitingVisits } from './state.ts'

/** Stations the agent at a counter, which must be free, while no visit is open elsewhere. */
export function takeCounter(d: Deciding, command: { counter: string } & Partial<WorkProfile>) {
  const agent = d.by.actor.id
  d.counterFreeFor(command.counter, agent)
  for (const service of command.services ?? []) d.service(service)
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

export function changeAvailability(d: Deciding, command: CommandOf<'change-availability'>): null {
  const agent = d.agent()
  d.idle(agent.id)
  if (agent.availability !== command.availability) {
    const { availability } = command
    d.record({ type: 'agent-availability-changed', agent: agent.id, availability })
  }
  return null
}

export function signOff(d: Deciding): null {
  const id = d.by.actor.id
  d.idle(id)
  if (d.state.agents.has(id)) d.record({ type: 'agent-signed-off', agent: id })
  return null
}

export function callNext(d: Deciding, command: CommandOf<'call-next'>): string | null {
  const id = d.by.actor.id
  d.idle(id)
  takeCounter(d, { counter: command.counter })
  const agent = d.available()
  const next = nextToServe(d.state, d.order, agent)
  if (!next) return null
  const { visit, reason } = next
  d.record({ type: 'visit-called', visit: visit.id, agent: id, counter: agent.counter, reason })
  return visit.id
}

export function call(d: Deciding, command: CommandOf<'call'>): void {
  const visit = d.moving(command.visit, 'call')
  d.idle(d.by.actor.id)
  if (command.counter !== undefined) takeCounter(d, { counter: command.counter })
  const agent = d.available()
  d.mayHave(agent, visit)
  const waiting = waitingVisits(d.state)
  const reason = {
    rule: 'chosen',
    candidates: waiting.length,
    passedOver: waiting.filter((each) => d.order.compare(each, visit) < 0).length,
  } as const
  d.record({
    type: 'visit-called',
    visit: visit.id,
    agent: agent.id,
    counter: agent.counter,
    reason,
  })
}

export function begin(d: Deciding, command: CommandOf<'begin'>): void {
  const visit = d.moving(command.visit, 'begin')
  if (visit.state === 'called') {
    d.mine(command.visit, 'begin')
    const { agent, counter } = visit
    if (agent === null || counter === null) throw new Refused('counter-needed')
    return d.record({ type: 'visit-begun', visit: visit.id, agent, counter })
  }
  beginAt(d, visit.id, command.counter)
}

export function beginAt(d: Deciding, visit: string, counter: string | undefined): void {
  d.idle(d.by.actor.id)
  if (counter !== undefined) takeCounter(d, { counter })
  const agent = d.available()
  d.mayHave(agent, d.visit(visit))
  d.record({ type: 'visit-begun', visit, agent: agent.id, counter: agent.counter })
}
