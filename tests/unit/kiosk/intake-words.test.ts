// When the office opens next, as it is said.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { closingTime, openingWords } from '../../../kiosk/src/composables/intake-words.ts'

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

  it('A17 name the first of a month as boards do', () => {
    const { day } = openingWords('2026-12-01T16:30:00.000Z', 'America/Vancouver', 'fr')
    assert.equal(day, 'mardi 1er décembre')
  })

  it('A17 say midnight as the day that begins', () => {
    const { day, time } = openingWords('2026-06-03T07:00:00.000Z', 'America/Vancouver', 'en')
    assert.deepEqual([day, time], ['Wednesday, June 3', null])
  })
})

describe('the time at which an office closes', () => {
  const says = (changesAt: string | null, now: string) =>
    closingTime(changesAt, 'America/Vancouver', 'fr', Date.parse(now))
  it('A17 is said on that day only', () => {
    const closes = '2026-06-02T23:30:00.000Z'
    assert.equal(says(closes, '2026-06-02T15:30:00Z'), '16\u00a0h\u00a030')
    assert.equal(says(closes, '2026-06-01T15:30:00Z'), null)
    assert.equal(says(null, '2026-06-02T15:30:00Z'), null)
  })
})
