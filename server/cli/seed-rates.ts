// What a minute costs in the sample province: one rate for everything, raised on 1 April, and agreements
// with two programmes, one of them from the middle of a month on.
import { v7 as newId } from 'uuid'
import type { Database } from '../db/connect.ts'
import { fiscalYear, fiscalYearName, fiscalYearOf } from '../domain/cost/fiscal-year.ts'
import { insertRate, rateRows, type RateRow } from '../features/cost/cost-store.ts'

type SampleRate = Pick<RateRow, 'programme' | 'from_day' | 'per_minute' | 'reason'>

/** In hundredths of a cent a minute, in this fiscal year; each year before or after: so much less or more. */
const USUAL = { year: 2026, perMinute: 11_300, growth: 1.03 } as const
const AGREEMENTS: readonly SampleRate[] = [
  {
    programme: 'health',
    from_day: '2025-04-01',
    per_minute: 11_900,
    reason: 'Agreement with Health: originals are checked twice',
  },
  {
    programme: 'driver-services',
    from_day: '2026-06-15',
    per_minute: 11_650,
    reason: 'Agreement with Driver Services: cameras and card printers',
  },
]

/** Rates for every fiscal year from that of `since` to that of `now` (UTC ms); none where there are some. */
export async function seedRates(
  db: Database,
  { since, now }: { since: number; now: number },
): Promise<void> {
  if ((await rateRows(db.knex)).length > 0) return
  for (const rate of ratesOf(dayOf(since), dayOf(now))) {
    await insertRate(db.knex, {
      ...{ ...rate, id: newId(), service: null, step: null, channel: null },
      ...{ recorded_at: now, recorded_by: 'seed' },
    })
  }
}

/** Of UTC: a rate holds long before and after. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

function ratesOf(first: string, last: string): SampleRate[] {
  const rates: SampleRate[] = []
  for (let year = fiscalYearOf(first); year <= fiscalYearOf(last); year += 1) {
    const perMinute = USUAL.perMinute * USUAL.growth ** (year - USUAL.year)
    rates.push({
      programme: null,
      from_day: fiscalYear(year).from,
      per_minute: Math.round(perMinute / 50) * 50,
      reason: `Collective agreement ${fiscalYearName(year)}, with overhead`,
    })
  }
  return [...rates, ...AGREEMENTS]
}
