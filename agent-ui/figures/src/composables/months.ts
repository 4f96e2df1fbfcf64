// Months as reports name them, YYYY-MM, and two years of them beside each other.
import type { FigureAnswer, FigureGroup, FigureSet } from '#protocol'
import type { Period } from './days.ts'

function shifted(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The twelve whole months before the one in which `day` is. */
export function twelveMonths(day: string): Period {
  const month = day.slice(0, 7)
  return { from: `${shifted(month, -12)}-01`, to: `${month}-01` }
}

export interface MonthPair {
  readonly month: string
  readonly now: FigureSet | null
  /** Of the same month a year before. */
  readonly before: FigureSet | null
}

/** Every month of the period, with its figures and those of a year ago; null: none. */
export function pairedByMonth(
  now: readonly FigureGroup[],
  before: readonly FigureGroup[],
  { from, to }: Period,
): MonthPair[] {
  const find = (groups: readonly FigureGroup[], month: string): FigureSet | null =>
    groups.find(({ keys }) => keys[0] === month)?.figures ?? null
  const pairs: MonthPair[] = []
  for (let month = from.slice(0, 7); `${month}-01` < to; month = shifted(month, 1))
    pairs.push({ month, now: find(now, month), before: find(before, shifted(month, -12)) })
  return pairs
}

/** Whether anything is known of a period. */
export const hasRecord = ({ total }: Pick<FigureAnswer, 'total'>): boolean =>
  total.counts.visits > 0
