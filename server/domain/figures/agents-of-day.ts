// What agents did on one day of an office: from what they said of themselves and what visits tell.
import type { Fact } from '../facts.ts'
import type { Segment } from '../segments.ts'
import { agentSegments, stretchesOf, type AgentSegment, type Stretch } from './agent-day.ts'

/** How long before a day somebody who is at a counter may have signed in, ms. */
export const SIGNED_IN_WITHIN = 7 * 24 * 3_600_000

type Visits = readonly { readonly segments: readonly Segment[] }[]

/**
 * The segments of [from, to), UTC ms, up to `now`; null when the facts tell of no agent. `facts` are
 * those about agents, in order, from `SIGNED_IN_WITHIN` before the day on.
 */
export function agentsOfDay(
  visits: Visits,
  facts: readonly Fact[],
  { from, to, now }: { from: number; to: number; now: number },
): AgentSegment[] | null {
  const end = Math.min(to, now)
  const known = facts.filter(({ at }) => at >= from - SIGNED_IN_WITHIN && at < to)
  const stretches = stretchesOf(known, from, end)
  if (stretches.length === 0) return null
  const today = known.filter(({ at }) => at >= from)
  const seen = asSeen(stretches, today, visits, { from, to: end, isOver: to <= now })
  return seen.length === 0 ? null : agentSegments(seen, visits, end)
}

/**
 * The stretches of one day as far as the agent was seen in it: whoever did not sign off was there
 * until the last thing they did, and whoever forgot to the night before, from the first. `isOver`:
 * a day that goes on has nobody leave before now.
 */
function asSeen(
  stretches: readonly Stretch[],
  facts: readonly Fact[],
  visits: Visits,
  { from, to, isOver }: { from: number; to: number; isOver: boolean },
): Stretch[] {
  const seen = new Map<string, { first: number; last: number }>()
  const see = (agent: string, at: number | null): void => {
    if (at === null || at < from || at > to) return
    const known = seen.get(agent)
    if (!known) seen.set(agent, { first: at, last: at })
    else if (at < known.first) known.first = at
    else if (at > known.last) known.last = at
  }
  for (const { at, body } of facts) if (body.type.startsWith('agent-')) see(agentOf(body), at)
  for (const { segments } of visits) {
    for (const { agent, state, from: begun, to: ended } of segments) {
      if (agent === null || state === 'waiting') continue
      see(agent, begun)
      see(agent, ended)
    }
  }
  return stretches.flatMap((stretch) => {
    const own = seen.get(stretch.agent)
    if (!own) return []
    const begun = Math.max(stretch.from, own.first)
    const ended = isOver ? Math.min(stretch.to, own.last) : stretch.to
    return ended > begun ? [{ ...stretch, from: begun, to: ended }] : []
  })
}

function agentOf(body: Fact['body']): string {
  return 'agent' in body && typeof body.agent === 'string' ? body.agent : ''
}
