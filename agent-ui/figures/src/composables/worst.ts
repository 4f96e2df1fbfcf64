// Where and when waits of a period were worst, and whether counters were open enough then: what the
// answer of a report says first.
import type { FigureGroup, FigureSet } from '#protocol'
import type { Week } from './report.ts'

/** Of fewer visits nothing is said: one long wait would be a pattern. */
const LEAST_VISITS = 5
/** Part of a report's visits from which a group is worth a word. */
const LEAST_PART = 0.03
/** Counters that are busy for more of their time than this leave lines behind. */
const BUSY = 0.85

/** Half hours of one weekday, one after another. */
export interface WorstStretch {
  readonly weekday: string
  /** 09:30 */
  readonly from: string
  /** The start of its last half hour. */
  readonly last: string
  /** The longest of the waits that 80% of a half hour's people stayed within, ms. */
  readonly wait: number
  /** Counters open on average, and how many the people who came kept busy; null: not known. */
  readonly open: number | null
  readonly needed: number | null
}

/**
 * Around the worst half hour of the week, all beside it over `target` (ms); where none is, those nearly
 * as long. Null: nobody waited.
 */
export function worstStretch({ halves, days }: Week, target: number | null): WorstStretch | null {
  const waitOf = (figures: FigureSet | undefined): number =>
    figures && figures.spreads.wait.n >= LEAST_VISITS ? (figures.spreads.wait.p80 ?? 0) : 0
  const all = days.flatMap(({ weekday, figures }) =>
    halves.map((half, index) => ({ weekday, figures, index, wait: waitOf(figures.get(half)) })),
  )
  const [worst] = all.toSorted((a, b) => b.wait - a.wait)
  if (!worst || worst.wait === 0) return null
  const limit = target !== null && worst.wait > target ? target : worst.wait * 0.8
  const isLong = (index: number): boolean => {
    const half = halves[index]
    return half !== undefined && waitOf(worst.figures.get(half)) > limit
  }
  let [first, last] = [worst.index, worst.index]
  while (isLong(first - 1)) first -= 1
  while (isLong(last + 1)) last += 1
  const stretch = halves.slice(first, last + 1).flatMap((half) => worst.figures.get(half) ?? [])
  return {
    weekday: worst.weekday,
    from: halves[first] ?? '',
    last: halves[last] ?? '',
    wait: worst.wait,
    open: meanOf(stretch.map(({ levels }) => levels.openCounters?.mean ?? null)),
    needed: meanOf(stretch.map(workOf)),
  }
}

/**
 * How many counters those who came kept busy: how many an hour, by how many hours each took. Taking them in
 * is done at the door.
 */
function workOf({ rates, spreads }: FigureSet): number | null {
  const { handleTime, preTicket, callToDesk } = spreads
  if (rates.arrivals === null || handleTime.n === 0) return null
  const each = Math.max(0, handleTime.sum - preTicket.sum) / handleTime.n
  return (rates.arrivals * (each + (callToDesk.mean ?? 0))) / 3_600_000
}

/** Null where any of them is not known. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/** How many counters more would have kept them from being busy all the time; null: not known. */
export function moreCounters({ open, needed }: WorstStretch): number | null {
  if (open === null || needed === null || open === 0) return null
  return Math.max(0, Math.ceil(needed / BUSY - open))
}

/** The groups with the smallest share within target, worst first; those of few visits are left out. */
export function worstGroups(groups: readonly FigureGroup[], count: number): FigureGroup[] {
  const all = groups.reduce((sum, { figures }) => sum + figures.counts.visits, 0)
  const shareOf = ({ figures }: FigureGroup): number => figures.shares.withinTarget?.share ?? 2
  const known = groups.filter(
    (group) =>
      shareOf(group) <= 1 &&
      group.figures.counts.visits >= Math.max(LEAST_VISITS, all * LEAST_PART),
  )
  if (known.length < 2) return []
  return known.sort((a, b) => shareOf(a) - shareOf(b)).slice(0, count)
}
