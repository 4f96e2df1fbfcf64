// What can become of the visit at the counter when its agent leaves or signs out.
import { mayMove, type DeskVisit } from '#protocol'

export const OPEN_VISIT_MOVES = ['return', 'hold', 'finish'] as const

/** Those of the three that the table of moves allows now. */
export function waysOut(visit: DeskVisit): (typeof OPEN_VISIT_MOVES)[number][] {
  return OPEN_VISIT_MOVES.filter((move) => mayMove(visit.state, move))
}
