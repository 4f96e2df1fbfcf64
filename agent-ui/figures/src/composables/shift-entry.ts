// Shifts of a day as people type them in, and as the server takes them.
import type { PaidDay } from '#protocol'

export interface ShiftEntry {
  readonly id: number
  readonly who: string
  /** 09:00, as a time field gives it; empty: none. */
  readonly from: string
  readonly to: string
  readonly unpaidMinutes: string
}

const MINUTE = 60_000

/** 09:05 as minutes after midnight; null: no time. */
export function minuteOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Of shifts whose hours alone are known there is nothing to type over: they are left out. */
export function entriesOf(shifts: PaidDay['shifts']): ShiftEntry[] {
  return shifts.flatMap(({ who, from, to, paidMs }, id) => {
    if (from === null || to === null) return []
    const unpaidMinutes = String(Math.round(to - from - paidMs / MINUTE))
    return [{ id, who, from: timeOf(from), to: timeOf(to), unpaidMinutes }]
  })
}

export const newEntry = (id: number): ShiftEntry => ({
  ...{ id, who: '', from: '', to: '', unpaidMinutes: '0' },
})

export const WRONG = ['who', 'from', 'to', 'unpaidMinutes'] as const
export type WrongPart = (typeof WRONG)[number]

/** What is wrong with an entry, the first of it; null: nothing. */
export function wrongIn({ who, from, to, unpaidMinutes }: ShiftEntry): WrongPart | null {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  if (who.trim() === '') return 'who'
  if (start === null) return 'from'
  if (end === null || end <= start) return 'to'
  const unpaid = Number(unpaidMinutes)
  const isWhole = /^\d{1,3}$/.test(unpaidMinutes)
  return isWhole && unpaid <= 480 && unpaid < end - start ? null : 'unpaidMinutes'
}

/** As the server takes it; of an entry with nothing wrong. */
export function shiftOf(day: string, { who, from, to, unpaidMinutes }: ShiftEntry) {
  return {
    ...{ day, who: who.trim(), from: minuteOf(from) ?? 0, to: minuteOf(to) ?? 0 },
    unpaidMinutes: Number(unpaidMinutes),
  }
}
