// Times as other systems write them: text → day and time of day, by a format; and these in a zone →
// the instants they may mean: one, none when the clocks skipped it, two when it came twice.
import { instantOf, nextDay, startOfDay, wallClock } from '../../domain/office-time.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A time as it is written. */
export type Written =
  | { readonly instant: number }
  /** `day` YYYY-MM-DD, null where the format has none; `at`: ms since midnight as clocks show it. */
  | { readonly day: string | null; readonly at: number }

type Part = 'year' | 'month' | 'date' | 'hour' | 'minute' | 'second' | 'half'
const TOKENS: Readonly<Record<string, readonly [Part, string]>> = {
  YYYY: ['year', '(\\d{4})'],
  MM: ['month', '(\\d{2})'],
  M: ['month', '(\\d{1,2})'],
  DD: ['date', '(\\d{2})'],
  D: ['date', '(\\d{1,2})'],
  HH: ['hour', '(\\d{2})'],
  H: ['hour', '(\\d{1,2})'],
  hh: ['hour', '(\\d{2})'],
  h: ['hour', '(\\d{1,2})'],
  mm: ['minute', '(\\d{2})'],
  ss: ['second', '(\\d{2}(?:[.,]\\d{1,6})?)'],
  A: ['half', '([AaPp])\\.?[Mm]\\.?'],
}
const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}(?:[.,]\d{1,9})?))? ?(Z|[+-]\d{2}:?\d{2})?$/

/** How a text in this format is read; null: the text is not of it. */
export function timeReader(format: string): (text: string) => Written | null {
  if (format === 'iso') return readIso
  if (format === 'unix') return (text) => readCount(text, SECOND)
  if (format === 'unix-ms') return (text) => readCount(text, 1)
  const parts: Part[] = []
  const pattern = format
    .split(/(YYYY|MM|M|DD|D|HH|H|hh|h|mm|ss|A)/)
    .map((piece) => {
      const token = TOKENS[piece]
      if (!token) return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      parts.push(token[0])
      return token[1]
    })
    .join('')
  const isTwelve = /h/.test(format.replaceAll(/H/g, ''))
  const regex = new RegExp(`^${pattern}$`)
  return (text) => {
    const match = regex.exec(text)
    return match && assemble(parts, match.slice(1), isTwelve)
  }
}

/** Whether the format tells at least an hour, or a whole instant. */
export function tellsTime(format: string): boolean {
  return ['iso', 'unix', 'unix-ms'].includes(format) || /[Hh]/.test(format)
}

/** Reads a day alone, such as `DD/MM/YYYY`; null: the text is not of this format. */
export function dayReader(format: string): (text: string) => string | null {
  const read = timeReader(`${format} HH`)
  return (text) => {
    const written = read(`${text} 00`)
    return written && 'day' in written ? written.day : null
  }
}

function readCount(text: string, unit: number): Written | null {
  return /^-?\d{1,14}(\.\d+)?$/.test(text) ? { instant: Math.round(Number(text) * unit) } : null
}

function readIso(text: string): Written | null {
  const [, day = '', hour, minute, second = '0', offset] = ISO.exec(text) ?? []
  const written = toWritten(day, Number(hour), Number(minute), Number(second.replace(',', '.')))
  if (!written || offset === undefined || written.day === null) return written
  const midnight = Date.parse(`${written.day}T00:00:00Z`)
  if (offset === 'Z') return { instant: midnight + written.at }
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? []
  const ahead = Number(hours) * HOUR + Number(minutes) * MINUTE
  return { instant: midnight + written.at + (sign === '+' ? -ahead : ahead) }
}

function assemble(parts: readonly Part[], texts: readonly string[], isTwelve: boolean) {
  const found: Partial<Record<Part, string>> = {}
  parts.forEach((part, index) => (found[part] = texts[index] ?? ''))
  const { year, month = '', date = '', hour = '0', minute = '0', second = '0', half } = found
  const day =
    year === undefined ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isTwelve) return toWritten(day, Number(hour), Number(minute), toNumber(second))
  if (Number(hour) < 1 || Number(hour) > 12) return null
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0
  return toWritten(day, (Number(hour) % 12) + afternoon, Number(minute), toNumber(second))
}

const toNumber = (text: string): number => Number(text.replace(',', '.'))

function toWritten(day: string | null, hour: number, minute: number, second: number) {
  if (!(hour <= 23 && minute <= 59 && second < 60)) return null
  if (day !== null && !isDay(day)) return null
  return { day, at: Math.round(hour * HOUR + minute * MINUTE + second * SECOND) }
}

/** 2026-02-30 looks like a day and is none. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** Where days begin in a zone, remembered: a file tells of the same ones again and again. */
const KEPT = 5_000
const starts = new Map<string, { from: number; isWhole: boolean }>()

function startIn(zone: string, day: string): { from: number; isWhole: boolean } {
  const key = `${zone} ${day}`
  const known = starts.get(key)
  if (known) return known
  if (starts.size >= KEPT) starts.clear()
  const from = startOfDay(day, zone)
  const found = { from, isWhole: startOfDay(nextDay(day), zone) - from === DAY }
  starts.set(key, found)
  return found
}

/** The instants (UTC ms) at which clocks of `zone` show this on `day`, earliest first. */
export function instantsOf(day: string, at: number, zone: string): number[] {
  const { from, isWhole } = startIn(zone, day)
  if (isWhole) return [from + at]
  const minute = Math.floor(at / MINUTE)
  const rest = at - minute * MINUTE
  const first = instantOf(day, minute, zone)
  // A clock goes back by an hour; on Lord Howe Island by half of one.
  const candidates = [first, first + 30 * MINUTE, first + HOUR]
  const shows = (instant: number): boolean => {
    const wall = wallClock(instant, zone)
    return wall.day === day && wall.minute === minute
  }
  return candidates.filter(shows).map((instant) => instant + rest)
}
