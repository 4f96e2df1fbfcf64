// How busy a day is beside the usual one: by its weekday and season, and by how long ago it was. Pure.
import { weekday } from '../../domain/opening-hours.ts'
import { holidaysOf } from './holidays.ts'

/** Monday to Friday; offices are closed at the weekend. */
const WEEK = [1.12, 1.02, 0.96, 0.97, 0.95] as const
/** January to December: taxes and school years, and few people in July and late December. */
const MONTHS = [1.03, 1, 1.04, 1.02, 1.04, 1.05, 0.92, 0.95, 1.06, 1.02, 0.98, 0.86] as const
/** More people come each year. */
const GROWTH = 1.035
const YEAR = 365.25 * 24 * 3_600_000
/** After a holiday comes who would have come on it. */
const AFTER_HOLIDAY = 1.1
/** Chance that one agent is ill on a day, in the half year with colds and in the other. */
const ILL = { winter: 0.06, summer: 0.03 } as const

const known = new Map<string, ReadonlySet<string>>()

/** Whether the offices of the sample province are open on this day (YYYY-MM-DD). */
export function isOpenDay(day: string): boolean {
  return weekday(day) < WEEK.length && !isHoliday(day)
}

function isHoliday(day: string): boolean {
  const year = day.slice(0, 4)
  const days = known.get(year) ?? new Set(holidaysOf(Number(year)))
  known.set(year, days)
  return days.has(day)
}

/** How busy, beside 1, an open day is; `today` (YYYY-MM-DD) is where growth has got to. */
export function busynessOf(day: string, today: string): number {
  const yearsAgo = (Date.parse(today) - Date.parse(day)) / YEAR
  const season = MONTHS[Number(day.slice(5, 7)) - 1] ?? 1
  const before = new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)
  const after = isHoliday(before) ? AFTER_HOLIDAY : 1
  return (WEEK[weekday(day)] ?? 0) * season * after * GROWTH ** -yearsAgo
}

/** Chance that one agent is ill on this day. */
export function illnessOn(day: string): number {
  const month = Number(day.slice(5, 7))
  return month >= 4 && month <= 9 ? ILL.summer : ILL.winter
}
