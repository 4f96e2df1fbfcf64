// What each key does at the desk, and the buttons that do the same.
import type { ShallowRef } from 'vue'
import { secondaryFor, type ChosenMove, type SecondaryMove } from './desk-moves.ts'
import type { KeyAction } from './keys.ts'
import type { DeskState } from './use-desk.ts'
import { useKeys } from './use-keys.ts'
import type { Moves } from './use-moves.ts'

export type PanelName = 'greeter' | 'office-now'

interface DeskScreen {
  readonly state: DeskState
  readonly moves: Moves
  /** Which dialog is open. */
  readonly open: ShallowRef<'help' | 'services' | null>
  /** Which panel is open beside the queue. */
  readonly panel: ShallowRef<PanelName | null>
  /** Whether the desk is the narrow call bar. */
  readonly isBar: ShallowRef<boolean>
  callHelp(): void
  choose(id: string | null): Promise<void>
  /** Says whether there was somebody in a list to go to. */
  focusLists(): boolean
  signOut(): void
}

export function useDeskKeys(screen: DeskScreen) {
  const { state, moves, open, panel, isBar, choose, focusLists, callHelp, signOut } = screen
  const { visit, chosen, isAllShown } = state

  function makeMove(move: SecondaryMove): void {
    if (visit.value) void moves.move(move, visit.value)
  }
  function makeChosenMove(move: ChosenMove): void {
    if (chosen.value) void moves.moveChosen(move, chosen.value)
  }
  function toggleAll(): void {
    isAllShown.value = !isAllShown.value
  }

  /** Whether a press was used. A move the table does not allow just now is no press at all. */
  function act(action: KeyAction): boolean {
    switch (action) {
      case 'primary':
        void moves.primary()
        return true
      case 'recall':
      case 'hold':
      case 'return':
      case 'no-show':
      case 'leave':
        if (!visit.value || !secondaryFor(visit.value).includes(action)) return false
        makeMove(action)
        return true
      case 'undo':
        void moves.undo()
        return true
      case 'chosen-call':
        return actOnChosen('call')
      case 'chosen-begin':
        return actOnChosen('begin')
      case 'chosen-return':
        return actOnChosen('return')
      case 'chosen-leave':
        return actOnChosen('leave')
      case 'deselect':
        if (!chosen.value) return false
        void choose(null)
        return true
      case 'to-list':
        return focusLists()
      case 'show-all':
        toggleAll()
        return true
      case 'greeter':
      case 'office-now':
        panel.value = panel.value === action ? null : action
        return true
      case 'alarm':
        callHelp()
        return true
      case 'call-bar':
        isBar.value = !isBar.value
        return true
      case 'pause':
        void moves.togglePause()
        return true
      case 'services':
        open.value = 'services'
        return true
      case 'leave-counter':
        void moves.leaveCounter()
        return true
      case 'sign-out':
        signOut()
        return true
      case 'help':
        open.value = 'help'
        return true
      case 'language':
        return false
    }
  }
  function actOnChosen(move: ChosenMove): boolean {
    if (!chosen.value) return false
    makeChosenMove(move)
    return true
  }
  useKeys(act)

  return { makeMove, makeChosenMove, toggleAll }
}
