// When an office is open: its week, the dates on which it is otherwise, and what changes when. Hours
// are minutes of the office's wall clock; a minute skipped by a clock change is the instant of the
// change, and one that comes twice is its first.
import { instantOf, nextDay, officeDay, startOfDay } from './office-time.ts'
import type { OpeningHours, OpenSpan, Words } from './settings.ts'

/** How many days are looked at for the next opening or closing. */
const HORIZON = 370
/** How many days an office that never closes is followed. */
const OPEN_HORIZON = 14
/** Minutes of a whole day: the end of a span that lasts until midnight. */
const WHOLE_DAY = 1440

export interface Opening {
  readonly isOpen: boolean
  /** UTC ms: when it closes, within two weeks; when it opens, within a year. Null: not in that time. */
  readonly changesAt: number | null
  /** What the office says of an exception that holds on this day. */
  readonly words: Words | null
  /** Whether this day is an exception. */
  readonly isException: boolean
}

/** What an office without hours is: always open. */
const ALWAYS: Opening = { isOpen: true, changesAt: null, words: null, isException: false }

interface Known {
  readonly zone: string
  readonly from: number
  readonly until: number
  readonly opening: Opening
}
// Asked after each commit, and the same from one turn to the next: the last answer is remembered.
const answers = new WeakMap<OpeningHours, Known>()

/** Whether the office is open at `at` (UTC ms) and until when. `hours` absent: always open. */
export function openingAt(hours: OpeningHours | undefined, zone: string, at: number): Opening {
  if (!hours) return ALWAYS
  const known = answers.get(hours)
  if (known?.zone === zone && known.from <= at && at < known.until) return known.opening
  const opening = find(hours, zone, at)
  // Which day it is tells whether an exception holds: an answer is good until midnight at most.
  const midnight = startOfDay(nextDay(officeDay(at, zone)), zone)
  const until = Math.min(opening.changesAt ?? midnight, midnight)
  answers.set(hours, { zone, from: at, until, opening })
  return opening
}

function find(hours: OpeningHours, zone: string, at: number): Opening {
  const today = officeDay(at, zone)
  const exception = hours.exceptions.find(({ day }) => day === today)
  const about = { words: exception?.words ?? null, isException: exception !== undefined }
  let day = today
  /** Where an open stretch ends that has lasted from `at` until here. */
  let closes = null as number | null
  for (let ahead = 0; ahead <= HORIZON; ahead += 1, day = nextDay(day)) {
    for (const { from, to } of spansOf(hours, day)) {
      const opensAt = instantOf(day, from, zone)
      if (closes !== null && opensAt > closes) return { isOpen: true, changesAt: closes, ...about }
      const closesAt = to === WHOLE_DAY ? startOfDay(nextDay(day), zone) : instantOf(day, to, zone)
      if (closesAt <= at || closesAt <= opensAt) continue
      if (closes === null && opensAt > at) return { isOpen: false, changesAt: opensAt, ...about }
      closes = closesAt
    }
    if (closes !== null && ahead >= OPEN_HORIZON) break
    // Closed by the end of this day: no later day can go on from there.
    if (closes !== null && closes < startOfDay(nextDay(day), zone)) {
      return { isOpen: true, changesAt: closes, ...about }
    }
  }
  return { isOpen: closes !== null, changesAt: null, ...about }
}

/** The hours of one day, YYYY-MM-DD: those of its exception, or of its weekday. */
export function spansOf({ week, exceptions }: OpeningHours, day: string): readonly OpenSpan[] {
  const exception = exceptions.find((each) => each.day === day)
  return exception?.spans ?? week[weekday(day)] ?? []
}

/** 0 for Monday to 6 for Sunday, of a day YYYY-MM-DD. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}
