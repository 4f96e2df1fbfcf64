// Which buttons a desk shows, and which of them would be refused just now. Drawn from the table of
// moves; whatever is judged here, the server judges again.
import {
  mayMove,
  type CounterRow,
  type DeskVisit,
  type MoveName,
  type ProblemCode,
  type RulesRow,
} from '#protocol'
import { isTakenAt } from './desk-rows.ts'
import type { KeyAction } from './keys.ts'

/** The one button that is always the right one. */
export type Primary = 'call-next' | 'take-in' | 'begin' | 'finish' | 'resume'

/** The agent's own situation. */
export interface Situation {
  readonly counter: CounterRow
  /** The visit open at the counter. */
  readonly visit: DeskVisit | null
}

/** Something done to a visit: the table's move, and its keys at the counter and in the lists. */
interface VisitAction {
  readonly move: MoveName | null
  /** States in which it is offered, for what is no move of the table. */
  readonly states?: readonly DeskVisit['state'][]
  readonly key?: KeyAction
  readonly chosenKey?: KeyAction
}

const WAITING = ['waiting'] as const
const LIVE = ['waiting', 'called', 'serving', 'held'] as const

export const VISIT_ACTIONS = {
  call: { move: 'call', chosenKey: 'chosen-call' },
  begin: { move: 'begin', chosenKey: 'chosen-begin' },
  recall: { move: 'recall', key: 'recall' },
  hold: { move: 'hold', key: 'hold' },
  transfer: { move: 'transfer', key: 'transfer', chosenKey: 'chosen-transfer' },
  return: { move: 'return', key: 'return', chosenKey: 'chosen-return' },
  assign: { move: null, states: WAITING, chosenKey: 'chosen-assign' },
  reorder: { move: null, states: WAITING, chosenKey: 'chosen-reorder' },
  'no-show': { move: 'no-show', key: 'no-show' },
  leave: { move: 'leave', key: 'leave', chosenKey: 'chosen-leave' },
  'finish-with': { move: 'finish', key: 'finish-with' },
  'add-request': { move: 'add-request', key: 'add-request' },
  requests: { move: null, states: LIVE, key: 'requests' },
  person: { move: null, states: LIVE, key: 'person', chosenKey: 'chosen-person' },
  note: { move: null, states: LIVE, key: 'note', chosenKey: 'chosen-note' },
  'times-wrong': { move: null, states: ['called', 'serving'], key: 'times-wrong' },
} as const satisfies Record<string, VisitAction>

export type VisitActionName = keyof typeof VISIT_ACTIONS
export const VISIT_ACTION_NAMES = Object.keys(VISIT_ACTIONS) as VisitActionName[]

/** The key of something done to the visit at the counter, or to somebody chosen; null: it has none. */
export function keyOf(name: VisitActionName, on: 'key' | 'chosenKey'): KeyAction | null {
  const action: VisitAction = VISIT_ACTIONS[name]
  return action[on] ?? null
}

/** Those that have a large button beside the primary one; the others stand by what they change. */
export const BESIDE: readonly VisitActionName[] = [
  'recall',
  'hold',
  'transfer',
  'return',
  'finish-with',
  'no-show',
  'leave',
]

function isOffered(visit: DeskVisit, name: VisitActionName): boolean {
  const { move, states }: VisitAction = VISIT_ACTIONS[name]
  return move === null ? (states?.includes(visit.state) ?? false) : mayMove(visit.state, move)
}

/** What can be done to the visit at the counter, beside the primary button. */
export function actionsFor(visit: DeskVisit): VisitActionName[] {
  return VISIT_ACTION_NAMES.filter((name) => keyOf(name, 'key') !== null && isOffered(visit, name))
}

/** What can be done to somebody chosen from the lists. */
export function chosenActionsFor(visit: DeskVisit): VisitActionName[] {
  return VISIT_ACTION_NAMES.filter(
    (name) => keyOf(name, 'chosenKey') !== null && isOffered(visit, name),
  )
}

/** `hasReception`: people wait in a queue; else they go straight to service. */
export function primaryFor({ counter, visit }: Situation, hasReception = true): Primary {
  if (visit && mayMove(visit.state, 'finish')) return 'finish'
  if (visit) return 'begin'
  if (!isFree(counter)) return 'resume'
  return hasReception ? 'call-next' : 'take-in'
}

/** Whether the agent there can be given somebody: available, or only wrapping up, which ends then. */
export function isFree({ availability }: CounterRow): boolean {
  return availability === 'available' || availability === 'wrap-up'
}

/** Why something done to somebody chosen would be refused now; null when it would not. */
export function chosenBlocked(
  situation: Situation,
  chosen: DeskVisit,
  name: VisitActionName,
): ProblemCode | null {
  if (name !== 'call' && name !== 'begin') return null
  if (situation.visit) return 'agent-busy'
  if (!isFree(situation.counter)) return 'agent-not-available'
  return isTakenAt(situation.counter, chosen) ? null : 'visit-not-for-you'
}

/** Whether a finish must be asked about first: an outcome is wanted and none can be assumed. */
export function mustAskOutcome(rules: RulesRow): boolean {
  return rules.outcomeNeeded && rules.outcomes.length > 0
}
