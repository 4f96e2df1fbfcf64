// When a screen that nobody touches goes back to its start, and when it warns. Pure: what the
// clock says comes in.

export interface IdleTimes {
  /** How long without a touch before the warning, ms. */
  quietFor: number
  /** How long the warning stays before the screen starts over, ms. */
  warnFor: number
}

/** While choosing: a warning that can be extended. */
export const IDLE_TIMES: IdleTimes = { quietFor: 30_000, warnFor: 20_000 }
/** For whoever needs more time, or has changed how the screen looks. */
const UNHURRIED_TIMES: IdleTimes = { quietFor: 90_000, warnFor: 30_000 }
/** The ticket says from the first second when it closes. */
export const TICKET_TIMES: IdleTimes = { quietFor: 0, warnFor: 20_000 }
const UNHURRIED_TICKET_TIMES: IdleTimes = { quietFor: 0, warnFor: 60_000 }

export type IdlePhase = { is: 'active' } | { is: 'warning'; secondsLeft: number } | { is: 'over' }

export function idlePhase(sinceTouch: number, times: IdleTimes): IdlePhase {
  if (sinceTouch < times.quietFor) return { is: 'active' }
  const left = times.quietFor + times.warnFor - sinceTouch
  return left > 0 ? { is: 'warning', secondsLeft: Math.ceil(left / 1_000) } : { is: 'over' }
}

/** How long this person is waited for: the ticket counts from the start, a choice after a while. */
export function idleTimesOf(hasTicket: boolean, isUnhurried: boolean): IdleTimes {
  if (hasTicket) return isUnhurried ? UNHURRIED_TICKET_TIMES : TICKET_TIMES
  return isUnhurried ? UNHURRIED_TIMES : IDLE_TIMES
}
