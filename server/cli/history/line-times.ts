// The times of one line: each read by its format, put on its day and in its zone, and in the order
// in which they must come.
import { nextDay } from '../../domain/office-time.ts'
import { LineFault } from './faults.ts'
import type { Mapping, Time } from './mapping.ts'
import { dayReader, instantsOf, tellsTime, timeReader, type Written } from './written-times.ts'

/** UTC ms; null: the line does not say. */
export interface LineTimes {
  readonly arrived: number
  readonly booked: number | null
  readonly called: number | null
  readonly started: number | null
  readonly ended: number | null
  /** Columns whose time was put a little later, within the tolerance. */
  readonly setRight: readonly string[]
}

type Cells = (column: string) => string
type Name = keyof Mapping['times']
/** In the order in which they happen; when somebody was to come is no part of it. */
const IN_ORDER = ['came', 'arrived', 'called', 'started', 'ended'] as const

const HALF_A_DAY = 12 * 3_600_000

/** How the times of a line are read; times without a zone of their own are of `officeZone`'s clocks. */
export function lineTimes(mapping: Mapping, officeZone: string): (cells: Cells) => LineTimes {
  const zone = mapping.zone ?? officeZone
  const tolerance = mapping.toleranceSeconds * 1_000
  const readDay = mapping.day && dayReader(mapping.day.format)
  const readers = new Map<string, (text: string) => Written | null>()

  function readerOf(format: string): (text: string) => Written | null {
    const known = readers.get(format) ?? timeReader(format)
    readers.set(format, known)
    return known
  }

  function dayOf(cells: Cells, column: string): string {
    if (!mapping.day || !readDay) {
      throw new LineFault('time', column, cells(column), 'has no day, nor has the mapping')
    }
    const text = cells(mapping.day.column)
    const day = readDay(text)
    if (day !== null) return day
    throw new LineFault('time', mapping.day.column, text, `is no day like ${mapping.day.format}`)
  }

  /** The instants that a cell may mean, given the time before it. */
  function meant(cells: Cells, time: Extract<Time, { column: string }>, before: number): number[] {
    const { column, format } = time
    const text = cells(column)
    const written = readerOf(format)(text)
    if (!written || !tellsTime(format)) {
      throw new LineFault('time', column, text, `is no time like ${format}`)
    }
    if ('instant' in written) return [written.instant]
    const day = written.day ?? dayOf(cells, column)
    const instants = instantsOf(day, written.at, zone)
    // A clock alone that shows much less than before has gone past midnight.
    const isPast = written.day === null && (instants[0] ?? before) < before - HALF_A_DAY
    const found = isPast ? instantsOf(nextDay(day), written.at, zone) : instants
    if (found.length > 0) return found
    throw new LineFault('time', column, text, `was never shown by the clocks of ${zone} on ${day}`)
  }

  function tell(cells: Cells, times: readonly Time[], found: Found, before: number): Told | null {
    for (const time of times) {
      if ('column' in time) {
        if (cells(time.column) === '') continue
        const instants = meant(cells, time, before)
        // Of an hour that comes twice, the one that fits.
        const instant = instants.find((each) => each >= before) ?? instants.at(-1)
        if (instant !== undefined) return { column: time.column, instant }
        continue
      }
      const text = cells(time.secondsIn)
      const from = found[time.after]
      if (text === '' || from === undefined) continue
      if (!/^\d{1,7}(\.\d+)?$/.test(text)) {
        throw new LineFault('time', time.secondsIn, text, 'is no number of seconds')
      }
      return { column: time.secondsIn, instant: from + Math.round(Number(text) * 1_000) }
    }
    return null
  }

  return (cells) => {
    const found: Found = {}
    const setRight: string[] = []
    let last = null as { name: Name; instant: number } | null
    for (const name of IN_ORDER) {
      const times = mapping.times[name]
      const told: Told | null | undefined =
        times && tell(cells, times, found, last?.instant ?? -Infinity)
      if (!told) continue
      let { instant } = told
      if (last !== null && instant < last.instant) {
        const early = last.instant - instant
        if (early > tolerance) throw tooEarly(told.column, cells, early, last.name)
        setRight.push(told.column)
        instant = last.instant
      }
      found[name] = instant
      last = { name, instant }
    }
    const { arrived, called = null, started = null, ended = null } = found
    const [first] = mapping.times.arrived
    if (arrived === undefined) {
      const column = first && 'column' in first ? first.column : 'arrived'
      throw new LineFault('missing', column, '', 'is empty: nobody knows when they arrived')
    }
    const { booked } = mapping.times
    const due = booked && tell(cells, booked, found, arrived - HALF_A_DAY)
    return { arrived, booked: due?.instant ?? null, called, started, ended, setRight }
  }
}

type Found = Partial<Record<Name, number>>
interface Told {
  readonly column: string
  readonly instant: number
}

function tooEarly(column: string, cells: Cells, early: number, before: Name): LineFault {
  const seconds = Math.round(early / 1_000)
  return new LineFault('order', column, cells(column), `is ${seconds} s before ${before}`)
}
