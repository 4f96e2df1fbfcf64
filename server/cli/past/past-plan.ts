// From when to when a past lasts, and how much of it the journal has. Pure.
import { officeDay } from '../../domain/office-time.ts'

const DAY = 24 * 3_600_000
/** The sample province is this far west: a day is over in all its zones. */
const ZONE = 'America/Vancouver'
/** Fewer come to a sample office on an open day only when it is very quiet. */
const VISITS_A_DAY = 100

export interface PastWish {
  readonly years: number
  readonly journalDays: number
  /** Instead of years: so many visits of the first office, all of them in the journal. */
  readonly visits: number
}

export interface PastPlan {
  readonly from: string
  readonly to: string
  readonly journalFrom: string
  readonly most?: number
  readonly isOfOneOffice: boolean
  readonly now: number
  /** UTC ms, before the first day. */
  readonly since: number
}

/** A past that ends yesterday, and begins with a month where it lasts years; null: none is wished for. */
export function pastOf(now: number, { years, journalDays, visits }: PastWish): PastPlan | null {
  if (years === 0 && visits === 0) return null
  const day = (ago: number): string => officeDay(now - ago * DAY, ZONE)
  const days = years > 0 ? Math.round(365.25 * years) : Math.ceil(visits / VISITS_A_DAY / 0.65) + 10
  const common = { from: day(days), to: day(1), now, since: now - (days + 1) * DAY }
  if (years > 0) {
    // From the first of its month: a part of one would stand among whole ones in every trend.
    const before = Number(common.from.slice(8)) - 1
    return {
      ...common,
      from: `${common.from.slice(0, 8)}01`,
      since: common.since - before * DAY,
      journalFrom: day(journalDays),
      isOfOneOffice: false,
    }
  }
  return { ...common, journalFrom: common.from, most: visits, isOfOneOffice: true }
}
