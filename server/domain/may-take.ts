// Whether an agent may be given something that waits. Apart from the order, since desks ask it too.
import type { WorkProfile } from './facts.ts'
import type { Language } from './settings.ts'

/** What may be taken: of a visit, what it needs and whom it was sent to. */
export interface Takeable {
  readonly service: string
  readonly language: Language
  /** Absent: any counter will do. */
  readonly counterKind?: string | undefined
  readonly agent: string | null
  readonly counter: string | null
}

/** Whether `agent` may be given something that waits, by work profile and by a transfer's aim. */
export function mayTake(
  agent: WorkProfile & { readonly id: string; readonly counter: string },
  waiting: Takeable,
): boolean {
  const { service, language, counterKind } = waiting
  if (waiting.agent !== null && waiting.agent !== agent.id) return false
  if (waiting.counter !== null && waiting.counter !== agent.counter) return false
  return (
    takesService(agent, service) &&
    isAmong(agent.languages, language) &&
    (counterKind === undefined || isAmong(agent.counterKinds, counterKind))
  )
}

/** Whether an agent takes a service at all, by their work profile. */
export function takesService(
  { services }: Pick<WorkProfile, 'services'>,
  service: string,
): boolean {
  return isAmong(services, service)
}

/** Null is everything. */
function isAmong<T>(taken: readonly T[] | null, one: T): boolean {
  return taken === null || taken.includes(one)
}
