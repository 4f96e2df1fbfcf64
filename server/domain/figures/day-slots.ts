// The half hours of one office's day: [start, end), by the wall clock. A day on which clocks change has
// 46 or 50 of them; two that show the same time are one in figures, as long as both together.
import { nextDay, startOfDay, wallClock } from '../office-time.ts'

const MINUTE = 60_000

export interface DaySlot {
  /** Minutes since local midnight: 0, 30 … 1410. */
  readonly slot: number
  /** UTC ms. */
  readonly from: number
  readonly to: number
}

/** Today's are asked for at every change of an office. */
const seen = new Map<string, readonly DaySlot[]>()
const MOST_SEEN = 500

/** In order of time. */
export function slotsOfDay(day: string, zone: string): readonly DaySlot[] {
  const name = `${day} ${zone}`
  const known = seen.get(name)
  if (known) return known
  const slots = findSlots(day, zone)
  if (seen.size >= MOST_SEEN) seen.clear()
  seen.set(name, slots)
  return slots
}

function findSlots(day: string, zone: string): DaySlot[] {
  const end = startOfDay(nextDay(day), zone)
  const slots: DaySlot[] = []
  let from = startOfDay(day, zone)
  while (from < end) {
    const { minute } = wallClock(from, zone)
    const to = Math.min(end, from + (30 - (minute % 30)) * MINUTE)
    slots.push({ slot: minute - (minute % 30), from, to })
    from = to
  }
  return slots
}

/** The slot that holds `at`; the day's first or last one for an instant before or after it. */
export function slotAt(slots: readonly DaySlot[], at: number): DaySlot | undefined {
  return slots[indexAt(slots, at)]
}

/** The place of that slot among them; 0 where there are none. */
export function indexAt(slots: readonly DaySlot[], at: number): number {
  let low = 0
  let high = slots.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const found = slots[middle]
    if (found && found.from <= at) low = middle
    else high = middle - 1
  }
  return low
}
