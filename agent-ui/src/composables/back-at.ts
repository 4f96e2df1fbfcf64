// When somebody on hold is expected back: so many minutes from now, or at a time of the office's day.
import { wallClock } from '#protocol'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** The choices offered, in minutes from now. */
export const BACK_IN = [5, 10, 15, 30, 60] as const

/** The instant (ISO) so many minutes after `now` (UTC ms). */
export function backIn(minutes: number, now: number): string {
  return new Date(now + minutes * MINUTE).toISOString()
}

/**
 * The instant (ISO) at which the office's clocks next show `time` (`HH:MM`), in the 18 hours after
 * `now` (UTC ms); null when `time` is no time, or was earlier today. On the two days a year when
 * clocks are changed it is as far from now as the two times are apart.
 */
export function backAtTime(time: string, now: number, timeZone: string): string | null {
  const given = minutesOf(time)
  if (given === null) return null
  const ahead = (given - wallClock(now, timeZone).minute + DAY_MINUTES) % DAY_MINUTES
  if (ahead === 0 || ahead > 18 * 60) return null
  const whole = Math.floor(now / MINUTE) * MINUTE
  return new Date(whole + ahead * MINUTE).toISOString()
}

function minutesOf(time: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  if (hour === undefined || minute === undefined) return null
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : null
}
