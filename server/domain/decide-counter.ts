// How somebody comes to an agent's counter: whoever is next, or one that was chosen. `decide` asks
// these. Calling and beginning end a wrap-up by themselves.
import type { CommandOf } from './commands.ts'
import { endWrapUp, takeCounter } from './decide-agent.ts'
import { ripen } from './decide-due.ts'
import { passOver } from './decide-join.ts'
import type { Deciding } from './deciding.ts'
import { nextToServe } from './order.ts'
import { Refused } from './refusals.ts'
import { waitingVisits } from './state.ts'

export function callNext(d: Deciding, command: CommandOf<'call-next'>): string | null {
  const id = d.by.actor.id
  d.idle(id)
  takeCounter(d, { counter: command.counter })
  endWrapUp(d)
  const agent = d.available()
  ripen(d)
  const next = nextToServe(d.state, d.order, agent)
  if (!next) return null
  const { visit, reason } = next
  d.record({ type: 'visit-called', visit: visit.id, agent: id, counter: agent.counter, reason })
  passOver(d, agent, visit)
  return visit.id
}

export function call(d: Deciding, command: CommandOf<'call'>): void {
  const visit = d.moving(command.visit, 'call')
  d.idle(d.by.actor.id)
  if (command.counter !== undefined) takeCounter(d, { counter: command.counter })
  endWrapUp(d)
  const agent = d.available()
  d.mayHave(agent, visit)
  ripen(d)
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
  endWrapUp(d)
  const agent = d.available()
  d.mayHave(agent, d.visit(visit))
  d.record({ type: 'visit-begun', visit, agent: agent.id, counter: agent.counter })
}
