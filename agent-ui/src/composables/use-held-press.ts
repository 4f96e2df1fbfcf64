// Keys wait for the command under way: at most one, and what cannot count any more is told.
import { watch } from 'vue'
import {
  DOUBLE_WITHIN,
  isStillMeant,
  isUnderWay,
  waitsForAnswer,
  type HeldPress,
  type Moment,
} from './held-press.ts'
import type { KeyAction } from './keys.ts'
import type { Commands } from './use-commands.ts'

interface Keyboard {
  readonly commands: Commands
  moment(): Moment
  /** Says whether the press was used. */
  act(action: KeyAction): boolean
  tellUnused(action: KeyAction): void
  /** Of a press that nothing is done with as things are. */
  tellIdle(action: KeyAction): void
}

/** The way every key goes; says whether the press was used. */
export function useHeldPress({ commands, moment, act, tellUnused, tellIdle }: Keyboard) {
  let last: { action: KeyAction; at: number } | null = null
  let held: HeldPress | null = null

  watch(commands.isBusy, (isBusy) => {
    const press = held
    if (isBusy || !press) return
    held = null
    // A refusal, or an answer that was lost, is told already: nothing follows from it.
    if (!commands.wasDone() && commands.notice.value) return
    const isMeant = commands.wasDone() && isStillMeant(press, moment())
    if (!isMeant || !act(press.action)) tellUnused(press.action)
  })

  return (action: KeyAction): boolean => {
    const now = moment()
    const isDouble = last?.action === action && now.at - last.at < DOUBLE_WITHIN
    // Whatever key comes between: the second press is no tremble.
    last = { action, at: now.at }
    const underWay = commands.running.value
    const isAtOnce = !waitsForAnswer(action)
    if (isDouble && !isAtOnce) return true
    if (isAtOnce || underWay === null) {
      const wasUsed = act(action)
      if (!wasUsed && underWay === null) tellIdle(action)
      return wasUsed
    }
    if (held || isUnderWay(action, underWay)) tellUnused(action)
    else held = { ...now, action, underWay }
    return true
  }
}
