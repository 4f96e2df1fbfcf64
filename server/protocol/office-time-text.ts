// The time of day as people in an office read it: in its zone, as each language writes it.
import type { Language } from '../domain/settings.ts'

const NO_BREAK = '\u00a0'

/** « 13 h 30 » in French, “1:30 p.m.” in English; never broken over two lines. */
export function formatTime(at: number, timeZone: string, language: Language): string {
  const [hour, minute] = hourAndMinute(at, timeZone)
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
