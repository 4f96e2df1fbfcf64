// What several parts of the pages of cost say alike.
import {
  fiscalYear,
  fiscalYearName,
  type CostOfProgramme,
  type CostStatement,
  type Language,
} from '#protocol'
import type { FigureVoice } from '../words.ts'
import { periodText } from './day-text.ts'
import type { ReportNames } from './report-words.ts'

type Summed = Pick<CostOfProgramme, 'ms' | 'transactions' | 'cents' | 'unpricedMs'>

/** The part of a statement that is of one fiscal year. */
export interface CostOfYear {
  /** 2026–2027 */
  readonly name: string
  /** Which days of it the statement tells of, as people read them. */
  readonly days: string
  /** Those that took most time first. */
  readonly programmes: readonly CostOfProgramme[]
}

/** Its fiscal years in order: each is what a statement of its own would say. */
export function byYear({ from, to, programmes }: CostStatement, language: Language): CostOfYear[] {
  return [...Map.groupBy(programmes, ({ year }) => year)].map(([year, own]) => {
    const whole = fiscalYear(year)
    const [first, end] = [from > whole.from ? from : whole.from, to < whole.to ? to : whole.to]
    return {
      name: fiscalYearName(year),
      days: periodText({ from: first, to: end }, language),
      programmes: [...own].sort((a, b) => b.ms - a.ms),
    }
  })
}

/** Of services that no office has any more, nobody knows the programme. */
export function programmeName(
  programme: string | null,
  names: Pick<ReportNames, 'name'>,
  say: FigureVoice['say'],
): string {
  return programme === null ? say('cost.noProgramme') : names.name('programmes', programme)
}

/** Cents; null: nothing of it has a rate, so that its cost is not known. */
export function knownCents({ ms, cents, unpricedMs }: Omit<Summed, 'transactions'>): number | null {
  return ms > 0 && unpricedMs >= ms ? null : cents
}

/** Cents of a transaction; null: there was none, or part of the time has no rate. */
export function centsEach({ transactions, cents, unpricedMs }: Summed): number | null {
  return transactions === 0 || unpricedMs > 0 ? null : cents / transactions
}

/** All programmes together. */
export function sumOf(programmes: readonly Summed[]): Summed {
  const sum = (part: (each: Summed) => number): number =>
    programmes.reduce((total, each) => total + part(each), 0)
  return {
    ms: sum(({ ms }) => ms),
    transactions: sum(({ transactions }) => transactions),
    cents: sum(({ cents }) => cents),
    unpricedMs: sum(({ unpricedMs }) => unpricedMs),
  }
}
