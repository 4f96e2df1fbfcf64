// What a manager's correction asks for, from a time on the office's clock.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  atClock,
  correctionBody,
  correctionOf,
} from '../../../agent-ui/src/composables/corrections.ts'
import { aVisit } from './desk-builders.ts'

const ZONE = 'America/Toronto'
const ENDED = '2026-11-23T18:30:42.000Z'
const VISIT = aVisit({ state: 'left', arrivedAt: '2026-11-23T17:00:00.000Z', since: ENDED })
const NOW = Date.parse('2026-11-23T20:00:00.000Z')
const AROUND = { timeZone: ZONE, hasReasons: true, now: NOW }

describe('a correction', () => {
  it('begins as the visit is, on the office’s clock', () => {
    assert.deepEqual(correctionOf(VISIT, ZONE, 'fr'), {
      to: 'left',
      time: '13\u00a0h\u00a030',
      reason: null,
    })
  })

  it('asks for how, when and why', () => {
    const body = correctionBody(VISIT, { to: 'served', time: '12:45', reason: 'forgot' }, AROUND)

    assert.deepEqual(body, {
      to: 'served',
      endedAt: '2026-11-23T17:45:00.000Z',
      reason: 'forgot',
    })
  })

  it('keeps the end to the second when its minute is not changed', () => {
    const body = correctionBody(VISIT, { to: 'served', time: '13:30', reason: 'forgot' }, AROUND)

    assert.equal(typeof body === 'string' ? body : body.endedAt, ENDED)
  })

  it('takes a time as people write it, and begins with one it takes', () => {
    for (const time of ['12 h 45', '1245', '12:45 p.m.'])
      assert.equal(
        atClock(time, Date.parse(ENDED), ZONE),
        Date.parse('2026-11-23T17:45:00.000Z'),
        time,
      )
    for (const language of ['en', 'fr'] as const) {
      const { time } = correctionOf(VISIT, ZONE, language)
      assert.equal(atClock(time, Date.parse(ENDED), ZONE), Date.parse(ENDED), time)
    }
  })

  it('refuses a time before the arrival, after now, or that is no time', () => {
    for (const time of ['11:59', '15:01', '', '25:00']) {
      const body = correctionBody(VISIT, { to: 'served', time, reason: 'forgot' }, AROUND)
      assert.equal(body, 'time', time)
    }
  })

  it('needs a reason only where the office has reasons', () => {
    const form = { to: 'served', time: '13:00', reason: null } as const

    assert.equal(correctionBody(VISIT, form, AROUND), 'reason')
    const without = correctionBody(VISIT, form, { ...AROUND, hasReasons: false })
    assert.equal(typeof without === 'string' ? without : without.reason, 'not-given')
  })

  it('reads the clock of the day on which it was changed', () => {
    // Clocks in Toronto went back at 2:00 on November 1, 2026.
    const ended = Date.parse('2026-11-01T16:00:00.000Z')

    assert.equal(atClock('00:30', ended, ZONE), Date.parse('2026-11-01T04:30:00.000Z'))
    assert.equal(atClock('10:15', ended, ZONE), Date.parse('2026-11-01T15:15:00.000Z'))
  })
})
