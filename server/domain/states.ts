// The states of a visit. Nothing else may invent one.

export const VISIT_STATES = [
  'expected',
  'waiting',
  'called',
  'serving',
  'held',
  'served',
  'left',
  'no-show',
  'closed',
] as const
export type VisitState = (typeof VISIT_STATES)[number]

export const LIVE_STATES = ['expected', 'waiting', 'called', 'serving', 'held'] as const
export const FINAL_STATES = ['served', 'left', 'no-show', 'closed'] as const
export type FinalState = (typeof FINAL_STATES)[number]

/** True while the visit is still somebody's concern: it may yet be called, served or closed. */
export function isLive(state: VisitState): boolean {
  return (LIVE_STATES as readonly VisitState[]).includes(state)
}

/** True while the visit is with an agent, at a counter. */
export function isWithAgent(state: VisitState): boolean {
  return state === 'called' || state === 'serving'
}
