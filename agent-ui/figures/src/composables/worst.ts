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
  /** Counters open on average, and how many would not have been busy all the time; null: not known. */
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
    needed: meanOf(stretch.map(neededFor)),
  }
}

/**
 * How many counters those who came would have kept just as busy as leaves no line behind: how many an hour,
 * by how many hours each took. Taking them in is done at the door.
 */
function neededFor({ rates, spreads }: FigureSet): number | null {
  const { handleTime, preTicket, callToDesk } = spreads
  if (rates.arrivals === null || handleTime.n === 0) return null
  const each = Math.max(0, handleTime.sum - preTicket.sum) / handleTime.n
  return (rates.arrivals * (each + (callToDesk.mean ?? 0))) / 3_600_000 / BUSY
}

/** Null where any of them is not known. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/**
 * How many counters more would have kept them from being busy all the time; 0: there were enough. Null: not
 * known, or nothing to say, since nobody waited longer than `target` (ms).
 */
export function moreCounters(
  { wait, open, needed }: WorstStretch,
  target: number | null,
): number | null {
  if (open === null || needed === null || open === 0) return null
  if (target !== null && wait <= target) return null
  // As both are told: nobody is to read that as many were open as needed, and one more would help.
  return tenths(needed) <= tenths(open) ? 0 : Math.ceil(needed - open)
}
const tenths = (value: number): number => Math.round(value * 10)

/** The share within target that is looked for. */
export const AIM = 0.8
/** By how much less than all of them together a group is clearly below the others. */
const BELOW = 0.05

export interface WorstGroups {
  /** Worst first. */
  readonly groups: readonly FigureGroup[]
  /** Of fewer visits some were left out; null: none was. */
  readonly least: number | null
}

/**
 * The groups, at most `count`, whose share within target is below what is looked for, or clearly below that
 * of all; those of few visits are left out. None where there is but one group.
 */
export function worstGroups(groups: readonly FigureGroup[], count: number): WorstGroups {
  const shareOf = ({ figures }: FigureGroup): number | null =>
    figures.shares.withinTarget?.share ?? null
  const all = groups.reduce((sum, { figures }) => sum + figures.counts.visits, 0)
  const least = Math.max(LEAST_VISITS, Math.ceil(all * LEAST_PART))
  const known = groups.flatMap((group) => {
    const share = shareOf(group)
    return share === null ? [] : [{ group, share, visits: group.figures.counts.visits }]
  })
  const large = known.filter(({ visits }) => visits >= least)
  const together =
    large.reduce((sum, { share, visits }) => sum + share * visits, 0) /
    large.reduce((sum, { visits }) => sum + visits, 0)
  if (large.length < 2) return { groups: [], least: null }
  const low = large
    .filter(({ share }) => share < AIM || share < together - BELOW)
    .sort((a, b) => a.share - b.share)
    .slice(0, count)
  return {
    groups: low.map(({ group }) => group),
    least: large.length < known.length ? least : null,
  }
}
