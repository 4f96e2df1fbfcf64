// When boards show a notice and when they are silent: by the office's wall clock, which a board reads
// off the server's clock as it knows it, so that this goes on while it is cut off.
import { wallClock } from '../domain/office-time.ts'
import type { BoardSettings, NoticeInfo } from './room-contract.ts'

interface HoursOfDay {
  readonly from: number
  readonly to: number
}

const isWithin = (minute: number, { from, to }: HoursOfDay): boolean =>
  minute >= from && minute < to

/** Whether this board shows the notice at `at`, UTC ms. */
export function isNoticeShown(
  notice: NoticeInfo,
  board: string,
  at: number,
  timeZone: string,
): boolean {
  const { from, until, days, hours, boards } = notice
  if (boards !== null && !boards.includes(board)) return false
  if (from !== null && at < Date.parse(from)) return false
  if (until !== null && at >= Date.parse(until)) return false
  const { day, minute } = wallClock(at, timeZone)
  if (days.length > 0 && !days.includes(weekday(day))) return false
  return hours === null || isWithin(minute, hours)
}

/** Whether neither chime nor voice is to be heard from this board at `at`, UTC ms. */
export function isQuietNow(
  { quietHours }: Pick<BoardSettings, 'quietHours'>,
  at: number,
  timeZone: string,
): boolean {
  const { minute } = wallClock(at, timeZone)
  return quietHours.some((hours) => isWithin(minute, hours))
}

/** 1 (Monday) to 7. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
