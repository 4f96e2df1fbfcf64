// Numbers typed in a field: how many of a service, how many people.

/** As many of one service as a request carries, and as many people as share a ticket. */
export const MOST_QUANTITY = 999
export const MOST_PEOPLE = 50

/** Whether `typed` is a whole number from 1 to `max`; NaN is what is no number at all. */
export function isQuantity(typed: number, max: number): boolean {
  return Number.isInteger(typed) && typed >= 1 && typed <= max
}

/** One more or one less (`by`), from whatever was typed; always a number that may be sent. */
export function stepped(typed: number, by: 1 | -1, max: number): number {
  if (!Number.isInteger(typed)) return 1
  return Math.min(max, Math.max(1, typed + by))
}
