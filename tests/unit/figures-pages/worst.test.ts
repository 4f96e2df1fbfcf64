// What the answer of a report says first: where and when waits were worst, and what would help.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { sampleSet } from '#protocol/sample-figures'
import type { FigureSet } from '#protocol'
import type { Week } from '../../../agent-ui/figures/src/composables/report.ts'
import {
  moreCounters,
  worstGroups,
  worstStretch,
} from '../../../agent-ui/figures/src/composables/worst.ts'

const MINUTE = 60_000

/** A half hour whose people waited so long (minutes), while so many counters were open. */
function half(wait: number, open: number | null = 2, visits = 10): FigureSet {
  const set = sampleSet(visits)
  const { wait: waits, handleTime, callToDesk, preTicket } = set.spreads
  return {
    ...set,
    spreads: {
      ...set.spreads,
      wait: { ...waits, n: visits, p80: wait * MINUTE },
      handleTime: { ...handleTime, n: 1, sum: 12 * MINUTE },
      preTicket: { ...preTicket, sum: 0 },
      callToDesk: { ...callToDesk, mean: 0 },
    },
    // Ten an hour, each twelve minutes: the work of two counters.
    rates: { ...set.rates, arrivals: 10 },
    levels: { ...set.levels, openCounters: open === null ? null : { mean: open, max: open } },
  }
}
const HALVES = ['09:00', '09:30', '10:00', '10:30']
const week = (...days: (readonly FigureSet[])[]): Week => ({
  halves: HALVES,
  days: days.map((sets, weekday) => ({
    weekday: String(weekday),
    figures: new Map(sets.map((set, index) => [HALVES[index] ?? '', set])),
  })),
})

describe('the worst of a period', () => {
  it('F9 is the half hours over target around the longest wait', () => {
    const found = worstStretch(
      week([half(5), half(31), half(5), half(5)], [half(9), half(25), half(40), half(22)]),
      20 * MINUTE,
    )
    assert.deepEqual(
      [found?.weekday, found?.from, found?.last, found?.wait],
      ['1', '09:30', '10:30', 40 * MINUTE],
    )
  })

  it('F9 is those nearly as long where none is over target, and never of a few visits', () => {
    const some = [half(4), half(9), half(10), half(60, 2, 4)]
    const found = worstStretch(week(some), 20 * MINUTE)
    assert.deepEqual([found?.from, found?.last, found?.wait], ['09:30', '10:00', 10 * MINUTE])
    assert.equal(worstStretch(week([half(0)]), 20 * MINUTE), null)
    assert.equal(worstStretch({ halves: [], days: [] }, null), null)
  })

  it('F9 says how many counters more would help, and nothing where that is not known', () => {
    const more = (open: number | null, wait = 40) => {
      const found = worstStretch(week([half(wait, open)]), 20 * MINUTE)
      return found && moreCounters(found, 20 * MINUTE)
    }
    assert.deepEqual([more(1), more(2), more(3), more(null)], [2, 1, 0, null])
    // Of 2.353 that were needed: told as 2.4. A wait within target needs no help.
    assert.deepEqual([more(2.3), more(2.35), more(1, 20)], [1, 0, null])
  })

  it('F9 is the groups below target or clearly below the others, without those of a few visits', () => {
    const group = (key: string, share: number, visits: number) => {
      const set = sampleSet(visits)
      const within = { numerator: share * visits, denominator: visits, share }
      return { keys: [key], figures: { ...set, shares: { ...set.shares, withinTarget: within } } }
    }
    const worst = (...groups: ReturnType<typeof group>[]) => {
      const { groups: found, least } = worstGroups(groups, 3)
      return [found.map(({ keys }) => keys[0]).join(''), least]
    }
    const few = group('c', 0.1, 3)
    assert.deepEqual(worst(group('a', 0.9, 100), group('b', 0.7, 100), few), ['b', 7])
    assert.deepEqual(worst(group('a', 1, 100), group('b', 1, 100), group('c', 0.97, 90)), [
      '',
      null,
    ])
    assert.deepEqual(worst(group('a', 1, 100), group('b', 0.9, 30)), ['b', null])
    assert.deepEqual(worst(group('a', 0.5, 100), few), ['', null])
    const low = ['d', 'e', 'f', 'g'].map((key, index) => group(key, 0.5 - index / 10, 50))
    assert.deepEqual(worst(...low), ['gfe', null])
  })
})
