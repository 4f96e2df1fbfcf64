// What the report page can ask about all offices over a year: each way to split it with each way to
// narrow it, so that no question is slow because nobody thought of it.
import { performance } from 'node:perf_hooks'
import { GROUPINGS, type Grouping } from '../../server/domain/figures/keys.ts'
import type { FigureFilter } from '../../server/protocol/figures.ts'
import { figure, type Figure } from './figures.ts'
import type { Post } from './keep-alive.ts'
import { percentile } from './percentiles.ts'
import { dayBefore, type Choices } from './report-asks.ts'

/** Of one agent is for their own manager; two at once as the page asks for them. */
const SPLITS: readonly (readonly Grouping[])[] = [
  ...GROUPINGS.filter((each) => each !== 'agent').map((each) => [each]),
  ['weekday', 'half-hour'],
  ['office', 'month'],
]

function narrowings(choices: Choices): Omit<FigureFilter, 'from' | 'to'>[] {
  const { services, categories, programmes, group } = choices
  const ofGroup = { agentGroups: [group] }
  const category = { categories: categories.slice(0, 1) }
  return [
    {},
    { services: services.slice(0, 1) },
    category,
    { programmes: programmes.slice(0, 1) },
    { channels: ['in-person'] },
    { kind: 'booked' },
    { outcomes: ['left'] },
    { flagged: 'without' },
    ofGroup,
    { ...ofGroup, ...category },
    { ...ofGroup, flagged: 'without' },
  ]
}

/** `goal`: ms. */
export async function matrixPart(post: Post, choices: Choices, goal: number): Promise<Figure[]> {
  const times: { name: string; ms: number }[] = []
  for (const by of SPLITS) {
    for (const [index, narrowed] of narrowings(choices).entries()) {
      // Another period each time: no two answers are the same one.
      const to = dayBefore(choices.today, index)
      const body = { from: dayBefore(to, 365), to, by, ...narrowed }
      const begun = performance.now()
      const { status } = await post('/api/v1/figures', body)
      if (status !== 200) throw new Error(`answered ${status} to ${JSON.stringify(body)}`)
      const name = `by ${by.join(' and ')}, ${JSON.stringify(narrowed)}`
      times.push({ name, ms: performance.now() - begun })
    }
  }
  times.sort((a, b) => a.ms - b.ms)
  const sorted = times.map(({ ms }) => ms)
  return [
    figure('all offices over a year, split and narrowed in every way', 'questions', times.length),
    figure('of these, p50', 'ms', percentile(sorted, 0.5)),
    figure('of these, p95', 'ms', percentile(sorted, 0.95), { atMost: goal }),
    figure(`the slowest: ${times.at(-1)?.name ?? ''}`, 'ms', sorted.at(-1) ?? Number.NaN),
  ]
}
