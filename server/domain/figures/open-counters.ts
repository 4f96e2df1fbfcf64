// Which counters are open, at an instant and over time: with an agent who is neither on a break nor away.
import type { Availability } from '../facts.ts'
import { takesService } from '../may-take.ts'
import type { OfficeState } from '../state.ts'
import type { AgentDoing } from './keys.ts'

const CLOSED: ReadonlySet<AgentDoing | Availability> = new Set(['break', 'away'] as const)

/** Whether a counter is open whose agent does this. */
export const isOpenFor = (doing: AgentDoing | Availability): boolean => !CLOSED.has(doing)

/** How many are open now; `service`: of them, those whose agent takes it. */
export function openCountersNow({ agents }: OfficeState, service?: string): number {
  return [...agents.values()].filter(
    (agent) =>
      isOpenFor(agent.availability) && (service === undefined || takesService(agent, service)),
  ).length
}
