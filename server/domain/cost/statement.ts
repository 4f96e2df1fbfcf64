// The statement: recorded time summed by fiscal year, by what it was for and what a minute of it cost, and
// held against the hours that were paid. Nothing is rounded but the cents, and these once a programme and
// year, so that each year is what its own statement says.
import type { Channel } from '../facts.ts'
import { fiscalYearOf } from './fiscal-year.ts'
import { exactCost, shareCents } from './money.ts'
import type { RateInForce, RateOn } from './rates.ts'
import { APART, STEPS, type Apart, type Step, type Timed } from './worked-time.ts'

/** Time of one kind, with one rate. */
export interface CostLine {
  readonly service: string
  readonly step: Step
  readonly channel: Channel
  /** Hundredths of a cent; null: no rate. */
  readonly perMinute: number | null
  /** The day (YYYY-MM-DD) from which this rate holds. */
  readonly rateFrom: string | null
  readonly ms: number
  readonly transactions: number
  readonly cents: number | null
}

export interface CostOfProgramme {
  /** The fiscal year that began in it. */
  readonly year: number
  /** Null: of services that are no longer known. */
  readonly programme: string | null
  readonly ms: number
  readonly transactions: number
  readonly cents: number
  readonly unpricedMs: number
  readonly lines: readonly CostLine[]
}

export interface CostApart {
  readonly year: number
  readonly kind: Apart
  readonly ms: number
  readonly perMinute: number | null
  readonly rateFrom: string | null
  readonly cents: number | null
}

/** The sum of some days' time; it grows with `add`, whatever their number, by its kinds of time alone. */
export class Ledger {
  private readonly rateOn: RateOn
  private readonly charged = new Map<string, Summed & { programme: string | null }>()
  private readonly apart = new Map<string, Summed>()

  constructor(rateOn: RateOn) {
    this.rateOn = rateOn
  }

  /** Adds time of an office's day (YYYY-MM-DD). Returns the rate it has; null: none. */
  add(time: Timed, day: string, programme: string | null): number | null {
    const { service, step, channel, apart } = time
    const rate = this.rateOn({ programme, service, step: step ?? apart, channel }, day)
    const year = fiscalYearOf(day)
    const isApart = step === null
    const kind = isApart ? [apart] : [programme, service, step, channel]
    const key = JSON.stringify([year, rate?.perMinute, rate?.from, ...kind])
    const sums = isApart ? this.apart : this.charged
    const sum = sums.get(key) ?? { ...time, year, programme, rate, ms: 0, transactions: 0 }
    sum.ms += time.ms
    sum.transactions += time.transactions
    if (isApart) this.apart.set(key, sum)
    else this.charged.set(key, { ...sum, programme })
    return rate?.perMinute ?? null
  }

  programmes(): CostOfProgramme[] {
    const byYear = [...Map.groupBy(this.charged.values(), ({ year }) => year)]
    return byYear
      .sort(([a], [b]) => a - b)
      .flatMap(([year, own]) =>
        [...Map.groupBy(own, ({ programme }) => programme)]
          .sort(([a], [b]) => inOrder(a ?? '\uffff', b ?? '\uffff'))
          .map(([programme, sums]) => ofProgramme(year, programme, sums)),
      )
  }

  timeApart(): CostApart[] {
    const byYear = [...Map.groupBy(this.apart.values(), ({ year }) => year)]
    return byYear.sort(([a], [b]) => a - b).flatMap(([, sums]) => apartOf(sums))
  }
}

type Summed = Pick<Timed, 'service' | 'step' | 'channel' | 'apart'> & {
  readonly year: number
  readonly rate: RateInForce | null
  ms: number
  transactions: number
}

/** Of one year. */
function apartOf(unordered: readonly Summed[]): CostApart[] {
  const sums = [...unordered].sort(
    (a, b) => orderOf(APART, a.apart) - orderOf(APART, b.apart) || byRate(a, b),
  )
  const cents = centsOf(sums)
  return sums.map(({ year, apart, ms, rate }, index) => ({
    ...{ year, kind: apart ?? 'idle', ms },
    ...{ ...written(rate), cents: cents[index] ?? null },
  }))
}

function ofProgramme(
  year: number,
  programme: string | null,
  unordered: readonly Summed[],
): CostOfProgramme {
  const sums = [...unordered].sort(
    (a, b) =>
      inOrder(a.service ?? '', b.service ?? '') ||
      orderOf(STEPS, a.step) - orderOf(STEPS, b.step) ||
      inOrder(a.channel ?? '', b.channel ?? '') ||
      byRate(a, b),
  )
  const cents = centsOf(sums)
  const lines = sums.map(({ service, step, channel, rate, ms, transactions }, index) => ({
    service: service ?? '',
    step: step ?? 'service',
    channel: channel ?? 'in-person',
    ...{ ...written(rate), ms, transactions, cents: cents[index] ?? null },
  }))
  const total = (of: (line: CostLine) => number) => lines.reduce((sum, line) => sum + of(line), 0)
  return {
    ...{ year, programme },
    ms: total(({ ms }) => ms),
    transactions: total(({ transactions }) => transactions),
    cents: total((line) => line.cents ?? 0),
    unpricedMs: total(({ perMinute, ms }) => (perMinute === null ? ms : 0)),
    lines,
  }
}

/** The cents of each sum, in order; null: no rate. Those with one add up to the cents of them all. */
function centsOf(sums: readonly Summed[]): (number | null)[] {
  const shared = shareCents(sums.map(({ ms, rate }) => exactCost(ms, rate?.perMinute ?? 0)))
  return sums.map(({ rate }, index) => (rate === null ? null : (shared[index] ?? 0)))
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
/** In the order in which they held. */
const byRate = (a: Summed, b: Summed): number =>
  inOrder(a.rate?.from ?? '', b.rate?.from ?? '') ||
  (a.rate?.perMinute ?? -1) - (b.rate?.perMinute ?? -1)
const written = (rate: RateInForce | null) => ({
  perMinute: rate?.perMinute ?? null,
  rateFrom: rate?.from ?? null,
})
const orderOf = <T>(list: readonly T[], each: T | null): number =>
  list.findIndex((known) => known === each)

/** What is known to be paid, and what of the shifts is not, such as lunch. Whole ms. */
export interface Paid {
  readonly paidMs: number
  readonly unpaidMs: number
}

/** Paid hours beside what was recorded. All in whole ms. */
export interface Reconciled {
  readonly chargedMs: number
  readonly apartMs: number
  readonly recordedMs: number
  /** Null: paid hours of no day are known. */
  readonly paidMs: number | null
  readonly unpaidMs: number | null
  /** Shifts, paid or not, less recorded: nobody signed in for it, or, below 0, it was in no shift. */
  readonly differenceMs: number | null
}

export function reconcile(
  programmes: readonly CostOfProgramme[],
  apart: readonly CostApart[],
  paid: Paid | null,
): Reconciled {
  const sum = (list: readonly { ms: number }[]) => list.reduce((total, { ms }) => total + ms, 0)
  const [chargedMs, apartMs] = [sum(programmes), sum(apart)]
  const recordedMs = chargedMs + apartMs
  if (!paid) {
    return { chargedMs, apartMs, recordedMs, paidMs: null, unpaidMs: null, differenceMs: null }
  }
  const differenceMs = paid.paidMs + paid.unpaidMs - recordedMs
  return { chargedMs, apartMs, recordedMs, ...paid, differenceMs }
}
