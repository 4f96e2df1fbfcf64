// Where and when cells are of, and what the groups are called that they belong to.
import { weekday as weekdayOf } from '../opening-hours.ts'
import type { CellKind, DayInSlot } from './cells.ts'
import type { Grouping } from './keys.ts'

/** Where and when cells are of; what they do not tell apart is null. */
export interface Place {
  readonly office: string
  readonly targetMinutes: number
  /** YYYY-MM-DD */
  readonly day: string | null
  /** YYYY-MM */
  readonly month: string
  /** Which day the slots have before their minutes. */
  readonly dayInSlot: DayInSlot
}

export const OF_PLACES: ReadonlySet<Grouping> = new Set([
  ...(['half-hour', 'weekday', 'day', 'week', 'month', 'office'] as const),
])
export const OF_CELLS: ReadonlySet<Grouping> = new Set([
  ...(['service', 'category', 'programme', 'channel', 'kind', 'outcome', 'agent'] as const),
])
/** Those that the day tells. */
export const OF_DAYS: ReadonlySet<Grouping> = new Set(['weekday', 'day', 'week'])
/** What is made for each slot once; where slots are not told apart, once for all. */
export class PerSlot<Made> {
  private readonly isSplit: boolean
  private readonly make: (slot: number) => Made
  private readonly made = new Map<number, Made>()

  constructor(isSplit: boolean, make: (slot: number) => Made) {
    this.isSplit = isSplit
    this.make = make
  }

  at(slot: number): Made {
    const name = this.isSplit ? slot : 0
    const known = this.made.get(name)
    if (known !== undefined) return known
    const made = this.make(slot)
    this.made.set(name, made)
    return made
  }
}

/** What a group is called, as far as one grouping tells; `kind` null: nothing of the cells themselves. */
export function keyOf(
  grouping: Grouping,
  place: Place,
  slot: number,
  kind: CellKind | null,
): string {
  switch (grouping) {
    case 'half-hour':
      return clockText(slot % 1440)
    case 'weekday':
      if (place.dayInSlot === 'weekday') return String(Math.floor(slot / 1440))
      return String(weekdayOf(dayOf(place, slot)))
    case 'day':
      return dayOf(place, slot)
    case 'week':
      return knownMonday(dayOf(place, slot))
    case 'month':
      return place.month
    case 'office':
      return place.office
    default:
      return kind ? kind[grouping] : ''
  }
}

function dayOf({ day, month }: Place, slot: number): string {
  return day ?? `${month}-${String(Math.floor(slot / 1440)).padStart(2, '0')}`
}

/** Minutes since midnight as 09:30. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The Monday of the week of a day, YYYY-MM-DD. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`) - weekdayOf(day) * 24 * 3_600_000
  return new Date(at).toISOString().slice(0, 10)
}

/** The same days come again for each office. */
const mondays = new Map<string, string>()

function knownMonday(day: string): string {
  const known = mondays.get(day)
  if (known !== undefined) return known
  const monday = mondayOf(day)
  mondays.set(day, monday)
  return monday
}
