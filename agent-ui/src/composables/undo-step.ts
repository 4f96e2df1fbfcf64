// The last step made at this desk, which can be taken back for a while.
import { UNDO_WITHIN } from '#protocol'

/** What was done; each has its words under `undo`. */
export type StepName =
  | 'call'
  | 'recall'
  | 'begin'
  | 'finish'
  | 'hold'
  | 'return'
  | 'transfer'
  | 'no-show'
  | 'leave'
  | 'add-request'
  | 'switch-request'
  | 'change'
  | 'assign'
  | 'reorder'
  | 'bring-back'
  | 'times-wrong'

export interface Step {
  readonly visit: string
  readonly ticket: string
  readonly move: StepName
  /** The office's clock, UTC ms. */
  readonly at: number
  /** Whether the visit had a note before it. */
  readonly hadNote: boolean
}

/** Whether `step` can still be taken back at `now` (the office's clock, UTC ms). */
export function mayUndo(step: Step | null, now: number): step is Step {
  return step !== null && now - step.at <= UNDO_WITHIN
}
