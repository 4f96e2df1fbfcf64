// Rates, cents and the statement: parts add up to the whole, and no rate is not a rate of nothing.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import {
  fiscalYear,
  fiscalYearName,
  fiscalYearOf,
} from '../../../server/domain/cost/fiscal-year.ts'
import { exactCost, shareCents, toCents } from '../../../server/domain/cost/money.ts'
import { ratesInForce, type Rate } from '../../../server/domain/cost/rates.ts'
import { Ledger, reconcile } from '../../../server/domain/cost/statement.ts'
import type { Timed } from '../../../server/domain/cost/worked-time.ts'
import { rounds } from '../../support/long.ts'

const ANY = { programme: null, service: null, step: null, channel: null }
const rate = (more: Partial<Rate>): Rate => ({
  ...{ ...ANY, from: '2026-04-01', perMinute: 10_000, recordedAt: 0, ...more },
})
const NOTARY = {
  programme: 'finance',
  service: 'notary',
  step: 'service',
  channel: 'in-person',
} as const

describe('F27 a rate', () => {
  it('holds from its day on, and not before', () => {
    const on = ratesInForce([rate({}), rate({ from: '2026-07-01', perMinute: 12_000 })])

    assert.deepEqual(
      ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((day) => on(NOTARY, day)),
      [
        null,
        { from: '2026-04-01', perMinute: 10_000 },
        { from: '2026-04-01', perMinute: 10_000 },
        { from: '2026-07-01', perMinute: 12_000 },
      ],
    )
  })

  it('gives way to a more precise one, whichever is newer', () => {
    const on = ratesInForce([
      rate({ programme: 'finance', from: '2027-01-01', perMinute: 1 }),
      rate({ service: 'notary', perMinute: 2 }),
      rate({ step: 'hold', from: '2027-01-01', perMinute: 3 }),
    ])

    assert.equal(on(NOTARY, '2027-02-01')?.perMinute, 2)
    assert.equal(on({ ...NOTARY, service: 'liens' }, '2027-02-01')?.perMinute, 1)
    assert.equal(
      on({ ...NOTARY, service: 'x', programme: 'y', step: 'hold' }, '2027-02-01')?.perMinute,
      3,
    )
    assert.equal(on({ ...NOTARY, service: 'x', programme: 'y' }, '2027-02-01'), null)
  })

  it('ends where it is said to have none of its own any more', () => {
    const on = ratesInForce([
      rate({ perMinute: 5 }),
      rate({ service: 'notary', perMinute: 9 }),
      rate({ service: 'notary', from: '2026-09-01', perMinute: null }),
    ])

    assert.equal(on(NOTARY, '2026-08-31')?.perMinute, 9)
    assert.equal(on(NOTARY, '2026-09-01')?.perMinute, 5)
  })

  it('is the one written down last, of two for the same day', () => {
    const on = ratesInForce([
      rate({ perMinute: 7, recordedAt: 2 }),
      rate({ perMinute: 5, recordedAt: 1 }),
    ])

    assert.equal(on(NOTARY, '2026-04-01')?.perMinute, 7)
  })

  it('of nothing is a rate, and no rate is none', () => {
    assert.equal(ratesInForce([rate({ perMinute: 0 })])(NOTARY, '2026-04-01')?.perMinute, 0)
    assert.equal(ratesInForce([])(NOTARY, '2026-04-01'), null)
  })
})

describe('F27 money', () => {
  it('is rounded once, half a cent up', () => {
    assert.equal(toCents(exactCost(60_000, 12_550)), 126)
    assert.equal(toCents(exactCost(60_000, 12_549)), 125)
    assert.equal(toCents(exactCost(30_000, 100)), 1)
    assert.equal(toCents(exactCost(29_999, 100)), 0)
  })

  it('@long is shared so that the parts add up to the whole, each within a cent of its own', function () {
    this.timeout(120_000)
    const part = fc.tuple(fc.nat(40_000_000), fc.nat(2_000_000))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const exact = parts.map(([ms, perMinute]) => exactCost(ms, perMinute))
        const cents = shareCents(exact)

        const whole = toCents(exact.reduce((sum, each) => sum + each, 0n))
        assert.equal(
          cents.reduce((sum, each) => sum + each, 0),
          whole,
        )
        exact.forEach((each, index) => {
          const difference = BigInt(cents[index] ?? 0) * 6_000_000n - each
          assert.ok(difference > -6_000_000n && difference < 6_000_000n)
        })
      }),
      { numRuns: rounds(300, 20_000) },
    )
  })
})

