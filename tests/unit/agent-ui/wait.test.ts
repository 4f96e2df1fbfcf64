// How long somebody has waited, as the desk says it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { rowWaitsSince, waitOf } from '../../../agent-ui/src/composables/wait.ts'
import { aVisit, AT } from './desk-builders.ts'

const MINUTE = 60_000
const NOW = Date.parse(AT) + 10 * MINUTE

describe('a wait', () => {
  it('runs from the arrival of who is waiting for the first time', () => {
    assert.equal(waitOf(aVisit(), NOW), 10 * MINUTE)
    assert.equal(rowWaitsSince(aVisit()), Date.parse(AT))
  })

  it('goes on from what was waited before, without the time on hold or at a counter between', () => {
    const back = aVisit({ arrivedAt: '2026-11-23T17:00:00.000Z', waited: 4 * MINUTE })
    assert.equal(waitOf(back, NOW), 14 * MINUTE)
    assert.equal(NOW - rowWaitsSince(back), 14 * MINUTE)
  })

  it('stands still once somebody is called', () => {
    const called = aVisit({ state: 'called', waited: 7 * MINUTE })
    assert.equal(waitOf(called, NOW), 7 * MINUTE)
    assert.equal(waitOf(aVisit({ state: 'called' }), NOW), 0)
  })

  it('B11 is none before the booked time, and counts from it', () => {
    const early = (at: string) => aVisit({ bookedAt: at })
    assert.equal(waitOf(early('2026-11-23T18:30:00.000Z'), NOW), 0)
    assert.equal(waitOf(early('2026-11-23T18:04:00.000Z'), NOW), 6 * MINUTE)
    assert.equal(waitOf(early('2026-11-23T17:30:00.000Z'), NOW), 10 * MINUTE)
  })
})
