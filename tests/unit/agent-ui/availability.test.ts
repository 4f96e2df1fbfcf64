// B4: the states an agent can be in, as their keys choose them.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isPresent, waysOf } from '../../../agent-ui/src/composables/availability-ways.ts'
import { NO_RULES } from '../../../agent-ui/src/composables/no-rules.ts'
import { myCounter } from './desk-builders.ts'

const lunch = { code: 'lunch', name: { en: 'Lunch', fr: 'Dîner' } }
const ways = waysOf({ ...NO_RULES, reasons: { ...NO_RULES.reasons, away: [lunch] } })

describe('B4: being available or not', () => {
  it('B4: has one number for each state, the office’s reasons last', () => {
    assert.deepEqual(
      ways.map(({ availability, reason }) => [availability, reason].filter(Boolean).join(' ')),
      ['available', 'break', 'back-office', 'wrap-up', 'away', 'away lunch'],
    )
  })

  it('B4: tells being away from being away for a reason', () => {
    const placesOf = (rest: Parameters<typeof myCounter>[0]): number[] =>
      ways.flatMap((way, place) => (isPresent(way, myCounter(rest)) ? [place] : []))

    assert.deepEqual(placesOf({ availability: 'available' }), [0])
    assert.deepEqual(placesOf({ availability: 'away' }), [4])
    assert.deepEqual(placesOf({ availability: 'away', reason: 'lunch' }), [5])
  })
})
