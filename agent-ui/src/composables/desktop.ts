// What the desk tells the program around it, and what a press of the program's key means.
import type { ProblemCode } from '#protocol'
import type { ShownState } from '../../bridge.ts'
import { isFree, type Primary, type Situation } from './desk-moves.ts'

/** What the mark in the tray shows. */
export function shownState({ counter, visit }: Situation, isLive: boolean): ShownState {
  if (!isLive) return 'not-live'
  if (visit || counter.availability === 'wrap-up') return 'busy'
  return counter.availability === 'available' ? 'available' : 'away'
}

export type KeyMeaning =
  /** The primary button; `raise`: the desk must be seen for it. */
  | { readonly is: 'primary'; readonly raise: boolean }
  | { readonly is: 'refused'; readonly code: ProblemCode }

/**
 * What the key that calls next from another program means now. Never the other things that the
 * primary button means: no service is ended, and no break, by somebody looking elsewhere.
 */
export function meaningOfKey(primary: Primary, { counter, visit }: Situation): KeyMeaning {
  if (visit) return { is: 'refused', code: 'agent-busy' }
  if (!isFree(counter)) return { is: 'refused', code: 'agent-not-available' }
  // Without a reception somebody is taken in, who has to be asked for what.
  return { is: 'primary', raise: primary !== 'call-next' }
}
