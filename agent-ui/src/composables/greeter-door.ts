// People in line at the door, before they have a ticket: counted by hand.

/** What the server takes. */
export const MOST_AT_DOOR = 500

export interface DoorCount {
  readonly people: number
  /** ISO instant. */
  readonly at: string
}

/** A number as typed or stepped to, within what can be counted; null when it is none. */
export function doorNumber(value: number): number | null {
  return Number.isInteger(value) ? Math.min(MOST_AT_DOOR, Math.max(0, value)) : null
}

/** How many more than at the count before; null when there was none. */
export function doorChange(before: DoorCount | null, now: DoorCount | null): number | null {
  return before && now && before.at !== now.at ? now.people - before.people : null
}
