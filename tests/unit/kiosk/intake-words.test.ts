// When the office opens next, as it is said.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { openingWords } from '../../../kiosk/src/composables/intake-words.ts'

describe('the words of the next opening', () => {
  it('A17 are of the office’s day and clock, in each language', () => {
    const at = '2026-06-03T15:30:00.000Z'
    assert.deepEqual(openingWords(at, 'America/Vancouver', 'en'), {
      day: 'Wednesday, June 3',
      time: '8:30\u00a0a.m.',
    })
    assert.deepEqual(openingWords(at, 'America/Vancouver', 'fr'), {
      day: 'mercredi 3 juin',
      time: '8\u00a0h\u00a030',
    })
  })

  it('A17 say midnight as the day that begins', () => {
    const { day, time } = openingWords('2026-06-03T07:00:00.000Z', 'America/Vancouver', 'en')
    assert.deepEqual([day, time], ['Wednesday, June 3', null])
  })
})
