// An office whose time zone changes keeps its past days as they were.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { zoneOn } from '../../../../server/db/office-days.ts'
import { slotAt, slotsOfDay } from '../../../../server/domain/figures/day-slots.ts'

const [OLD, NEW] = ['America/Vancouver', 'America/Edmonton'] as const
const ZONES = [
  { from: Date.parse('2026-01-05T12:00:00-08:00'), zone: OLD },
  { from: Date.parse('2026-06-10T12:00:00-07:00'), zone: NEW },
]

describe('an office whose zone changed', () => {
  it('F9 has each day in the zone that held when it ended, the first one before all that is known', () => {
    const days = ['2025-12-01', '2026-01-05', '2026-06-09', '2026-06-10', '2026-06-11']
    const zones = days.map((day) => zoneOn(ZONES, day, 'UTC'))
    assert.deepEqual(zones, [OLD, OLD, OLD, NEW, NEW])
    assert.equal(zoneOn([], '2026-06-11', NEW), NEW)
  })

  it('F9 finds the half hour of each instant by the clock of that day', () => {
    const at = (day: string, instant: string) =>
      slotAt(slotsOfDay(day, zoneOn(ZONES, day, NEW)), Date.parse(instant))?.slot
    assert.equal(at('2026-06-09', '2026-06-09T16:29:59.999Z'), 9 * 60)
    assert.equal(at('2026-06-09', '2026-06-09T16:30:00Z'), 9 * 60 + 30)
    assert.equal(at('2026-06-11', '2026-06-11T16:30:00Z'), 10 * 60 + 30)
  })
})
