// What would help those who wait too long, out of what the office knows at this moment: who may be called by
// whom, who is on a break, which services nobody takes, how many wait for each open counter. Nothing is
// estimated: by how much a wait would become shorter is not among what is known.
import { mayTake } from '../may-take.ts'
import { takeable } from '../order.ts'
import type { Policy } from '../settings.ts'
import { agentAt, visitWith, waitingVisits, type Agent, type OfficeState } from '../state.ts'
import { currentRequest, type Visit } from '../visit.ts'
import type { Availability } from '../facts.ts'
import { isOpenFor } from './open-counters.ts'
import { waitsSince } from './thresholds.ts'

const MINUTE = 60_000

/** What an agent does who could come back to the line. */
export type NotCalling = Exclude<Availability, 'available' | 'wrap-up'>

/** One thing that would help; `tickets` are those of the late who would gain by it, `counters` codes. */
export type Advice =
  /** These counters have nobody, and their agents take some of those who are late. */
  | {
      readonly do: 'call'
      readonly counters: readonly string[]
      readonly services: readonly string[]
      readonly tickets: number
    }
  /** Who is here, not calling, and takes some of the late; `since` and `backAt` UTC ms. */
  | {
      readonly do: 'back'
      readonly counter: string
      readonly doing: NotCalling
      readonly since: number
      readonly backAt: number | null
      readonly services: readonly string[]
      readonly tickets: number
    }
  /** These counters have nobody, and their work profiles leave out all services that are waited for late. */
  | {
      readonly do: 'profile'
      readonly counters: readonly string[]
      readonly services: readonly string[]
    }
  /** No agent at a counter takes these, on a break or not. */
  | { readonly do: 'untaken'; readonly services: readonly string[]; readonly tickets: number }
  /** How many wait for each counter that is open, and would with one of `counters`, which have no agent. */
  | {
      readonly do: 'open'
      readonly counters: readonly string[]
      readonly waiting: number
      readonly open: number
    }

export interface Help {
  /** Nobody has waited too long yet: it is of those who soon will have. */
  readonly isSoon: boolean
  readonly advice: readonly Advice[]
}

/** Null while nobody waits for long, or in an office that is not configured. `now`: UTC ms. */
export function whatHelps(state: OfficeState, now: number): Help | null {
  if (!state.settings) return null
  const { tooLongMinutes, attentionMinutes } = state.settings.policy.thresholds.wait
  const waiting = waitingVisits(state)
  const longerThan = (minutes: number): Visit[] =>
    waiting.filter((visit) => now - waitsSince(visit) >= minutes * MINUTE)
  const tooLong = longerThan(tooLongMinutes)
  const late = tooLong.length > 0 ? tooLong : longerThan(attentionMinutes)
  if (late.length === 0) return null
  const advice = [
    ...calls(state, late),
    ...comebacks(state, late),
    ...profiles(state, late),
    ...untaken(state, late),
    ...opening(state, state.settings.counters),
  ]
  return { isSoon: tooLong.length === 0, advice }
}

/** When those who wait will, one after another, have waited for so long that help is wanted, UTC ms. */
export function helpFrom(visit: Visit, { thresholds: { wait } }: Policy): number | null {
  if (visit.state !== 'waiting') return null
  return waitsSince(visit) + wait.attentionMinutes * MINUTE
}

const isIdle = (state: OfficeState, agent: Agent): boolean =>
  agent.availability === 'available' && visitWith(state, agent.id) === undefined

function takenBy(agents: readonly Agent[], late: readonly Visit[]): Visit[] {
  return late.filter((visit) => agents.some((agent) => mayTake(agent, takeable(visit))))
}

/** The services of these visits, those that most wait for first. */
function servicesOf(visits: readonly Visit[]): string[] {
  const by = Map.groupBy(visits, (visit) => currentRequest(visit).service)
  return [...by].sort(([, a], [, b]) => b.length - a.length).map(([service]) => service)
}

const countersOf = (agents: readonly Agent[]): string[] => agents.map(({ counter }) => counter)

function calls(state: OfficeState, late: readonly Visit[]): Advice[] {
  const agents = [...state.agents.values()].filter(
    (agent) => isIdle(state, agent) && takenBy([agent], late).length > 0,
  )
  const visits = takenBy(agents, late)
  if (agents.length === 0) return []
  const [counters, services] = [countersOf(agents), servicesOf(visits)]
  return [{ do: 'call', counters, services, tickets: visits.length }]
}

function comebacks(state: OfficeState, late: readonly Visit[]): Advice[] {
  return [...state.agents.values()].flatMap((agent): Advice[] => {
    const { availability: doing, counter, since, backAt } = agent
    if (doing === 'available' || doing === 'wrap-up') return []
    const visits = takenBy([agent], late)
    if (visits.length === 0) return []
    const services = servicesOf(visits)
    return [{ do: 'back', counter, doing, since, backAt, services, tickets: visits.length }]
  })
}

function profiles(state: OfficeState, late: readonly Visit[]): Advice[] {
  const agents = [...state.agents.values()].filter(
    (agent) => isIdle(state, agent) && takenBy([agent], late).length === 0,
  )
  if (agents.length === 0) return []
  return [{ do: 'profile', counters: countersOf(agents), services: servicesOf(late) }]
}

function untaken(state: OfficeState, late: readonly Visit[]): Advice[] {
  const taken = new Set(takenBy([...state.agents.values()], late))
  const visits = late.filter((visit) => !taken.has(visit))
  if (visits.length === 0) return []
  return [{ do: 'untaken', services: servicesOf(visits), tickets: visits.length }]
}

function opening(state: OfficeState, counters: readonly { readonly code: string }[]): Advice[] {
  const free = counters.map(({ code }) => code).filter((code) => !agentAt(state, code))
  const open = [...state.agents.values()].filter((agent) => isOpenFor(agent.availability))
  const waiting = waitingVisits(state).length
  return [{ do: 'open', counters: free, waiting, open: open.length }]
}
