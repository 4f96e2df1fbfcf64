// Days of the calendar, YYYY-MM-DD, without any zone: what periods are made of. An end is the day
// after the last one, as the server takes it.
import { fiscalYear, fiscalYearName, fiscalYearOf, LONGEST_PERIOD } from '#protocol'

const DAY = 86_400_000

export interface Period {
  readonly from: string
  /** The day after its last. */
  readonly to: string
}

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** `days` later; earlier, when it is negative. */
export const addDays = (day: string, days: number): string => dayOf(instantOf(day) + days * DAY)

/** How many days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / DAY)

/** The last day of a period. */
export const lastDay = ({ to }: Period): string => addDays(to, -1)

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(instantOf(text)) &&
  dayOf(instantOf(text)) === text

/** Years of which a report can tell; another is one that is still being typed. */
export const YEARS = { first: 2000, last: 2100 } as const
export type PeriodProblem = 'years' | 'order' | 'tooLong'

/** Why figures of a period are not asked for; null: they may be. */
export function periodProblem({ from, to }: Period): PeriodProblem | null {
  const years = [from, addDays(to, -1)].map((day) => Number(day.slice(0, 4)))
  if (years.some((year) => year < YEARS.first || year > YEARS.last)) return 'years'
  const days = daysBetween(from, to)
  if (days < 1) return 'order'
  return days > LONGEST_PERIOD ? 'tooLong' : null
}

/** The first day of the month, `months` later. */
function monthOf(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(Date.UTC(year, month - 1 + months, 1))
}

export const PERIODS = [
  'today',
  'yesterday',
  'week',
  'four-weeks',
  'month',
  'last-month',
  'fiscal-year',
  'last-fiscal-year',
] as const
export type PeriodName = (typeof PERIODS)[number]

/** What a period's name means on the day that is `today`. */
export function periodOf(name: PeriodName, today: string): Period {
  const tomorrow = addDays(today, 1)
  const fiscal = fiscalYearOf(today)
  switch (name) {
    case 'today':
      return { from: today, to: tomorrow }
    case 'yesterday':
      return { from: addDays(today, -1), to: today }
    case 'week':
      return { from: addDays(tomorrow, -7), to: tomorrow }
    case 'four-weeks':
      return { from: addDays(tomorrow, -28), to: tomorrow }
    case 'month':
      return { from: monthOf(today), to: tomorrow }
    case 'last-month':
      return { from: monthOf(today, -1), to: monthOf(today) }
    case 'fiscal-year':
      return { from: fiscalYear(fiscal).from, to: tomorrow }
    case 'last-fiscal-year':
      return fiscalYear(fiscal - 1)
  }
}

/** The two years of the fiscal year that a period's name means: 2026–2027. Empty: it means none. */
export function yearsOf(name: PeriodName, today: string): string {
  if (name !== 'fiscal-year' && name !== 'last-fiscal-year') return ''
  return fiscalYearName(fiscalYearOf(today) - Number(name === 'last-fiscal-year'))
}

export const COMPARISONS = ['before', 'year'] as const
export type Comparison = (typeof COMPARISONS)[number]

/**
 * What a period is compared with: the one just before, or the same a year ago. Calendar months, the
 * fiscal year, and what has passed of them are compared by the calendar; all else is moved by whole
 * weeks, so that weekdays meet.
 */
export function comparedWith(period: Period, comparison: Comparison, today: string): Period {
  const months = monthsBack(period, comparison, today)
  if (months !== null) return monthsEarlier(period, months)
  const { from, to } = period
  const weeks = comparison === 'year' ? 52 : Math.ceil(daysBetween(from, to) / 7)
  return { from: addDays(from, -7 * weeks), to: addDays(to, -7 * weeks) }
}

/** By how many months a period is moved that is a month or a fiscal year; null: it is neither. */
function monthsBack(period: Period, comparison: Comparison, today: string): number | null {
  const is = (name: PeriodName): boolean => {
    const { from, to } = periodOf(name, today)
    return from === period.from && to === period.to
  }
  const isWholeMonth = period.from === monthOf(period.from) && period.to === monthOf(period.from, 1)
  if (isWholeMonth || is('month')) return comparison === 'year' ? 12 : 1
  return is('fiscal-year') || is('last-fiscal-year') ? 12 : null
}

/** From the first of a month: to the same day of the month, or to the month's end where it has none. */
function monthsEarlier({ from, to }: Period, months: number): Period {
  const last = lastDay({ from, to })
  const end = monthOf(last, 1 - months)
  const isMonthsEnd = to === monthOf(to)
  const same = addDays(monthOf(last, -months), Number(to.slice(8)) - 1)
  return { from: monthOf(from, -months), to: isMonthsEnd || same > end ? end : same }
}

/** Whether days between the two, or of a year ago, are left out so that weekdays meet. */
export function isMovedByWeeks(period: Period, other: Period): boolean {
  return daysBetween(other.from, period.from) % 7 === 0 && other.to !== period.from
}

/** By what a period's course is best drawn. */
export function grainOf({ from, to }: Period): 'half-hour' | 'day' | 'week' | 'month' {
  const days = daysBetween(from, to)
  if (days <= 1) return 'half-hour'
  if (days <= 62) return 'day'
  return days <= 370 ? 'week' : 'month'
}
