// When an office is open, on ordinary days, on exceptions, and on nights when the clock changes.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { wallClock } from '../../../server/domain/office-time.ts'
import { openingAt, spansOf } from '../../../server/domain/opening-hours.ts'
import type { HoursException, OpeningHours, OpenSpan } from '../../../server/domain/settings.ts'

const VANCOUVER = 'America/Vancouver'
const words = { en: 'Holiday', fr: 'Jour férié' }
const DAY: OpenSpan[] = [{ from: 510, to: 990 }]
const hoursOf = (day: OpenSpan[], exceptions: HoursException[] = []): OpeningHours => ({
  week: [day, day, day, day, day, [], []],
  exceptions,
})
const everyDay = (day: OpenSpan[]): OpeningHours => ({
  week: Array.from({ length: 7 }, () => day),
  exceptions: [],
})
const at = (text: string): number => Date.parse(text)
const change = (hours: OpeningHours, zone: string, instant: string): string | null => {
  const { changesAt } = openingAt(hours, zone, at(instant))
  return changesAt === null ? null : new Date(changesAt).toISOString()
}

describe('the hours of an office', () => {
  it('A17 is always open without hours, and never without any', () => {
    assert.deepEqual(openingAt(undefined, VANCOUVER, 0), {
      isOpen: true,
      changesAt: null,
      words: null,
      isException: false,
    })
    const never = openingAt(hoursOf([]), VANCOUVER, at('2026-06-02T16:00:00Z'))
    assert.deepEqual([never.isOpen, never.changesAt], [false, null])
    const always = openingAt(everyDay([{ from: 0, to: 1440 }]), VANCOUVER, 0)
    assert.deepEqual([always.isOpen, always.changesAt], [true, null])
  })

  it('A17 opens at the very minute, closes at the very minute, and not on a weekend', () => {
    const hours = hoursOf(DAY)
    const isOpen = (text: string): boolean => openingAt(hours, VANCOUVER, at(text)).isOpen
    assert.equal(isOpen('2026-06-05T15:29:59.999Z'), false)
    assert.equal(isOpen('2026-06-05T15:30:00Z'), true)
    assert.equal(isOpen('2026-06-05T23:29:59.999Z'), true)
    assert.equal(isOpen('2026-06-05T23:30:00Z'), false)
    assert.equal(change(hours, VANCOUVER, '2026-06-05T23:30:00Z'), '2026-06-08T15:30:00.000Z')
  })

  it('A17 follows a dated exception, closed or otherwise open, and says its words', () => {
    const hours = hoursOf(DAY, [
      { day: '2026-07-01', spans: [], words },
      { day: '2026-07-02', spans: [{ from: 600, to: 720 }], words },
    ])
    const holiday = openingAt(hours, VANCOUVER, at('2026-07-01T19:00:00Z'))
    assert.equal(holiday.isOpen, false)
    assert.deepEqual(holiday.words, words)
    assert.equal(change(hours, VANCOUVER, '2026-07-01T19:00:00Z'), '2026-07-02T17:00:00.000Z')
    assert.equal(change(hours, VANCOUVER, '2026-07-02T18:00:00Z'), '2026-07-02T19:00:00.000Z')
    assert.equal(openingAt(hours, VANCOUVER, at('2026-07-03T07:30:00Z')).words, null)
  })

  it('A17 stays open over midnight, and over spans that touch', () => {
    const nights = everyDay([
      { from: 0, to: 120 },
      { from: 1320, to: 1440 },
    ])
    assert.equal(change(nights, VANCOUVER, '2026-06-03T05:30:00Z'), '2026-06-03T09:00:00.000Z')
  })

  it('A17 counts a day by its own clock when the clock changes, in Toronto and St. John’s', () => {
    const hours = everyDay([{ from: 30, to: 600 }])
    // Spring: nine and a half hours by the clock are eight and a half.
    assert.equal(
      change(hours, 'America/Toronto', '2026-03-08T06:00:00Z'),
      '2026-03-08T14:00:00.000Z',
    )
    assert.equal(
      change(hours, 'America/Toronto', '2026-11-01T04:29:00Z'),
      '2026-11-01T04:30:00.000Z',
    )
    assert.equal(
      change(hours, 'America/Toronto', '2026-11-01T05:00:00Z'),
      '2026-11-01T15:00:00.000Z',
    )
    assert.equal(
      change(hours, 'America/St_Johns', '2026-03-08T05:00:00Z'),
      '2026-03-08T12:30:00.000Z',
    )
    assert.equal(
      change(hours, 'America/St_Johns', '2026-11-01T04:00:00Z'),
      '2026-11-01T13:30:00.000Z',
    )
  })

  it('A17 opens at the change for a minute that is skipped, and once for one that comes twice', () => {
    const skipped = everyDay([{ from: 150, to: 200 }])
    assert.equal(
      change(skipped, 'America/Toronto', '2026-03-08T06:30:00Z'),
      '2026-03-08T07:00:00.000Z',
    )
    const twice = everyDay([{ from: 60, to: 90 }])
    assert.equal(
      change(twice, 'America/Toronto', '2026-11-01T05:10:00Z'),
      '2026-11-01T05:30:00.000Z',
    )
    assert.equal(openingAt(twice, 'America/Toronto', at('2026-11-01T06:10:00Z')).isOpen, false)
  })

  it('A17 agrees with the clock on the wall on any day without a change, in any order asked', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => [{ from, to }])
    const week = fc.array(fc.oneof(span, fc.constant([])), { minLength: 7, maxLength: 7 })
    const instants = fc.array(
      fc.integer({ min: at('2026-06-01T12:00:00Z'), max: at('2026-08-01T00:00:00Z') }),
      { minLength: 1, maxLength: 8 },
    )
    const zone = fc.constantFrom('America/Toronto', 'America/St_Johns', VANCOUVER)
    fc.assert(
      fc.property(week, instants, zone, (days, asked, zoneOf) => {
        const hours = { week: days, exceptions: [] }
        for (const instant of asked) {
          const { day, minute } = wallClock(instant, zoneOf)
          const isOpen = spansOf(hours, day).some(({ from, to }) => from <= minute && minute < to)
          const opening = openingAt(hours, zoneOf, instant)
          assert.equal(opening.isOpen, isOpen)
          if (opening.changesAt === null) continue
          assert.ok(opening.changesAt > instant)
          assert.equal(openingAt(hours, zoneOf, opening.changesAt - 1).isOpen, isOpen)
          assert.equal(openingAt(hours, zoneOf, opening.changesAt).isOpen, !isOpen)
        }
      }),
      { numRuns: 100 },
    )
  })
})
