// Ticket numbers: prefix + counter of the office's day. Gapless within each series, never twice.

export interface TicketNumber {
  /** The office's day, YYYY-MM-DD, in its own zone. */
  readonly day: string
  readonly prefix: string
  /** From 1. */
  readonly value: number
}

/** The numbers given so far on one office day: the last value of each prefix. */
export interface NumberSeries {
  readonly day: string
  readonly last: Readonly<Record<string, number>>
}

/** The next number of `prefix` on `day`; a series of another day starts again at 1. */
export function nextNumber(series: NumberSeries, prefix: string, day: string): TicketNumber {
  const last = series.day === day ? (series.last[prefix] ?? 0) : 0
  return { day, prefix, value: last + 1 }
}

/** The series once `number` has been given. A number of an earlier day changes nothing. */
export function withNumber(series: NumberSeries, number: TicketNumber): NumberSeries {
  if (number.day < series.day) return series
  const last = number.day === series.day ? series.last : {}
  return {
    day: number.day,
    last: { ...last, [number.prefix]: Math.max(last[number.prefix] ?? 0, number.value) },
  }
}

/** A series of a kiosk that is cut off: no service's, whose prefixes are letters alone. */
export const OFFLINE_SERIES = /^K[1-9]\d{0,3}$/

/** The number as people see it: at least three digits, `A023`, `A1204`; of a kiosk's own, `K2-007`. */
export function ticketText({ prefix, value }: Pick<TicketNumber, 'prefix' | 'value'>): string {
  return prefix + (/\d$/.test(prefix) ? '-' : '') + String(value).padStart(3, '0')
}
