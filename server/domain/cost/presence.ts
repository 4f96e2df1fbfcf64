// When somebody was at work on one day, from what they said of themselves and what they did.
import type { Availability } from '../facts.ts'
import type { Attention, Presence } from './worked-time.ts'

/** At `at` (UTC ms) an agent was in an availability, or (null) signed off. */
export interface Said {
  readonly agent: string
  readonly at: number
  readonly availability: Availability | null
}

/**
 * The stretches of one day [from, to): from the first thing an agent said or did to signing off. Who
 * did not sign off counts to the last thing they did: a forgotten screen works no night shift.
 */
export function presencesOf(
  said: readonly Said[],
  attentions: readonly Attention[],
  { from, to }: { from: number; to: number },
): Presence[] {
  const ofDay = said.filter(({ at }) => at >= from && at < to)
  const done = Map.groupBy(
    attentions.filter((each) => each.agent !== null && each.kind !== 'held'),
    ({ agent }) => agent,
  )
  return [...Map.groupBy(ofDay, ({ agent }) => agent)].flatMap(([agent, unordered]) => {
    const acts = (done.get(agent) ?? []).filter((each) => each.to > from && each.from < to)
    return ofAgent(
      agent,
      [...unordered].sort((a, b) => a.at - b.at),
      acts,
      { from, to },
    )
  })
}

function ofAgent(
  agent: string,
  said: readonly Said[],
  acts: readonly Attention[],
  day: { from: number; to: number },
): Presence[] {
  const ends = acts.map((each) => Math.min(each.to, day.to))
  const last = Math.max(...ends, ...said.map(({ at }) => at))
  const [first] = said
  // Signed in since yesterday: at work from the first thing they did.
  const begins = acts.map((each) => Math.max(each.from, day.from))
  const early = Math.min(...begins, first?.at ?? last)
  const before: Said = { agent, at: early, availability: 'available' }
  const all = first && early < first.at && first.availability !== null ? [before, ...said] : said
  const stretches = all.map(({ availability, at }, index) => ({
    ...{ agent, availability, from: at, to: all[index + 1]?.at ?? last },
  }))
  return stretches.flatMap(({ availability, ...rest }) =>
    availability === null || rest.from >= rest.to ? [] : [{ ...rest, availability }],
  )
}
