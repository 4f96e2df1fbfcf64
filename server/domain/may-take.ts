// Whether an agent may be given something that waits. Apart from the order, since desks ask it too.
import type { Agent } from './state.ts'

/** What may be taken: of a visit, the service it waits for and whom it was sent to. */
export interface Takeable {
  readonly service: string
  readonly agent: string | null
  readonly counter: string | null
}

/** Whether `agent` may be given something that waits, by work profile and by a transfer's aim. */
export function mayTake(
  agent: Pick<Agent, 'id' | 'counter' | 'services'>,
  waiting: Takeable,
): boolean {
  if (waiting.agent !== null && waiting.agent !== agent.id) return false
  if (waiting.counter !== null && waiting.counter !== agent.counter) return false
  return agent.services === null || agent.services.includes(waiting.service)
}
