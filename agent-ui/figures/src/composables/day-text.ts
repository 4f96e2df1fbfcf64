// Days, weeks, months and half hours of reports as people read them.
import { formatMinute, writeDay, type DayParts, type Language } from '#protocol'
import type { Grouping } from '#protocol'
import { capitalised } from './figure-text.ts'
import { lastDay, type Period } from './days.ts'

const write = (day: string, language: Language, parts: DayParts): string =>
  writeDay(Date.parse(`${day}T00:00:00Z`), 'UTC', language, parts)

/** `November 1, 2026`, « 1er novembre 2026 »; `short`: `Nov 1`, « 1er nov. ». */
export function dayText(day: string, language: Language, length: 'long' | 'short'): string {
  return length === 'long'
    ? write(day, language, { day: 'numeric', month: 'long', year: 'numeric' })
    : write(day, language, { day: 'numeric', month: 'short' })
}

/** `month`: YYYY-MM. `November 2026`; `short`: `Nov`. */
export function monthText(month: string, language: Language, length: 'long' | 'short'): string {
  return length === 'long'
    ? write(`${month}-01`, language, { month: 'long', year: 'numeric' })
    : write(`${month}-01`, language, { month: 'short' })
}

/** `weekday`: 0 (Monday) to 6. */
export function weekdayText(weekday: string, language: Language, length: 'long' | 'short'): string {
  // 5 January 2026 was a Monday.
  const day = `2026-01-${String(5 + Number(weekday)).padStart(2, '0')}`
  return write(day, language, { weekday: length })
}

/** `half`: 09:30. */
export function halfHourText(half: string, language: Language): string {
  const [hour = 0, minute = 0] = half.split(':').map(Number)
  return formatMinute(hour * 60 + minute, language)
}

/** When a half hour is over that begins at `half`: 10:00 of 09:30. */
export function halfHourEndText(half: string, language: Language): string {
  const [hour = 0, minute = 0] = half.split(':').map(Number)
  return formatMinute((hour * 60 + minute + 30) % 1440, language)
}

/** One day, or the first and the last. */
export function periodText(period: Period, language: Language): string {
  const [first, last] = [period.from, lastDay(period)]
  if (first === last) return dayText(first, language, 'long')
  return `${dayText(first, language, 'long')} – ${dayText(last, language, 'long')}`
}

/** A group of time by its key; other groups are not of time. */
export function timeGroupText(by: Grouping, key: string, language: Language): string {
  if (by === 'half-hour') return halfHourText(key, language)
  if (by === 'weekday') return capitalised(weekdayText(key, language, 'long'))
  if (by === 'month') return capitalised(monthText(key, language, 'long'))
  return by === 'day' || by === 'week' ? dayText(key, language, 'long') : key
}
