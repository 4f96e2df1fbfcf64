// When the simulated office is open: half past eight to half past four, as the office's own clock
// shows it. Asked for at another hour, the day is played as if it opened now.
import { instantOf, officeDay } from '../../domain/office-time.ts'
import { HOUR, type Interval } from './day.ts'
import type { Instant } from './scheduler.ts'

const OPENS = 8 * 60 + 30
const OPEN_FOR = 8 * HOUR

export interface OpenDay {
  open: Interval
  /** The office's clock shows no opening hour: the day begins now. */
  isMoved: boolean
}

/** The opening hours of `day` (YYYY-MM-DD) in `zone`. */
export function openingHours(day: string, zone: string): Interval {
  const from = instantOf(day, OPENS, zone)
  return { from, to: from + OPEN_FOR }
}

/** The day to join at `now`; one that begins now begins when everybody is `ready`. */
export function dayToJoin(now: Instant, ready: Instant, zone: string): OpenDay {
  const open = openingHours(officeDay(now, zone), zone)
  if (now < open.to - HOUR && now >= open.from - HOUR) return { open, isMoved: false }
  return { open: { from: ready, to: ready + OPEN_FOR }, isMoved: true }
}
