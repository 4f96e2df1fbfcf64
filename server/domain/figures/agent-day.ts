// What agents did, stretch after stretch, while they were signed in: what they said of themselves, and
// over it whom they called and served. Stretches follow each other without gap or overlap, so they add
// up to the time signed in, exactly; two visits at once count once.
import type { Availability, Fact } from '../facts.ts'
import type { Segment } from '../segments.ts'
import type { AgentDoing } from './keys.ts'

/** An agent at a counter, in one availability. UTC ms; `to` is never before `from`. */
export interface Stretch {
  readonly agent: string
  readonly counter: string
  readonly availability: Availability
  readonly reason: string | null
  readonly from: number
  readonly to: number
}

export interface AgentSegment {
  readonly agent: string
  readonly counter: string | null
  readonly doing: AgentDoing
  readonly reason: string | null
  readonly from: number
  readonly to: number
}

type Open = Omit<Stretch, 'to'>

/**
 * The stretches that facts about agents amount to within [from, to). `facts` are in order and begin
 * early enough to know who was signed in at `from`; `to` is now, for a day that is not over.
 */
export function stretchesOf(facts: readonly Fact[], from: number, to: number): Stretch[] {
  const open = new Map<string, Open>()
  const stretches: Stretch[] = []
  const close = (agent: string, at: number): Open | undefined => {
    const known = open.get(agent)
    open.delete(agent)
    if (known) {
      const start = Math.max(known.from, from)
      const end = Math.min(at, to)
      if (end > start) stretches.push({ ...known, from: start, to: end })
    }
    return known
  }
  for (const { at, body } of facts) {
    if (at >= to) break
    if (body.type === 'agent-stationed') {
      const { agent, counter } = body
      const known = open.get(agent)
      if (known?.counter === counter) continue
      close(agent, at)
      open.set(agent, { agent, counter, availability: 'available', reason: null, from: at })
    } else if (body.type === 'agent-availability-changed') {
      const known = close(body.agent, at)
      if (!known) continue
      const { agent, counter } = known
      const { availability, reason = null } = body
      open.set(agent, { agent, counter, availability, reason, from: at })
    } else if (body.type === 'agent-signed-off') close(body.agent, at)
  }
  for (const agent of [...open.keys()]) close(agent, to)
  return stretches.sort((a, b) => a.from - b.from)
}

/** The stretches with what visits say laid over them. */
export function agentSegments(
  stretches: readonly Stretch[],
  visits: readonly { readonly segments: readonly Segment[] }[],
  now: number,
): AgentSegment[] {
  const work = workOf(visits, now)
  return stretches.flatMap((stretch) => overlaid(stretch, work.get(stretch.agent) ?? []))
}

interface Work {
  readonly doing: 'serving' | 'called'
  readonly from: number
  readonly to: number
}

/** By agent, in order, without overlap: to serve goes before having called. */
function workOf(
  visits: readonly { readonly segments: readonly Segment[] }[],
  now: number,
): Map<string, Work[]> {
  const byAgent = new Map<string, Work[]>()
  for (const { segments } of visits) {
    for (const { state, agent, from, to } of segments) {
      if (agent === null || (state !== 'serving' && state !== 'called')) continue
      const own = byAgent.get(agent) ?? []
      if (own.length === 0) byAgent.set(agent, own)
      own.push({ doing: state, from, to: to ?? now })
    }
  }
  for (const [agent, own] of byAgent) byAgent.set(agent, apart(own))
  return byAgent
}

function apart(works: readonly Work[]): Work[] {
  const served = union(works.filter(({ doing }) => doing === 'serving'))
  const called = union(works.filter(({ doing }) => doing === 'called'))
  let first = 0
  const unserved = called.flatMap((call) => {
    // Both are in order: what ended before this call did before the next ones too.
    while ((served[first]?.to ?? Infinity) <= call.from) first += 1
    return without(call, served, first)
  })
  return [...served, ...unserved].sort((a, b) => a.from - b.from)
}

function union(works: readonly Work[]): Work[] {
  const merged: Work[] = []
  for (const work of [...works].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && work.from <= last.to) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, work.to) }
    } else merged.push(work)
  }
  return merged
}

/** What of `work` lies outside `others`, which are in order and apart; those before `first` ended before it. */
function without(work: Work, others: readonly Work[], first: number): Work[] {
  const left: Work[] = []
  let from = work.from
  for (let at = first; at < others.length; at += 1) {
    const other = others[at]
    if (!other || other.from >= work.to) break
    if (other.from > from) left.push({ ...work, from, to: other.from })
    from = Math.max(from, other.to)
  }
  return from < work.to ? [...left, { ...work, from }] : left
}

const AT_REST: Readonly<Record<Availability, AgentDoing>> = {
  available: 'idle',
  'wrap-up': 'wrap-up',
  break: 'break',
  away: 'away',
  'back-office': 'back-office',
}

function overlaid(stretch: Stretch, works: readonly Work[]): AgentSegment[] {
  const { agent, counter, reason } = stretch
  const rest = AT_REST[stretch.availability]
  const segments: AgentSegment[] = []
  const push = (doing: AgentDoing, from: number, to: number): void => {
    if (to <= from) return
    const why = doing === rest ? reason : null
    segments.push({ agent, counter, doing, reason: why, from, to })
  }
  let at = stretch.from
  for (const { doing, from, to } of works) {
    if (to <= at || from >= stretch.to) continue
    push(rest, at, Math.max(at, from))
    push(doing, Math.max(at, from), Math.min(to, stretch.to))
    at = Math.max(at, Math.min(to, stretch.to))
  }
  push(rest, at, stretch.to)
  return segments
}

/** How long the wrap-up was that began as a visit ended, by agent; 0 where there was none. */
export function wrapUps(segments: readonly AgentSegment[]): (agent: string, at: number) => number {
  const known = new Map<string, number>()
  for (const { agent, doing, from, to } of segments) {
    if (doing === 'wrap-up') known.set(`${agent} ${from}`, to - from)
  }
  return (agent, at) => known.get(`${agent} ${at}`) ?? 0
}
