// The statutory holidays of British Columbia, by rule, so that a past of any length has them. Pure.

/** 0 for Sunday to 6 for Saturday. */
const MONDAY = 1

/** Days (YYYY-MM-DD) on which public offices are closed in `year`. */
export function holidaysOf(year: number): string[] {
  return [
    dayOf(year, 1, 1),
    nth(year, 2, MONDAY, 3),
    goodFriday(year),
    // Victoria Day: the Monday before 25 May.
    lastMondayBefore(year, 5, 25),
    dayOf(year, 7, 1),
    nth(year, 8, MONDAY, 1),
    nth(year, 9, MONDAY, 1),
    dayOf(year, 9, 30),
    nth(year, 10, MONDAY, 2),
    dayOf(year, 11, 11),
    dayOf(year, 12, 25),
  ]
}

function dayOf(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

function weekdayOf(year: number, month: number, date: number): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay()
}

/** The `n`th such weekday of the month. */
function nth(year: number, month: number, weekday: number, n: number): string {
  const first = 1 + ((weekday - weekdayOf(year, month, 1) + 7) % 7)
  return dayOf(year, month, first + (n - 1) * 7)
}

function lastMondayBefore(year: number, month: number, date: number): string {
  const back = (weekdayOf(year, month, date - 1) - MONDAY + 7) % 7
  return dayOf(year, month, date - 1 - back)
}

/** Two days before Easter Sunday, which the Gregorian rule of Meeus, Jones and Butcher tells. */
function goodFriday(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const both = h + l - 7 * m + 114
  return dayOf(year, Math.floor(both / 31), (both % 31) + 1 - 2)
}