describe('F27 the statement', () => {
  const time = (ms: number, more: Partial<Timed> = {}): Timed => ({
    ...{ ms, step: 'service', apart: null, service: 'notary', channel: 'in-person' },
    ...{ transactions: 0, ...more },
  })
  const IDLE = { step: null, apart: 'idle', service: null, channel: null } as const

  it('has a line for each rate that a kind of time had, and the programme of each day', () => {
    const ledger = new Ledger(
      ratesInForce([rate({}), rate({ from: '2026-07-01', perMinute: 20_000 })]),
    )
    ledger.add(time(60_000, { transactions: 1 }), '2026-06-30', 'finance')
    ledger.add(time(60_000), '2026-07-01', 'finance')
    ledger.add(time(120_000), '2026-07-01', 'citizens')

    const [citizens, finance] = ledger.programmes()

    assert.deepEqual(
      [citizens?.programme, citizens?.cents, citizens?.ms],
      ['citizens', 400, 120_000],
    )
    assert.deepEqual(
      finance?.lines.map(({ perMinute, cents, transactions }) => [perMinute, cents, transactions]),
      [
        [10_000, 100, 1],
        [20_000, 200, 0],
      ],
    )
    assert.equal(finance.cents, 300)
  })

  it('tells each fiscal year as a statement of its own does, and when each rate began', () => {
    const rates = ratesInForce([
      rate({ from: '2025-04-01', perMinute: 11_115 }),
      rate({ programme: 'citizens', from: '2025-10-01', perMinute: 11_115 }),
      rate({ from: '2026-04-01', perMinute: 11_115 }),
    ])
    const days = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02']
    const told = (some: readonly string[]): Ledger => {
      const ledger = new Ledger(rates)
      for (const day of some) {
        for (const programme of ['finance', 'citizens'])
          ledger.add(time(61_003, { transactions: 1 }), day, programme)
        ledger.add(time(47_001, IDLE), day, null)
      }
      return ledger
    }

    const both = told(days)

    const [before, after] = [told(days.slice(0, 2)), told(days.slice(2))]
    assert.deepEqual(both.programmes(), [...before.programmes(), ...after.programmes()])
    assert.deepEqual(both.timeApart(), [...before.timeApart(), ...after.timeApart()])
    assert.deepEqual(
      both
        .programmes()
        .map(({ year, programme, lines }) => [year, programme, lines[0]?.rateFrom, lines.length]),
      [
        [2025, 'citizens', '2025-10-01', 1],
        [2025, 'finance', '2025-04-01', 1],
        [2026, 'citizens', '2025-10-01', 1],
        [2026, 'finance', '2026-04-01', 1],
      ],
    )
  })

  it('names time without a rate, and costs it at nothing nowhere', () => {
    const ledger = new Ledger(ratesInForce([rate({ service: 'liens' })]))
    ledger.add(time(90_000), '2026-06-30', 'finance')

    const [finance] = ledger.programmes()

    assert.equal(finance?.unpricedMs, 90_000)
    assert.equal(finance.lines[0]?.cents, null)
  })

  it('shows what was for no visit apart, and says what paid hours it leaves', () => {
    const ledger = new Ledger(ratesInForce([rate({})]))
    ledger.add(time(60_000), '2026-06-30', 'finance')
    ledger.add(time(30_000, IDLE), '2026-06-30', null)
    const [programmes, apart] = [ledger.programmes(), ledger.timeApart()]

    assert.deepEqual(
      apart.map(({ kind, ms, cents }) => [kind, ms, cents]),
      [['idle', 30_000, 50]],
    )
    assert.deepEqual(reconcile(programmes, apart, { paidMs: 100_000, unpaidMs: 5_000 }), {
      ...{ chargedMs: 60_000, apartMs: 30_000, recordedMs: 90_000 },
      ...{ paidMs: 100_000, unpaidMs: 5_000, differenceMs: 15_000 },
    })
    const fewer = reconcile(programmes, apart, { paidMs: 80_000, unpaidMs: 0 })
    assert.equal(fewer.differenceMs, -10_000)
    assert.equal(reconcile(programmes, apart, null).differenceMs, null)
  })
})

describe('F27 the fiscal year', () => {
  it('goes from 1 April to 31 March', () => {
    assert.deepEqual(fiscalYear(2026), { from: '2026-04-01', to: '2027-04-01' })
    assert.deepEqual(
      ['2026-03-31', '2026-04-01', '2027-03-31'].map(fiscalYearOf),
      [2025, 2026, 2026],
    )
    assert.equal(fiscalYearName(2026), '2026–2027')
  })
})
