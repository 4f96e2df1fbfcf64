// Which rollups a question is answered from: the coarsest that tell enough.
import {
  coarsenessOf,
  FINEST,
  type AgentsTold,
  type DayGrain,
  type Grain,
  type MonthGrain,
} from '../../../domain/figures/coarser.ts'
import type { Needs } from '../../../domain/figures/gather.ts'
import type { Grouping } from '../../../domain/figures/keys.ts'
import type { FigureQuery } from './query.ts'

/** A stretch of the period, days [from, to), and the grain in which it is read. */
export interface Stretch {
  readonly grain: Grain
  readonly from: string
  readonly to: string
}

/** What a question needs of its rollups: of its agents, which are told apart. */
export type Told = Omit<Needs, 'agents'> & { readonly agents: AgentsTold }

const BY_DAY: ReadonlySet<Grouping> = new Set(['day', 'week'])

/**
 * What is to be read for a question, in order of time. Whole months before `month` (YYYY-MM), the present
 * one, are read as months; of its rollups only days are there.
 */
export function stretchesFor(
  { from, to, by }: Pick<FigureQuery, 'from' | 'to' | 'by'>,
  told: Told,
  month: string,
): Stretch[] {
  const hours = by.includes('half-hour')
  const { ofDays, ofMonths, rest } = GRAINS[told.agents](hours, told)
  const stretches: Stretch[] = []
  const add = (grain: Grain, start: string, end: string): void => {
    if (start < end) stretches.push({ grain, from: start, to: end })
  }
  // A month by weekday is smaller by day than by half hour of each.
  const needsDays = by.some((each) => BY_DAY.has(each)) || (!hours && by.includes('weekday'))
  const present = `${month}-01`
  const past = to < present ? to : present
  const first = from.endsWith('-01') ? from : monthAfter(from)
  const end = `${past.slice(0, 7)}-01`
  if (needsDays || first >= end) add(rest, from, past)
  else {
    add(rest, from, first)
    add(ofMonths, first, end)
    add(rest, end, past)
  }
  add(ofDays, from > present ? from : present, to)
  return stretches
}

/** In which a question reads days, whole months, and what it asks for of a month. */
interface Grains {
  readonly ofDays: DayGrain
  readonly ofMonths: MonthGrain
  readonly rest: Grain
}

const GRAINS: Record<AgentsTold, (hours: boolean, told: Told) => Grains> = {
  together(hours, { services, kinds }) {
    const service = services ? '-service' : ''
    const ofDays = `${hours ? 'half-hour' : 'day'}${service}` as const
    const more = `${service}${kinds ? '-kind' : ''}` as const
    return hours
      ? { ofDays, ofMonths: `week-hour${more}`, rest: ofDays }
      : { ofDays, ofMonths: `month${more}`, rest: `month-day${more}` }
  },
  groups(hours, { services, kinds }) {
    const kind = kinds ? '-kind' : ''
    // Half hours or days of a month, by service, are hardly fewer where kinds are together.
    const fine = services ? '-service-kind-group' : (`${kind}-group` as const)
    if (hours) {
      const ofDays = services ? FINEST : 'half-hour-group'
      return { ofDays, ofMonths: `week-hour${fine}`, rest: ofDays }
    }
    const service = services ? '-service' : ''
    const ofMonths = `month${service}${kind}-group` as const
    return { ofDays: `day${service}-group`, ofMonths, rest: `month-day${fine}` }
  },
  apart(hours) {
    const more = '-service-kind-agent'
    return hours
      ? { ofDays: FINEST, ofMonths: `week-hour${more}`, rest: FINEST }
      : { ofDays: FINEST, ofMonths: `month${more}`, rest: `month-day${more}` }
  },
}

/** Where the rows of a stretch start: [from, to), YYYY-MM-DD or YYYY-MM as the grain has them. */
export function startsOf({ grain, from, to }: Stretch): { from: string; to: string } {
  if (coarsenessOf(grain).span === 'day') return { from, to }
  const end = to.endsWith('-01') ? to : monthAfter(to)
  return { from: from.slice(0, 7), to: end.slice(0, 7) }
}

/** How many rows a stretch has of one office at most, parts apart. */
export function rowsOf({ grain, from, to }: Stretch): number {
  const days = (Date.parse(to) - Date.parse(from)) / (24 * 3_600_000)
  return coarsenessOf(grain).span === 'day' ? days : Math.ceil(days / 28) + 1
}

/** The first day of the month after. */
function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
