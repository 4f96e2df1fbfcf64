// The day and the time of day as people in an office read them: in its zone, as each language writes
// them.
import { wallClock } from '../domain/office-time.ts'
import type { Language } from '../domain/settings.ts'

/** What of a day is written. */
export type DayParts = Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>

const NO_BREAK = '\u00a0'

/** « 13 h 30 » in French, “1:30 p.m.” in English; never broken over two lines. */
export function formatTime(at: number, timeZone: string, language: Language): string {
  const { minute } = wallClock(at, timeZone)
  return written(Math.floor(minute / 60), minute % 60, language)
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
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  return writeDay(at, timeZone, language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    ...year,
  })
}

/** Those parts of a day that are asked for, as each language writes them: the one way to write any. */
export function writeDay(
  at: number,
  timeZone: string,
  language: Language,
  parts: DayParts,
): string {
  const format = new Intl.DateTimeFormat(`${language}-CA`, { timeZone, ...parts })
  const isFirst = (type: string, value: string): boolean =>
    language === 'fr' && type === 'day' && value === '1'
  return format
    .formatToParts(at)
    .map(({ type, value }) => (isFirst(type, value) ? '1er' : value))
    .join('')
}

function written(hour: number, minute: number, language: Language): string {
  const minutes = String(minute).padStart(2, '0')
  if (language === 'fr') return [hour, 'h', ...(minute === 0 ? [] : [minutes])].join(NO_BREAK)
  return `${hour % 12 || 12}:${minutes}${NO_BREAK}${hour < 12 ? 'a.m.' : 'p.m.'}`
}
