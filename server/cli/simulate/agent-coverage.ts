// Who works in a simulated day, whom each of them may take, and who cannot be spared.
import type { DeskVisit } from '../../protocol/views.ts'
import { mayTake } from '../../domain/may-take.ts'
import type { AgentPlan, Interval } from './day.ts'
import type { Instant } from './scheduler.ts'
import type { Member } from './sessions.ts'

export interface Worker {
  readonly member: Member
  readonly counter: string
  readonly plan: AgentPlan
}

export interface Agent extends Worker {
  state: 'absent' | 'coming' | 'idle' | 'calling' | 'busy'
  idleSince: Instant
  /** Intervals of work that are not over yet. */
  ahead: Interval[]
  /** What to do as soon as nobody is being served: a break, or home. */
  wants: 'work' | 'break' | 'home'
  /** On their way to a break or home. */
  leaving: Promise<void>
}

/** How many of those who wait the agent may take. */
export function countFor({ member, counter, plan }: Worker, waiting: readonly DeskVisit[]): number {
  const taker = {
    id: member.id,
    counter,
    services: plan.services,
    counterKinds: null,
    languages: null,
  }
  return waiting.filter((visit) => mayTake(taker, visit)).length
}

/** Whether one of the wanted services is one that nobody else will take. */
export function isNeeded(
  agent: Agent,
  agents: readonly Agent[],
  wanted: ReadonlySet<string>,
): boolean {
  const others = agents.filter(
    (other) => other !== agent && (other.state !== 'absent' || other.ahead.length > 0),
  )
  const takes = ({ plan }: Agent, service: string): boolean =>
    plan.services === null || plan.services.includes(service)
  return [...wanted].some(
    (service) => takes(agent, service) && !others.some((other) => takes(other, service)),
  )
}
