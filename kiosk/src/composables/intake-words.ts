// When the office opens next, in words that are right on any day.
import { formatTime, type Language } from '#protocol'

/** “Monday, December 28” and « lundi 28 décembre », with the time beside it, in the office's zone. */
export function openingWords(
  changesAt: string,
  timeZone: string,
  language: Language,
): { day: string; time: string } {
  const at = Date.parse(changesAt)
  const day = new Intl.DateTimeFormat(`${language}-CA`, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at)
  return { day, time: formatTime(at, timeZone, language) }
}
