// A manager's correction of a visit that has ended: which times can be meant, and what is asked of
// the server.
import { formatTime, wallClock, type DeskVisit, type Language } from '#protocol'
import { clockMinutes } from './paper-times.ts'

/** What a visit can be corrected to. */
export const ENDS = ['served', 'left', 'no-show'] as const
export type End = (typeof ENDS)[number]

/** Asked for when the office has no list of reasons: the server takes any code then. */
const NO_REASON = 'not-given'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** What the form of a correction holds. */
export interface Correction {
  readonly to: End
  /** On the office's clock, as it is typed: see `clockMinutes`. */
  readonly time: string
  readonly reason: string | null
}

/** The form as it begins: as the visit is now. */
export function correctionOf(visit: DeskVisit, timeZone: string, language: Language): Correction {
  const to = ENDS.find((end) => end === visit.state) ?? 'served'
  return { to, time: formatTime(Date.parse(visit.since), timeZone, language), reason: null }
}

/** The request, or which part of the form is missing or wrong. `now` in UTC ms. */
export function correctionBody(
  visit: DeskVisit,
  { to, time, reason }: Correction,
  { timeZone, hasReasons, now }: { timeZone: string; hasReasons: boolean; now: number },
): { to: End; endedAt: string; reason: string } | 'time' | 'reason' {
  const endedAt = atClock(time, Date.parse(visit.since), timeZone)
  if (endedAt === null || endedAt > now || endedAt < Date.parse(visit.arrivedAt)) return 'time'
  if (hasReasons && reason === null) return 'reason'
  return { to, endedAt: new Date(endedAt).toISOString(), reason: reason ?? NO_REASON }
}

/**
 * The instant (UTC ms) at which the office's clock shows `time`, as typed, on the day of `ended`;
 * `ended` itself, to the second, when it shows that already. Null: no time.
 */
export function atClock(time: string, ended: number, timeZone: string): number | null {
  const wanted = clockMinutes(time)
  if (wanted === null) return null
  const shown = (instant: number): number => wallClock(instant, timeZone).minute
  if (shown(ended) === wanted) return ended
  let at = Math.floor(ended / MINUTE) * MINUTE
  at += (wanted - shown(at)) * MINUTE
  // On the day clocks change, the first step may be an hour off.
  const off = wanted - shown(at)
  const isNearMidnight = Math.abs(off) > DAY_MINUTES / 2
  return at + (isNearMidnight ? 0 : off) * MINUTE
}
