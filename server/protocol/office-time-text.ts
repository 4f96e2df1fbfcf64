// The day and the time of day as people in an office read them: in its zone, as each language writes
// them.
import type { Language } from '../domain/settings.ts'

const NO_BREAK = '\u00a0'

/** « 13 h 30 » in French, “1:30 p.m.” in English; never broken over two lines. */
export function formatTime(at: number, timeZone: string, language: Language): string {
  const [hour, minute] = hourAndMinute(at, timeZone)
  return written(hour, minute, language)
}

/** The same for a minute of the day, 0 to 1440; the end of the day is called by its name. */
export function formatMinute(minuteOfDay: number, language: Language): string {
  if (minuteOfDay === 1440) return language === 'fr' ? 'minuit' : 'midnight'
  return written(Math.floor(minuteOfDay / 60), minuteOfDay % 60, language)
}

/** “Friday, January 1” and « vendredi 1er janvier »; with its year when that is asked for. */
export function formatDay(
  at: number,
  timeZone: string,
  language: Language,
  { withYear = false } = {},
): string {
  const format = new Intl.DateTimeFormat(`${language}-CA`, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  })
  const parts = format.formatToParts(at)
  const isFirst = (type: string, value: string): boolean =>
    language === 'fr' && type === 'day' && value === '1'
  return parts.map(({ type, value }) => (isFirst(type, value) ? '1er' : value)).join('')
}

function written(hour: number, minute: number, language: Language): string {
  const minutes = String(minute).padStart(2, '0')
  if (language === 'fr') return [hour, 'h', ...(minute === 0 ? [] : [minutes])].join(NO_BREAK)
  return `${hour % 12 || 12}:${minutes}${NO_BREAK}${hour < 12 ? 'a.m.' : 'p.m.'}`
}

function hourAndMinute(at: number, timeZone: string): [hour: number, minute: number] {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return [hour, minute]
}
