// The days periods are made of.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  comparedWith,
  daysBetween,
  grainOf,
  isMovedByWeeks,
  isDay,
  lastDay,
  periodOf,
  periodProblem,
  yearsOf,
  type Comparison,
  type PeriodName,
} from '../../../agent-ui/figures/src/composables/days.ts'

describe('periods', () => {
  it('F12 end before the day after their last one', () => {
    const today = '2026-11-28'
    assert.deepEqual(periodOf('today', today), { from: '2026-11-28', to: '2026-11-29' })
    assert.deepEqual(periodOf('yesterday', today), { from: '2026-11-27', to: '2026-11-28' })
    assert.deepEqual(periodOf('week', today), { from: '2026-11-22', to: '2026-11-29' })
    assert.deepEqual(periodOf('last-month', today), { from: '2026-10-01', to: '2026-11-01' })
    assert.deepEqual(periodOf('last-month', '2026-01-31'), { from: '2025-12-01', to: '2026-01-01' })
    assert.equal(lastDay(periodOf('month', today)), today)
  })

  it('F27 count fiscal years from 1 April', () => {
    assert.equal(periodOf('fiscal-year', '2026-03-31').from, '2025-04-01')
    assert.equal(periodOf('fiscal-year', '2026-04-01').from, '2026-04-01')
    assert.equal(yearsOf('fiscal-year', '2026-04-01'), '2026–2027')
    assert.equal(yearsOf('last-fiscal-year', '2026-03-31'), '2024–2025')
    assert.equal(yearsOf('month', '2026-03-31'), '')
    assert.deepEqual(periodOf('last-fiscal-year', '2026-11-28'), {
      ...{ from: '2025-04-01', to: '2026-04-01' },
    })
  })

  it('are compared with days of the same weekdays', () => {
    const week = { from: '2026-11-23', to: '2026-11-28' }
    for (const comparison of ['before', 'year'] as const) {
      const other = comparedWith(week, comparison, '2026-11-28')
      assert.equal(daysBetween(other.from, other.to), 5)
      assert.equal(daysBetween(other.from, week.from) % 7, 0)
      assert.ok(other.to <= week.from)
    }
    assert.equal(comparedWith(week, 'year', '2026-11-28').from, '2025-11-24')
  })

  it('F14 are compared by the calendar where they are months or fiscal years', () => {
    const today = '2026-11-29'
    const of = (name: PeriodName, comparison: Comparison, day = today) => {
      const period = periodOf(name, day)
      const other = comparedWith(period, comparison, day)
      return [other.from, lastDay(other), isMovedByWeeks(period, other)]
    }
    assert.deepEqual(of('last-month', 'before'), ['2026-09-01', '2026-09-30', false])
    assert.deepEqual(of('last-month', 'year'), ['2025-10-01', '2025-10-31', false])
    assert.deepEqual(of('month', 'before'), ['2026-10-01', '2026-10-29', false])
    assert.deepEqual(of('month', 'before', '2026-03-31'), ['2026-02-01', '2026-02-28', false])
    assert.deepEqual(of('month', 'before', '2026-10-31'), ['2026-09-01', '2026-09-30', false])
    assert.deepEqual(of('month', 'before', '2026-03-30'), ['2026-02-01', '2026-02-28', false])
    assert.deepEqual(of('fiscal-year', 'before'), ['2025-04-01', '2025-11-29', false])
    assert.deepEqual(of('fiscal-year', 'year'), ['2025-04-01', '2025-11-29', false])
    assert.deepEqual(of('last-fiscal-year', 'before'), ['2024-04-01', '2025-03-31', false])
    const september = { from: '2026-09-01', to: '2026-10-01' }
    assert.equal(comparedWith(september, 'before', today).from, '2026-08-01')
  })

  it('F14 say where they were moved by whole weeks', () => {
    const today = '2026-11-29'
    const moved = (name: PeriodName, comparison: Comparison) => {
      const period = periodOf(name, today)
      return isMovedByWeeks(period, comparedWith(period, comparison, today))
    }
    assert.deepEqual(
      [moved('yesterday', 'before'), moved('week', 'before'), moved('week', 'year')],
      [true, false, true],
    )
  })

  it('are not made of days that do not exist', () => {
    for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '', 'today', '2026-1-1'])
      assert.equal(isDay(text), false, text)
    assert.equal(isDay('2028-02-29'), true)
  })

  it('are drawn by a grain that suits their length', () => {
    const of = (to: string) => grainOf({ from: '2026-01-01', to })
    assert.equal(of('2026-01-02'), 'half-hour')
    assert.equal(of('2026-02-01'), 'day')
    assert.equal(of('2026-12-31'), 'week')
    assert.equal(of('2031-01-01'), 'month')
  })

  it('F12 are asked for only where they can be told of', () => {
    const problem = (from: string, to: string) => periodProblem({ from, to })
    assert.equal(problem('2026-11-01', '2026-11-02'), null)
    assert.equal(problem('0202-11-01', '2026-11-02'), 'years')
    assert.equal(problem('2026-11-01', '2101-02-01'), 'years')
    assert.equal(problem('2100-12-31', '2101-01-01'), null)
    assert.equal(problem('2026-11-01', '2026-11-01'), 'order')
    assert.equal(problem('2016-04-01', '2026-04-01'), null)
    assert.equal(problem('2010-01-01', '2026-01-01'), 'tooLong')
  })
})
