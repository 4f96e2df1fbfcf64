// When the office opens next, in words that are right on any day.
import { formatDay, formatTime, officeDay, startOfDay, type Language } from '#protocol'

/**
 * “Monday, December 28” and « lundi 28 décembre », in the office's zone, and the time of that day;
 * null at midnight, which people know as that day.
 */
export function openingWords(
  changesAt: string,
  timeZone: string,
  language: Language,
): { day: string; time: string | null } {
  const at = Date.parse(changesAt)
  const day = formatDay(at, timeZone, language)
  const isMidnight = at === startOfDay(officeDay(at, timeZone), timeZone)
  return { day, time: isMidnight ? null : formatTime(at, timeZone, language) }
}

/** The time at which the office closes; null when that is on another day than `now`, or not known. */
export function closingTime(
  changesAt: string | null,
  timeZone: string,
  language: Language,
  now: number,
): string | null {
  if (changesAt === null) return null
  const at = Date.parse(changesAt)
  const isToday = officeDay(at, timeZone) === officeDay(now, timeZone)
  return isToday ? formatTime(at, timeZone, language) : null
}
