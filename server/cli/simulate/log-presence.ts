// When the servers of a call log were there. The log records only their services, so presence is
// inferred, by one of two rules. Pure.
import type { Call } from './call-log.ts'
import { HOUR, SECOND, type AgentPlan, type Interval } from './day.ts'

export const PRESENCE_RULES = ['inferred', 'first-to-last'] as const
export type PresenceRule = (typeof PRESENCE_RULES)[number]

type Served = Extract<Call, { outcome: 'agent' }>

/** So long without a service is not waiting for the next one: the server was away. */
const AWAY_AFTER = 2 * HOUR
/** Services start up to two seconds before the recorded wait ends: no sign of absence. */
const BLUR = 2 * SECOND

export interface Presence extends Omit<AgentPlan, 'services'> {
  readonly server: string
  readonly types: readonly string[]
}

/**
 * Everyone whom the log names, from their first to their last recorded service, taking the types of
 * call they took that day. A gap of two hours is an absence. With `inferred`, so is the part of a
 * shorter gap in which somebody they take was kept waiting: a server who was free would have
 * answered. Without it our agents would be tireless and hardly anybody would wait.
 */
export function presenceOf(calls: readonly Call[], rule: PresenceRule): Presence[] {
  const served = calls.filter((call) => call.outcome === 'agent')
  const servers = [...new Set(served.map((call) => call.server))].filter((name) => name !== '')
  return servers.sort().map((server) => {
    const own = served.filter((call) => call.server === server)
    const types = [...new Set(own.map((call) => call.type))].sort()
    const waits = rule === 'inferred' ? waitsFor(calls, types) : []
    return { server, types, work: workOf(own, waits) }
  })
}

function waitsFor(calls: readonly Call[], types: readonly string[]): Interval[] {
  return calls
    .filter((call) => call.outcome !== 'phantom' && call.waited > 0 && types.includes(call.type))
    .map((call) => ({ from: call.joined, to: call.joined + call.waited }))
}

function workOf(own: readonly Served[], waits: readonly Interval[]): Interval[] {
  const services = own
    .map(({ serviceStart, serviceTime }) => ({
      from: serviceStart,
      to: serviceStart + serviceTime,
    }))
    .sort((a, b) => a.from - b.from)
  const [first] = services
  if (!first) return []
  const work: Interval[] = []
  let [from, to] = [first.from, first.to]
  for (const next of services.slice(1)) {
    const back = backAfter({ from: to, to: next.from }, waits)
    if (back > to + BLUR) {
      work.push({ from, to })
      from = back
    }
    to = Math.max(to, next.to)
  }
  return [...work, { from, to }]
}

/** When a server was there again in a gap between two services. */
function backAfter(gap: Interval, waits: readonly Interval[]): number {
  if (gap.to - gap.from > AWAY_AFTER) return gap.to
  const ignored = waits
    .filter((wait) => wait.from < gap.to && Math.min(wait.to, gap.to) > gap.from + BLUR)
    .map((wait) => Math.min(wait.to, gap.to))
  return Math.max(gap.from, ...ignored)
}
