// Every instant is UTC milliseconds; every day and half hour is the office's. The one place that
// turns the first into the second. Uses Intl only, so its answers are as good as the runtime's
// time-zone data: `zoneDataFault` tells whether that data is too old to be trusted.

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, found)
  }
  return found
}

interface WallClock {
  /** YYYY-MM-DD */
  day: string
  /** Minutes since local midnight as the wall clock shows them, 0 to 1439. */
  minute: number
}

// Finding parts with Intl takes microseconds, and a year of visits asks tens of thousands of times:
// what a zone is ahead of UTC is remembered hour by hour, and the last answer of each zone as it is.
// Zones change by whole minutes.
const lastSeen = new Map<string, { minute: number; wall: WallClock }>()
const offsets = new Map<string, Map<number, number | null>>()
/** Of each zone: more than a year. */
const HOURS_KEPT = 10_000

/** The wall clock of `zone` at the instant `at` (UTC ms). Throws RangeError for an unknown zone. */
export function wallClock(at: number, zone: string): WallClock {
  const utcMinute = Math.floor(at / MINUTE)
  const last = lastSeen.get(zone)
  if (last?.minute === utcMinute) return last.wall
  const offset = offsetIn(Math.floor(utcMinute / 60), zone) ?? offsetAt(utcMinute, zone)
  const minutes = utcMinute + offset
  const dayNumber = Math.floor(minutes / 1_440)
  const wall = { day: dayText(dayNumber), minute: minutes - dayNumber * 1_440 }
  lastSeen.set(zone, { minute: utcMinute, wall })
  return wall
}

const dayTexts = new Map<number, string>()
const DAYS_KEPT = 10_000

/** A day (of the epoch) as YYYY-MM-DD. */
function dayText(dayNumber: number): string {
  const known = dayTexts.get(dayNumber)
  if (known !== undefined) return known
  const text = new Date(dayNumber * 1_440 * MINUTE).toISOString().slice(0, 10)
  if (dayTexts.size >= DAYS_KEPT) dayTexts.clear()
  dayTexts.set(dayNumber, text)
  return text
}

/** Minutes ahead of UTC all through an hour (of the epoch); null: clocks change within it. */
function offsetIn(hour: number, zone: string): number | null {
  const own = offsets.get(zone) ?? new Map<number, number | null>()
  const known = own.get(hour)
  if (known !== undefined) return known
  const first = offsetAt(hour * 60, zone)
  const offset = first === offsetAt(hour * 60 + 59, zone) ? first : null
  if (own.size >= HOURS_KEPT) own.clear()
  offsets.set(zone, own.set(hour, offset))
  return offset
}

/** Minutes ahead of UTC at a minute (of the epoch). */
function offsetAt(utcMinute: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format(zone).formatToParts(utcMinute * MINUTE)) {
    part[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE - utcMinute
}

/** The office's day, YYYY-MM-DD, to which the instant `at` (UTC ms) belongs. */
export function officeDay(at: number, zone: string): string {
  return wallClock(at, zone).day
}

/** The first instant (UTC ms) of the office's day `day` (YYYY-MM-DD), clock changes included. */
export function startOfDay(day: string, zone: string): number {
  return instantOf(day, 0, zone)
}

/**
 * The first instant (UTC ms) at which the wall clock of `zone` on `day` has reached `minute`
 * (0 to 1439). A minute skipped by a clock change is the instant of the change; a minute that
 * comes twice is its first.
 */
export function instantOf(day: string, minute: number, zone: string): number {
  const guess = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE
  // No zone is more than 15 hours away from UTC: search that span for the first instant reached.
  let low = guess - 15 * 60 * MINUTE
  let high = guess + 15 * 60 * MINUTE
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    const wall = wallClock(middle, zone)
    const reached = wall.day > day || (wall.day === day && wall.minute >= minute)
    if (reached) high = middle
    else low = middle
  }
  // In the repeated hour the search may land on its second pass: step back over it.
  const earlier = wallClock(high - 60 * MINUTE, zone)
  const isSecondPass = earlier.day === day && earlier.minute === minute
  return isSecondPass ? high - 60 * MINUTE : high
}

/** The day after `day` (YYYY-MM-DD), by the calendar. */
export function nextDay(day: string): string {
  return plusDays(day, 1)
}

/** So many days after `day` (YYYY-MM-DD), by the calendar. */
export function plusDays(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * MINUTE
  return new Date(at).toISOString().slice(0, 10)
}

/** The half hour [start, end) of office time holding `at`, as minutes since local midnight: 0, 30 … 1410. */
export function halfHour(at: number, zone: string): number {
  return Math.floor(wallClock(at, zone).minute / 30) * 30
}

/** Whether the runtime knows `zone`. */
export function isZone(zone: string): boolean {
  try {
    format(zone)
    return true
  } catch {
    return false
  }
}

/**
 * A sentence saying why this runtime's time-zone data cannot be trusted, or null.
 * British Columbia stayed at UTC−7 from 2026-03-09; older data is an hour off each winter.
 */
export function zoneDataFault(): string | null {
  const wall = wallClock(Date.parse('2026-12-01T20:00:00Z'), 'America/Vancouver')
  if (wall.minute === 13 * 60) return null
  return 'The time-zone data is older than British Columbia’s change of 2026-03-09: use Node.js 24.21 or newer (npm run uses it by itself).'
}
