// What each key does at the desk, and the buttons that do the same.
import type { ShallowRef } from 'vue'
import type { DeskVisit } from '#protocol'
import {
  actionsFor,
  chosenActionsFor,
  keyOf,
  VISIT_ACTION_NAMES,
  type VisitActionName,
} from './desk-moves.ts'
import { capOf, type KeyAction } from './keys.ts'
import type { Commands } from './use-commands.ts'
import type { DeskState } from './use-desk.ts'
import type { Dialogs } from './use-dialogs.ts'
import { useHeldPress } from './use-held-press.ts'
import { useKeys } from './use-keys.ts'
import type { Moves } from './use-moves.ts'
import { useWords } from '../i18n.ts'

export type PanelName = 'greeter' | 'office-now'

interface DeskScreen {
  readonly state: DeskState
  readonly moves: Moves
  readonly dialogs: Dialogs
  readonly commands: Commands
  /** Which panel is open beside the queue. */
  readonly panel: ShallowRef<PanelName | null>
  /** Whether the desk is the narrow call bar. */
  readonly isBar: ShallowRef<boolean>
  /** The visit whose note is being written. */
  readonly noteOf: ShallowRef<string | null>
  choose(id: string | null): Promise<void>
  /** Says whether there was somebody in a list to go to. */
  focusLists(): boolean
  callHelp(): void
  leaveCounter(): void
  signOut(): void
}

export function useDeskKeys(screen: DeskScreen) {
  const { state, moves, dialogs, commands, panel, isBar, noteOf } = screen
  const { say } = useWords()

  /** Does something to a visit, or asks first what is to be known. */
  function perform(name: VisitActionName, visit: DeskVisit): void {
    switch (name) {
      case 'call':
      case 'begin':
        return void moves.callChosen(name, visit)
      case 'recall':
        return void moves.recall(visit)
      case 'no-show':
        return void moves.noShow(visit)
      case 'leave':
        return void moves.leave(visit)
      case 'times-wrong':
        return void moves.timesWrong(visit)
      case 'note':
        noteOf.value = visit.id
        return
      default:
        dialogs.about(name, visit)
    }
  }

  function toggleAll(): void {
    state.isAllShown.value = !state.isAllShown.value
  }
  function togglePanel(name: PanelName): void {
    panel.value = panel.value === name ? null : name
  }
  function toggleBar(): void {
    isBar.value = !isBar.value
  }

  /** What each key does that is not about a visit; false: the press was not used. */
  const others: Partial<Record<KeyAction, () => unknown>> = {
    primary: () => void moves.primary(),
    undo: () => void moves.undo(),
    deselect() {
      if (!state.chosen.value) return false
      return void screen.choose(null)
    },
    'to-list': screen.focusLists,
    'show-all': toggleAll,
    'bring-back': () => {
      dialogs.alone('bring-back')
    },
    pause: () => {
      dialogs.alone('availability')
    },
    profile: () => {
      dialogs.alone('profile')
    },
    help: () => {
      dialogs.alone('help')
    },
    'call-bar': toggleBar,
    'leave-counter': screen.leaveCounter,
    'sign-out': screen.signOut,
    greeter: () => {
      togglePanel('greeter')
    },
    'office-now': () => {
      togglePanel('office-now')
    },
    alarm: screen.callHelp,
  }

  /** Whether a press was used: a move that the table does not allow just now is not made. */
  function act(action: KeyAction): boolean {
    const own = VISIT_ACTION_NAMES.find((name) => keyOf(name, 'key') === action)
    if (own) return actOn(own, state.visit.value, actionsFor)
    const onChosen = VISIT_ACTION_NAMES.find((name) => keyOf(name, 'chosenKey') === action)
    if (onChosen) return actOn(onChosen, state.chosen.value, chosenActionsFor)
    const run = others[action]
    return run !== undefined && run() !== false
  }
  function actOn(
    name: VisitActionName,
    visit: DeskVisit | null,
    offered: (visit: DeskVisit) => VisitActionName[],
  ): boolean {
    if (!visit || !offered(visit).includes(name)) return false
    perform(name, visit)
    return true
  }
  const nameOf = (action: KeyAction): string =>
    action === 'primary' ? say('help.space') : capOf(action)

  /** Why a press did nothing. Enter and Escape are pressed for much else, and never explained. */
  function tellIdle(action: KeyAction): void {
    const key = nameOf(action)
    const isOf = (on: 'key' | 'chosenKey'): boolean =>
      VISIT_ACTION_NAMES.some((name) => keyOf(name, on) === action)
    const visit = isOf('key') ? state.visit.value : state.chosen.value
    const none = isOf('key') ? 'status.keyNobody' : 'status.keyNotChosen'
    if (!isOf('key') && (!isOf('chosenKey') || action === 'chosen-call')) return
    if (!visit) {
      commands.tell({ is: 'status', saying: none, named: { key } })
      return
    }
    const named = { key, ticket: visit.ticket, state: say(`states.${visit.state}`) }
    commands.tell({ is: 'status', saying: 'status.keyNotNow', named })
  }

  useKeys(
    useHeldPress({
      commands,
      act,
      moment: () => ({
        at: performance.now(),
        visit: state.visit.value?.id ?? null,
        chosen: state.chosen.value?.id ?? null,
        step: moves.undoable.value,
        primary: state.primary.value,
      }),
      tellUnused(action) {
        commands.tell({ is: 'status', saying: 'status.keyUnused', named: { key: nameOf(action) } })
      },
      tellIdle,
    }),
  )

  return { act, perform, toggleAll }
}
