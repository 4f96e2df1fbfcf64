// What is likely wrong with the whole of a file, from its first lines: columns that are swapped, a
// format that is another, a zone that is another. Better one sentence than ten million faults.
import { spansOf } from '../../domain/opening-hours.ts'
import { wallClock } from '../../domain/office-time.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import { NO_SERVICE, type LineFault } from './faults.ts'
import type { Life } from './life.ts'

/** A fault that more than this share of the lines have is one of the file. */
const MOST = 0.5
/** Arrivals that tell something of the hours an office keeps. */
const ENOUGH = 20
/** Nobody is received between midnight and five: more than this share of arrivals then is suspicious. */
const AT_NIGHT = 0.3
const NIGHT_ENDS = 5 * 60
const HOUR = 3_600_000
/** Hours by which a file in another zone may be off. */
const SHIFTS = Array.from({ length: 27 }, (_, index) => index - 13)
/** Minutes before the opening and after the closing that are nothing unusual. */
const AROUND = 60

/** One sentence that says what to look at first; null: nothing is suspicious. */
export function suspicionOf(
  lives: readonly Life[],
  faults: readonly LineFault[],
  settings: OfficeSettings,
): string | null {
  return ofFaults(lives.length, faults, settings) ?? ofHours(lives, settings)
}

function ofFaults(
  good: number,
  faults: readonly LineFault[],
  { services }: OfficeSettings,
): string | null {
  const total = good + faults.length
  const groups = Map.groupBy(faults, ({ kind, column }) => `${kind} ${column}`)
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length)
  const [first] = most ?? []
  if (!most || !first || most.length <= MOST * total) return null
  const share = `${most.length} of the first ${total} lines`
  const { kind, column, text, what } = first
  if (kind === 'order') {
    return `In ${share}, ${column} ${what}: are two columns of times swapped in the mapping?`
  }
  const said = text === '' ? '' : ` (“${text}”)`
  if (kind === 'unknown' && what === NO_SERVICE) {
    return `In ${share}, ${column}${said} ${what}: this office has ${listed(services)}. Name these in the “values” of the mapping, or import into an office that has the services which the mapping names.`
  }
  return `In ${share}, ${column || 'the line'}${said} ${what}: is the mapping for this file?`
}

function ofHours(lives: readonly Life[], settings: OfficeSettings): string | null {
  return ofOpening(lives, settings) ?? ofNight(lives, settings)
}

function ofOpening(lives: readonly Life[], settings: OfficeSettings): string | null {
  const here = lives.filter(({ channel }) => channel === 'in-person')
  if (!settings.hours || here.length < ENOUGH) return null
  const inside = (hours: number): number =>
    here.filter(({ arrived }) => isOpen(settings, arrived + hours * HOUR)).length / here.length
  if (inside(0) >= MOST) return null
  const best = SHIFTS.reduce((one, other) => (inside(other) > inside(one) ? other : one), 0)
  const would = `, ${Math.abs(best)} hours ${best < 0 ? 'earlier' : 'later'} ${percent(inside(best))} would be`
  return `Only ${percent(inside(0))} of the arrivals are within the opening hours${best === 0 ? '' : would}: is the zone of the file right?`
}

function ofNight(lives: readonly Life[], { timeZone }: OfficeSettings): string | null {
  if (lives.length < ENOUGH) return null
  const atNight = lives.filter(({ arrived }) => wallClock(arrived, timeZone).minute < NIGHT_ENDS)
  const share = atNight.length / lives.length
  if (share <= AT_NIGHT) return null
  return `${percent(share)} of the arrivals are between midnight and five by the clocks of ${timeZone}: is the zone of the file right?`
}

/** So many services are named; of more, how many. */
const NAMED = 5

function listed(services: OfficeSettings['services']): string {
  const codes = services.map(({ code }) => code)
  const more = codes.length - NAMED
  return [...codes.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ') || 'none'
}

const percent = (share: number): string => `${Math.round(100 * share)} %`

function isOpen({ hours, timeZone }: OfficeSettings, at: number): boolean {
  if (!hours) return true
  const { day, minute } = wallClock(at, timeZone)
  return spansOf(hours, day).some(({ from, to }) => minute >= from - AROUND && minute < to + AROUND)
}
