// A manager's correction of a visit that has ended: which times can be meant, and what is asked of
// the server.
import type { DeskVisit } from '#protocol'

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
  /** On the office's clock, `HH:MM`. */
  readonly time: string
  readonly reason: string | null
}

/** The form as it begins: as the visit is now. */
export function correctionOf(visit: DeskVisit, timeZone: string): Correction {
  const to = ENDS.find((end) => end === visit.state) ?? 'served'
  return { to, time: clockTime(Date.parse(visit.since), timeZone), reason: null }
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

/** What the office's clock shows at `at` (UTC ms), `HH:MM`. */
export function clockTime(at: number, timeZone: string): string {
  const style = { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', style).format(at)
}

/**
 * The instant (UTC ms) at which the office's clock shows `time` on the day of `ended`; `ended`
 * itself, to the second, when it shows that already. Null: no time.
 */
export function atClock(time: string, ended: number, timeZone: string): number | null {
  const wanted = minutesOf(time)
  if (wanted === null) return null
  if (clockTime(ended, timeZone) === time) return ended
  let at = Math.floor(ended / MINUTE) * MINUTE
  at += (wanted - shownMinutes(at, timeZone)) * MINUTE
  // On the day clocks change, the first step may be an hour off.
  const off = wanted - shownMinutes(at, timeZone)
  const isNearMidnight = Math.abs(off) > DAY_MINUTES / 2
  return at + (isNearMidnight ? 0 : off) * MINUTE
}

const shownMinutes = (at: number, timeZone: string): number =>
  minutesOf(clockTime(at, timeZone)) ?? 0

function minutesOf(time: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  if (hour === undefined || minute === undefined) return null
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : null
}
