// When a screen that nobody touches goes back to its start, and when it warns. Pure: what the
// clock says comes in.

export interface IdleTimes {
  /** How long without a touch before the warning, ms. */
  quietFor: number
  /** How long the warning stays before the screen starts over, ms. */
  warnFor: number
}

/** While choosing: a warning that can be extended. */
export const IDLE_TIMES: IdleTimes = { quietFor: 30_000, warnFor: 15_000 }
/** The ticket says from the first second when it closes. */
export const TICKET_TIMES: IdleTimes = { quietFor: 0, warnFor: 20_000 }

export type IdlePhase = { is: 'active' } | { is: 'warning'; secondsLeft: number } | { is: 'over' }

export function idlePhase(sinceTouch: number, times: IdleTimes): IdlePhase {
  if (sinceTouch < times.quietFor) return { is: 'active' }
  const left = times.quietFor + times.warnFor - sinceTouch
  return left > 0 ? { is: 'warning', secondsLeft: Math.ceil(left / 1_000) } : { is: 'over' }
}
