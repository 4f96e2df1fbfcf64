// What a report makes of the server's answers: its answer in one sentence, stretches of waits, and the
// week by half hour.
import type { Bucket, FigureAnswer, FigureSet } from '#protocol'
import type { Stretch } from '../charts/distribution.ts'

const MINUTE = 60_000

/**
 * Fine buckets (ms, the end included) in stretches of `step` minutes, the last one without end. A
 * bucket belongs to the stretch in which it ends; what ends at a stretch's very edge is before it.
 */
export function stretchesOf(buckets: readonly Bucket[], step: number, stretches = 13): Stretch[] {
  const made = Array.from({ length: stretches }, (_, index) => ({
    from: index * step,
    to: index === stretches - 1 ? null : (index + 1) * step,
    count: 0,
  }))
  for (const { to, n } of buckets) {
    const index = Math.max(0, Math.ceil(to / (step * MINUTE)) - 1)
    const stretch = made[Math.min(index, stretches - 1)]
    if (stretch) stretch.count += n
  }
  return made
}

/** Minutes of a stretch that suit how long waits are: most of them within the first half. */
export function stepFor({ spreads: { wait } }: FigureSet): number {
  const long = (wait.p90 ?? 0) / MINUTE
  return [2, 3, 5, 10, 15, 30].find((step) => step * 12 >= long * 1.2) ?? 60
}

export interface Week {
  /** Half hours from the first visit to the last, 09:30, in order. */
  readonly halves: readonly string[]
  /** Weekdays, 0 to 6, with the figures of each half hour that has any. */
  readonly days: readonly {
    readonly weekday: string
    readonly figures: ReadonlyMap<string, FigureSet>
  }[]
}

/** Out of an answer split by weekday and half hour. */
export function weekOf({ groups }: FigureAnswer): Week {
  const halves = [...new Set(groups.map(({ keys }) => keys[1] ?? ''))].sort()
  const busy = new Set(
    groups.filter(({ figures }) => figures.counts.visits > 0).map(({ keys }) => keys[1]),
  )
  const first = halves.findIndex((half) => busy.has(half))
  const byDay = Map.groupBy(
    groups.filter(({ figures }) => figures.counts.visits > 0),
    ({ keys }) => keys[0] ?? '',
  )
  return {
    halves:
      first === -1 ? [] : halves.slice(first, halves.findLastIndex((half) => busy.has(half)) + 1),
    days: [...byDay]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([weekday, of]) => ({
        weekday,
        figures: new Map(of.map(({ keys, figures }) => [keys[1] ?? '', figures])),
      })),
  }
}
