// The one table of moves. What is not in it does not happen; the desk draws its buttons from it too.
import type { VisitState } from './states.ts'

interface Move {
  readonly from: readonly VisitState[]
  readonly to: readonly VisitState[]
}

const LIVE = ['expected', 'waiting', 'called', 'serving', 'held'] as const

/** Whoever has been here: still is, or is gone. */
const HERE_OR_GONE = [
  ...(['waiting', 'called', 'serving', 'held'] as const),
  ...(['served', 'left', 'no-show', 'closed'] as const),
] as const

export const MOVES = {
  arrive: { from: ['expected'], to: ['waiting'] },
  call: { from: ['waiting', 'held'], to: ['called'] },
  recall: { from: ['called'], to: ['called'] },
  begin: { from: ['called', 'waiting', 'held'], to: ['serving'] },
  'add-request': { from: ['serving'], to: ['serving'] },
  'switch-request': { from: ['serving'], to: ['serving'] },
  hold: { from: ['called', 'serving'], to: ['held'] },
  return: { from: ['called', 'serving', 'held'], to: ['waiting'] },
  transfer: { from: LIVE, to: ['waiting', 'expected'] },
  finish: { from: ['serving'], to: ['served', 'serving', 'waiting'] },
  'no-show': { from: ['called'], to: ['no-show', 'waiting'] },
  leave: { from: LIVE, to: ['left'] },
  assign: { from: ['waiting'], to: ['waiting'] },
  reorder: { from: ['waiting'], to: ['waiting'] },
  'more-time': { from: ['waiting'], to: ['waiting'] },
  'bring-back': { from: ['no-show', 'left'], to: ['waiting'] },
  close: { from: LIVE, to: ['closed'] },
  correct: { from: HERE_OR_GONE, to: ['served', 'left', 'no-show'] },
} as const satisfies Record<string, Move>

/** How long the last step of a visit can be undone, ms. */
export const UNDO_WITHIN = 60_000

export type MoveName = keyof typeof MOVES
export const MOVE_NAMES = Object.keys(MOVES) as MoveName[]

/** Whether a visit in `state` may make `move`. Undo is bounded by the last fact, not by the state. */
export function mayMove(state: VisitState, move: MoveName): boolean {
  return (MOVES[move].from as readonly VisitState[]).includes(state)
}

/** Every move open to a visit in `state`, in the table's order. */
export function movesFrom(state: VisitState): MoveName[] {
  return MOVE_NAMES.filter((move) => mayMove(state, move))
}
