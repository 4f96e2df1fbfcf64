// A key pressed while a command is under way. One is held, and counts once that command was done, if
// it then still means what it meant; nothing is done twice by a hand that trembles or grows impatient.
import type { Primary } from './desk-moves.ts'
import { KEYS, type KeyAction } from './keys.ts'
import type { Step } from './undo-step.ts'

/** The same key again within so many ms is a double press, no second wish. */
export const DOUBLE_WITHIN = 400
/** An answer that takes longer, in ms, comes too late for what was pressed meanwhile. */
export const HELD_FOR = 2_000

/** What the desk shows when a key is pressed, and when it would count. */
export interface Moment {
  /** ms, of a clock that only runs forward. */
  readonly at: number
  /** The visit at the counter; the one chosen in the lists. */
  readonly visit: string | null
  readonly chosen: string | null
  readonly step: Step | null
  readonly primary: Primary
}

export interface HeldPress extends Moment {
  readonly action: KeyAction
  /** The intent of the command that is under way; its first word says what is done. */
  readonly underWay: string
}

const DESK_KEYS: readonly KeyAction[] = [
  'bring-back',
  'pause',
  'profile',
  'leave-counter',
  'sign-out',
]

/** Whether what an action does depends on the command under way: others act at once, always. */
export function waitsForAnswer(action: KeyAction): boolean {
  if (action === 'deselect') return false
  const { group } = KEYS[action]
  return group === 'visit' || group === 'chosen' || DESK_KEYS.includes(action)
}

/** Whether what is pressed is what is being done already. Space means the step after it. */
export function isUnderWay(action: KeyAction, underWay: string): boolean {
  return action !== 'primary' && nameOf(underWay) === action
}

/** Whether a held press still means what it meant, once the command it followed has been done. */
export function isStillMeant(held: HeldPress, now: Moment): boolean {
  if (now.at - held.at > HELD_FOR) return false
  const isSameVisit = held.visit === null || held.visit === now.visit
  if (held.action === 'primary') {
    // Nobody came, or another request is left: the same step again is no step that follows.
    return now.primary !== nameOf(held.underWay) && (isSameVisit || now.visit === null)
  }
  if (held.action === 'undo') return now.step !== null && now.step !== held.step
  if (KEYS[held.action].group === 'chosen')
    return held.chosen !== null && held.chosen === now.chosen
  return KEYS[held.action].group !== 'visit' || isSameVisit
}

function nameOf(intent: string): string {
  return intent.split(' ', 1)[0] ?? ''
}
