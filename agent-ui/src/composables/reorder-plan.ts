// Moving somebody in line by hand: first a place is looked for, then it is asked for once.
import type { DeskVisit } from '#protocol'

export type Step = 'up' | 'down' | 'first' | 'last'

/** The place (from 0) among the others that `step` leads to from `at`; `others`: how many there are. */
export function placeAfter(at: number, step: Step, others: number): number {
  if (step === 'first') return 0
  if (step === 'last') return others
  return Math.min(others, Math.max(0, at + (step === 'up' ? -1 : 1)))
}

/**
 * What to ask for so that somebody stands at `at` (from 0) among the `others`, who wait in this
 * order: before the person who stands there, or first, or last.
 */
export function reorderBody(
  others: readonly DeskVisit[],
  at: number,
): { before: string } | { place: 'first' | 'last' } {
  if (at <= 0) return { place: 'first' }
  const next = others[at]
  return next ? { before: next.id } : { place: 'last' }
}
