// Sharing calls between walk-ins and appointments: so many of the one, then so many of the other.
import type { Share } from './settings.ts'

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
    if (at < share.walkIns) order.push(...walkIns.slice(w, (w += 1)))
    else order.push(...appointments.slice(a, (a += 1)))
    at = (at + 1) % round
  }
  return [...order, ...walkIns.slice(w), ...appointments.slice(a)]
}
