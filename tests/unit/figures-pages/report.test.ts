// What a report makes of the server's answers.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { SAMPLE_FIGURES, sampleSet } from '#protocol/sample-figures'
import { spreadOfWaits } from '../../../agent-ui/figures/src/charts/distribution.ts'
import { waitsByHalfHour } from '../../../agent-ui/figures/src/charts/half-hours.ts'
import { trendOf } from '../../../agent-ui/figures/src/charts/trend.ts'
import {
  count,
  share,
  sortRows,
  spread,
  textOf,
  valueOf,
  worseIsMore,
} from '../../../agent-ui/figures/src/composables/columns.ts'
import {
  hasRecord,
  pairedByMonth,
  twelveMonths,
} from '../../../agent-ui/figures/src/composables/months.ts'
import { yearText } from '../../../agent-ui/figures/src/composables/year-text.ts'
import { stepFor, stretchesOf, weekOf } from '../../../agent-ui/figures/src/composables/report.ts'

const MINUTE = 60_000
const voice = {
  say: (saying: string, named: object = {}) => `${saying} ${JSON.stringify(named)}`,
  count: (saying: string, n: number, named: object = {}) =>
    `${saying} ${n} ${JSON.stringify(named)}`,
}

describe('what a report makes of figures', () => {
  it('F13 says what the axis of the distribution measures', () => {
    const { option } = spreadOfWaits([{ from: 0, to: 5, count: 1 }], null, 'en', voice)
    assert.deepEqual((option.xAxis as { name: string }).name, 'chart.spread.axis {}')
  })

  it('F13 gathers buckets into stretches without losing a visit', () => {
    const buckets = [
      { from: 0, to: 2 * MINUTE, n: 4 },
      { from: 2 * MINUTE, to: 5 * MINUTE, n: 3 },
      { from: 5 * MINUTE, to: 5 * MINUTE + 1, n: 2 },
      { from: 300 * MINUTE, to: 301 * MINUTE, n: 1 },
    ]
    const stretches = stretchesOf(buckets, 5, 4)

    assert.deepEqual(
      stretches.map(({ from, to, count: n }) => [from, to, n]),
      [
        [0, 5, 7],
        [5, 10, 2],
        [10, 15, 0],
        [15, null, 1],
      ],
    )
    const chart = spreadOfWaits(stretches, 10, 'en', voice)
    assert.equal(chart.table.rows.length, 4)
    assert.match(chart.description, /70\.0%/)
  })

  it('chooses stretches by how long waits are', () => {
    assert.equal(stepFor(sampleSet(100)), 3)
    assert.equal(stepFor(sampleSet(0)), 2)
    assert.ok(stepFor(sampleSet(100, 20)) >= 30)
  })

  it('F12 makes a week of weekdays and half hours, each in its own order', () => {
    const figures = sampleSet(3)
    const week = weekOf({
      ...SAMPLE_FIGURES,
      groups: [
        { keys: ['0', '03:00'], figures: sampleSet(0) },
        { keys: ['4', '09:00'], figures },
        { keys: ['0', '13:30'], figures },
        { keys: ['0', '08:30'], figures },
      ],
    })
    assert.deepEqual(week.halves, ['08:30', '09:00', '13:30'])
    assert.deepEqual(
      week.days.map(({ weekday, figures: of }) => [weekday, of.size]),
      [
        ['0', 2],
        ['4', 1],
      ],
    )
  })

  it('F10 shows each part of a figure, and nothing where it is not known', () => {
    const figures = sampleSet(100)
    assert.equal(valueOf(spread('wait', 'n'), figures), 86)
    assert.equal(textOf(spread('wait', 'n'), 86, 'en'), '86')
    assert.equal(valueOf(share('walkAway'), figures), null)
    assert.equal(textOf(share('walkAway'), null, 'fr'), '—')
    assert.equal(valueOf(count('visits'), figures), 100)
    assert.deepEqual(
      [worseIsMore(share('withinTarget')), worseIsMore(count('left'))],
      [false, true],
    )
  })

  it('sorts what is not known to the end, whichever way', () => {
    const values = [3, null, 1]
    const by = (value: number | null) => value
    assert.deepEqual(sortRows(values, by, false), [1, 3, null])
    assert.deepEqual(sortRows(values, by, true), [3, 1, null])
  })

  it('lays twelve whole months beside the same months of the year before', () => {
    const period = twelveMonths('2026-11-28')
    assert.deepEqual(period, { from: '2025-11-01', to: '2026-11-01' })
    const now = [{ keys: ['2026-01'], figures: sampleSet(5) }]
    const before = [{ keys: ['2025-01'], figures: sampleSet(4) }]
    const pairs = pairedByMonth(now, before, period)

    assert.equal(pairs.length, 12)
    const january = pairs.find(({ month }) => month === '2026-01')
    assert.deepEqual([january?.now?.counts.visits, january?.before?.counts.visits], [5, 4])
    assert.equal(pairs[0]?.now, null)
  })

  it('F6 leaves out of a sentence what is not known of the year before', () => {
    const english = { ...voice, language: 'en' as const }
    const told = (figure: 'served' | 'withinTarget', before: number | null) =>
      yearText(figure, { now: 0.5, before }, english)
    assert.match(told('served', 0.4), /^province\.served .*\+25%/)
    assert.match(told('withinTarget', 0.4), /^province\.withinYear .*40\.0%/)
    for (const figure of ['served', 'withinTarget'] as const)
      assert.doesNotMatch(told(figure, null), /before|change|—/)
    assert.equal(hasRecord({ total: sampleSet(0) }), false)
    assert.equal(hasRecord({ total: sampleSet(1) }), true)
  })

  it('F23 tells in words and in a table what each chart draws', () => {
    const halves = [
      { name: '9 a.m.', short: '9', p50: 5 * MINUTE, p80: 20 * MINUTE, max: 30 * MINUTE },
      { name: '9:30 a.m.', short: '9:30', p50: null, p80: null, max: null },
    ].map((half) => ({ ...half, arrived: 3, served: 2, left: 1 }))
    const waits = waitsByHalfHour(halves, 15 * MINUTE, 10, voice)
    assert.match(waits.description, /9 a\.m\..*chart\.waits\.over 1.*chart\.waits\.still 10/)
    assert.deepEqual(waits.table.rows[1], ['9:30 a.m.', '—', '—', '—'])

    const top = (target: number) => waitsByHalfHour(halves, target, 0, voice).option.yAxis
    assert.equal('max' in (top(15 * MINUTE) ?? {}), false)
    assert.equal((top(45 * MINUTE) as { max?: number }).max, 45)
    assert.equal(waitsByHalfHour([], 15 * MINUTE, 0, voice).legend?.length, 2)

    const points = [{ name: 'January', short: 'Jan', now: null, before: 2 }]
    const words = { figure: 'Visits', now: 'now', before: 'before' }
    const trend = trendOf(points, words, String, voice)
    assert.match(trend.description, /chart\.trend\.nothing/)
    assert.equal(trend.table.columns.length, 3)
  })
})
