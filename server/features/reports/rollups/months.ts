// Months, YYYY-MM. When one is over: for whoever makes its rollups, and, half a day later, for whoever reads them.
const HALF_A_DAY = 12 * 3_600_000

/** Whether a month (YYYY-MM) is over in every office: no zone is further behind. `now`: UTC ms. */
export const isOver = (month: string, now: number): boolean => month < monthOf(now - HALF_A_DAY)

/** The present month (YYYY-MM) as reports have it: those before it are read as months. */
export const presentMonth = (now: number): string => monthOf(now - 2 * HALF_A_DAY)

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7)

/** The month after, YYYY-MM. */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** From its first day to before the next one's. */
export const daysOfMonth = (month: string): { from: string; to: string } => ({
  from: `${month}-01`,
  to: `${nextMonth(month)}-01`,
})
