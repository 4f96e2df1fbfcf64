// The last step made at this desk, which can be taken back for a while.
import { UNDO_WITHIN } from '#protocol'
import type { DeskMove } from './desk-moves.ts'

export interface Step {
  readonly visit: string
  readonly ticket: string
  readonly move: DeskMove
  /** The office's clock, UTC ms. */
  readonly at: number
}

/** Whether `step` can still be taken back at `now` (the office's clock, UTC ms). */
export function mayUndo(step: Step | null, now: number): step is Step {
  return step !== null && now - step.at <= UNDO_WITHIN
}
