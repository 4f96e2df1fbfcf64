import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  halfHour,
  instantOf,
  nextDay,
  officeDay,
  startOfDay,
  wallClock,
  zoneDataFault,
} from '../../../server/domain/office-time.ts'

const at = Date.parse
const HOUR = 3_600_000

describe('office time', () => {
  it('knows that British Columbia stays at UTC−7 from March 2026', () => {
    assert.equal(zoneDataFault(), null)
    const wall = wallClock(at('2026-12-01T20:00:00Z'), 'America/Vancouver')
    assert.deepEqual(wall, { day: '2026-12-01', minute: 13 * 60 })
  })

  it('B1 begins an office’s day at its own midnight, not at UTC’s', () => {
    assert.equal(officeDay(at('2026-06-02T06:59:59Z'), 'America/Vancouver'), '2026-06-01')
    assert.equal(officeDay(at('2026-06-02T07:00:00Z'), 'America/Vancouver'), '2026-06-02')
    assert.equal(officeDay(at('2026-06-02T02:29:59Z'), 'America/St_Johns'), '2026-06-01')
    assert.equal(officeDay(at('2026-06-02T02:30:00Z'), 'America/St_Johns'), '2026-06-02')
  })

  it('gives a day with a clock change 23 or 25 hours', () => {
    for (const zone of ['America/Toronto', 'America/St_Johns']) {
      const length = (day: string) => startOfDay(nextDay(day), zone) - startOfDay(day, zone)
      assert.equal(length('2026-03-08'), 23 * HOUR)
      assert.equal(length('2026-11-01'), 25 * HOUR)
      assert.equal(length('2026-06-02'), 24 * HOUR)
    }
  })

  it('takes a skipped minute as the change, and the first of a minute that comes twice', () => {
    const zone = 'America/Toronto'
    assert.equal(instantOf('2026-03-08', 150, zone), at('2026-03-08T07:00:00Z'))
    assert.equal(instantOf('2026-11-01', 90, zone), at('2026-11-01T05:30:00Z'))
  })

  it('counts half hours as [start, end) by the wall clock', () => {
    const zone = 'America/St_Johns'
    assert.equal(halfHour(at('2026-06-02T12:29:59Z'), zone), 9 * 60 + 30)
    assert.equal(halfHour(at('2026-06-02T12:30:00Z'), zone), 10 * 60)
  })

  it('refuses a zone that nobody knows', () => {
    assert.throws(() => wallClock(0, 'Mars/Olympus'), RangeError)
  })
})
