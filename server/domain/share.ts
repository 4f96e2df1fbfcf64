// Sharing calls between walk-ins and appointments: so many of the one to so many of the other.
import type { Share } from './settings.ts'

/**
 * Whether step `at` of the round is an appointment's. They are spread as evenly as can be (3 : 2 is
 * W W A W A), so that any stretch of shared calls, however short, is within one of the ratio.
 */
function isAppointments({ walkIns, appointments }: Share, at: number): boolean {
  const due = (steps: number): number =>
    Math.floor((steps * appointments) / (walkIns + appointments))
  return due(at + 1) > due(at)
}

/**
 * Two lists, each in its own order, as one: who is called in which order when the office is at
 * `step` of its round (0 to walkIns + appointments - 1). While only one of the lists has anybody
 * left its people follow each other and the round stands still, so that the ratio holds within one
 * over any stretch in which both wait.
 */
export function inShare<T>(
  share: Share,
  step: number,
  walkIns: readonly T[],
  appointments: readonly T[],
): T[] {
  const order: T[] = []
  const round = share.walkIns + share.appointments
  let at = step % round
  let w = 0
  let a = 0
  while (w < walkIns.length && a < appointments.length) {
    if (isAppointments(share, at)) order.push(...appointments.slice(a, (a += 1)))
    else order.push(...walkIns.slice(w, (w += 1)))
    at = (at + 1) % round
  }
  return [...order, ...walkIns.slice(w), ...appointments.slice(a)]
}
