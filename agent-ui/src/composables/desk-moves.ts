// Which buttons a desk shows, and which of them would be refused just now. Drawn from the table of
// moves; whatever is judged here, the server judges again.
import {
  mayMove,
  type CounterRow,
  type DeskVisit,
  type MoveName,
  type ProblemCode,
} from '#protocol'
import { isTakenAt } from './desk-rows.ts'

/** The one button that is always the right one. */
export type Primary = 'call-next' | 'begin' | 'finish' | 'resume'

/** What the agent can do beside it, to the visit at the counter. */
const SECONDARY = ['recall', 'hold', 'return', 'no-show', 'leave'] as const satisfies MoveName[]
export type SecondaryMove = (typeof SECONDARY)[number]

/** What the agent can do to somebody chosen from the lists. */
const CHOSEN = ['call', 'begin', 'return', 'leave'] as const satisfies MoveName[]
export type ChosenMove = (typeof CHOSEN)[number]

/** Moves that can be made with this desk. */
export type DeskMove = SecondaryMove | ChosenMove | 'finish'

/** The agent's own situation. */
export interface Situation {
  readonly counter: CounterRow
  /** The visit open at the counter. */
  readonly visit: DeskVisit | null
}

export function primaryFor({ counter, visit }: Situation): Primary {
  if (visit && mayMove(visit.state, 'finish')) return 'finish'
  if (visit) return 'begin'
  return counter.availability === 'available' ? 'call-next' : 'resume'
}

export function secondaryFor(visit: DeskVisit): SecondaryMove[] {
  return SECONDARY.filter((move) => mayMove(visit.state, move))
}

export function chosenMovesFor(visit: DeskVisit): ChosenMove[] {
  return CHOSEN.filter((move) => mayMove(visit.state, move))
}

/** Why a move on somebody chosen would be refused now; null when it would not. */
export function chosenBlocked(
  situation: Situation,
  chosen: DeskVisit,
  move: ChosenMove,
): ProblemCode | null {
  if (move !== 'call' && move !== 'begin') return null
  if (situation.visit) return 'agent-busy'
  if (situation.counter.availability !== 'available') return 'agent-not-available'
  return isTakenAt(situation.counter, chosen) ? null : 'visit-not-for-you'
}
