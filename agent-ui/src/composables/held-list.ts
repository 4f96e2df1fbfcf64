// People on hold, as their agent looks for them: the agent's own first, and in each part whoever is
// due back first; those without a time after them, longest on hold first.
import type { DeskVisit } from '#protocol'

function byReturn(a: DeskVisit, b: DeskVisit): number {
  if (a.backAt !== null && b.backAt !== null) return Date.parse(a.backAt) - Date.parse(b.backAt)
  if (a.backAt !== null || b.backAt !== null) return a.backAt === null ? 1 : -1
  return Date.parse(a.since) - Date.parse(b.since)
}

export function heldFor(held: readonly DeskVisit[], agent: string): readonly DeskVisit[] {
  const sorted = held.toSorted(byReturn)
  const isOwn = (visit: DeskVisit): boolean => visit.agent === agent
  return [...sorted.filter(isOwn), ...sorted.filter((visit) => !isOwn(visit))]
}

/** Whether somebody on hold was expected back by `now` (the office's clock, UTC ms). */
export function isDue(visit: DeskVisit, now: number): boolean {
  return visit.backAt !== null && Date.parse(visit.backAt) <= now
}
