// A kiosk that hears nothing opens and closes by the office's hours.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { IntakeRow } from '#protocol'
import { intakeCutOff } from '../../../kiosk/src/composables/intake-cut-off.ts'

const day = [{ from: 510, to: 990 }]
const WORDS = { en: 'Closed for a storm', fr: 'Fermé en raison d’une tempête' }
const OFFICE = {
  timeZone: 'America/Vancouver',
  hours: {
    week: [day, day, day, day, day, [], []],
    exceptions: [{ day: '2026-06-03', spans: [], words: WORDS }],
  },
}
const OPEN: IntakeRow = {
  id: 'intake',
  kind: 'intake',
  isOpen: true,
  why: null,
  reason: null,
  words: null,
  changesAt: '2026-06-02T23:30:00.000Z',
  shut: [
    { service: 'notary', why: 'stopped', reason: 'full', until: '2026-06-02T20:00:00.000Z' },
    { service: 'payments', why: 'quota', reason: null, until: '2026-06-04T15:30:00.000Z' },
  ],
}
const at = (text: string): number => Date.parse(text)

describe('a kiosk that is cut off', () => {
  it('A17 is open until its hour, and lets a stopped service go on when its time is over', () => {
    const then = intakeCutOff(OPEN, OFFICE, at('2026-06-02T21:00:00Z'))
    assert.equal(then.isOpen, true)
    assert.deepEqual(
      then.shut.map(({ service }) => service),
      ['payments'],
    )
  })

  it('A17 closes by itself, says the exception of the next day, and opens after it', () => {
    const closed = intakeCutOff(OPEN, OFFICE, at('2026-06-02T23:30:00Z'))
    assert.deepEqual([closed.isOpen, closed.why], [false, 'hours'])
    assert.equal(closed.changesAt, '2026-06-04T15:30:00.000Z')

    const storm = intakeCutOff(OPEN, OFFICE, at('2026-06-03T18:00:00Z'))
    assert.deepEqual([storm.isOpen, storm.why, storm.words], [false, 'exception', WORDS])

    const again = intakeCutOff(OPEN, OFFICE, at('2026-06-04T15:30:00Z'))
    assert.deepEqual([again.isOpen, again.why, again.shut], [true, null, []])
  })

  it('A17 stays stopped as long as it was told to', () => {
    const stopped: IntakeRow = {
      ...OPEN,
      isOpen: false,
      why: 'stopped',
      reason: 'emergency',
      changesAt: '2026-06-02T20:00:00.000Z',
    }
    assert.equal(intakeCutOff(stopped, OFFICE, at('2026-06-02T19:59:59Z')).reason, 'emergency')
    const over = intakeCutOff(stopped, OFFICE, at('2026-06-02T20:00:00Z'))
    assert.deepEqual([over.isOpen, over.reason], [true, null])
  })
})
