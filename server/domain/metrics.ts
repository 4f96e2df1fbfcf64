// Figures of one visit, each defined once. Pure functions over segments; all lengths in ms.
import { timeIn, type Segment } from './segments.ts'
import type { Visit } from './visit.ts'

/**
 * The wait: the waiting segments up to the last call, each counted from the booked time at the
 * earliest: who comes early waits for nobody yet. To be taken from the line without a call is a call
 * too; a recall moves nothing. For a visit that was never called, all its waiting so far (up to `now`,
 * or to its end).
 */
export function waitOf(visit: Pick<Visit, 'segments' | 'details'>, now: number): number {
  const { segments } = visit
  const lastCall = segments.findLastIndex(
    ({ state }, index) =>
      state === 'called' || (state === 'serving' && segments[index - 1]?.state === 'waiting'),
  )
  return waited(lastCall === -1 ? segments : segments.slice(0, lastCall), visit, now)
}

/** What of the wait is over: the stretches of waiting that have ended, also before a call missed. */
export function waitedBefore(visit: Pick<Visit, 'segments' | 'details'>): number {
  return waited(
    visit.segments.filter(({ to }) => to !== null),
    visit,
    0,
  )
}

function waited(
  segments: readonly Segment[],
  { details: { bookedAt } }: Pick<Visit, 'details'>,
  now: number,
): number {
  if (bookedAt === undefined) return timeIn(segments, ['waiting'], now)
  const due = segments.map((each) => ({ ...each, from: Math.max(each.from, bookedAt) }))
  return timeIn(due, ['waiting'], now)
}

/** Time being served. */
export function serviceTimeOf(visit: Pick<Visit, 'segments'>, now: number): number {
  return timeIn(visit.segments, ['serving'], now)
}

/** Time being served for one request, by its ordinal; null: it never was. */
export function serviceTimeOfRequest(
  { segments }: Pick<Visit, 'segments'>,
  request: number,
  now: number,
): number | null {
  const served = segments.filter((each) => each.state === 'serving' && each.request === request)
  return served.length === 0 ? null : timeIn(served, ['serving'], now)
}

/** From the last call to the desk; null when the visit was never begun after a call. */
export function callToDeskOf(visit: Pick<Visit, 'segments'>): number | null {
  const index = visit.segments.findLastIndex((segment) => segment.state === 'called')
  const called = visit.segments[index]
  const next: Segment | undefined = visit.segments[index + 1]
  if (!called || called.to === null || next?.state !== 'serving') return null
  return called.to - called.from
}

/** Time in office: arrival to end (or `now`); equal to the sum of the segments, exactly. */
export function timeInOffice(visit: Pick<Visit, 'arrivedAt' | 'endedAt'>, now: number): number {
  return Math.max(0, (visit.endedAt ?? now) - visit.arrivedAt)
}

/** The same without the stretch in which somebody who joined from afar was not here yet. */
export function timeHere({ segments }: Pick<Visit, 'segments'>, now: number): number {
  return segments
    .filter(({ state }) => state !== 'expected')
    .reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0)
}

/** How long staff took the person in before they had a ticket; null: not recorded. */
export function prepared({ details }: Pick<Visit, 'details'>): number | null {
  return details.preparation ?? null
}
