// A real day from a call log, to be played in our queue: its arrivals, its patience, its service
// times, its people at work. Pure.
import { CALL_TYPES, type Call, type CallType } from './call-log.ts'
import { MINUTE, type AgentPlan, type Citizen, type Day } from './day.ts'
import { presenceOf, type PresenceRule } from './log-presence.ts'
import type { Instant } from './scheduler.ts'

export interface LogDay extends Day {
  /** Calls that were none, left out. */
  readonly excluded: number
}

/** The log's types as codes of the services that stand for them. */
export const SERVICE_OF = Object.fromEntries(
  CALL_TYPES.map((type) => [type, type.toLowerCase()]),
) as Record<CallType, string>

/**
 * The day begins at `midnight`. Whoever was served has shown only that they can wait as long as
 * they did, so in our queue they never leave; whoever hung up leaves after the time they waited in
 * the log, and if we call them before that, takes as long as the served call of their type that is
 * nearest in time.
 */
export function logDay(calls: readonly Call[], midnight: Instant, rule: PresenceRule): LogDay {
  const real = calls.filter((call) => call.outcome !== 'phantom')
  const serviceTime = serviceTimes(real)
  return {
    excluded: calls.length - real.length,
    citizens: real.map((call): Citizen => ({
      arrivesAt: midnight + call.joined,
      service: SERVICE_OF[call.type],
      priority: call.priority === 2 ? 'priority' : 'normal',
      language: 'en',
      patience: call.outcome === 'agent' ? null : call.waited,
      walk: 0,
      serviceTime: call.outcome === 'agent' ? call.serviceTime : serviceTime(call),
      comesWhenCalled: true,
    })),
    agents: presenceOf(calls, rule).map(({ types, work }): AgentPlan => ({
      services: types.map((type) => SERVICE_OF[type as CallType]),
      work: work.map(({ from, to }) => ({ from: midnight + from, to: midnight + to })),
    })),
    stranger: (service) => ({
      arrivesAt: midnight,
      service,
      priority: 'normal',
      language: 'en',
      patience: null,
      walk: 0,
      serviceTime: 2 * MINUTE,
      comesWhenCalled: true,
    }),
  }
}

function serviceTimes(calls: readonly Call[]): (call: Call) => number {
  const served = calls.filter((call) => call.outcome === 'agent')
  return ({ type, joined }) => {
    const alike = served.filter((call) => call.type === type)
    const distance = (call: Call): number => Math.abs(call.joined - joined)
    const [first, ...others] = alike.length > 0 ? alike : served
    if (!first) return 2 * MINUTE
    return others.reduce((best, call) => (distance(call) < distance(best) ? call : best), first)
      .serviceTime
  }
}
