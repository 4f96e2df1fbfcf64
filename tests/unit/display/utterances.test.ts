// What is said of a call, and how loud.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { USUAL } from '../../../display/src/composables/board-view.ts'
import type { Moment } from '../../../display/src/composables/call-queue.ts'
import { PAUSE } from '../../../display/src/voice/announcer.ts'
import { soundingOf } from '../../../display/src/voice/utterances.ts'

const OFFICE = {
  timeZone: 'America/Vancouver',
  counters: [{ code: '4', name: { en: 'Counter 4', fr: 'Guichet 4' } }],
}
/** 10:00 in Vancouver. */
const TEN = Date.parse('2026-06-02T17:00:00Z')
const CALL: Moment = {
  ...{ call: 1, times: 1, place: 1, visit: 'v', ticket: 'A023', counter: '4', service: 'notary' },
  ...{ language: 'fr', isQuiet: false, name: 'Maya T.' },
}
const texts = (moment: Moment, board = USUAL, at = TEN) =>
  soundingOf(moment, board, OFFICE, at).utterances.map(({ text }) => text)

describe('what is said of a call', () => {
  it('D5 is its number and counter, in the ticket’s language and then the other', () => {
    assert.deepEqual(texts(CALL), ['A 0 2 3, Guichet 4', 'A 0 2 3, Counter 4'])
    const [first] = soundingOf(CALL, USUAL, OFFICE, TEN).utterances
    assert.deepEqual(first?.words, ['a', '0', '2', '3', PAUSE, 'counter-4'])
  })

  it('D5 D11 has no name in it, and no language that the office does not want', () => {
    const english = { ...USUAL, voice: { ...USUAL.voice, languages: ['en' as const] } }

    assert.deepEqual(texts(CALL, english), ['A 0 2 3, Counter 4'])
  })

  it('D4 D5 is nothing, without a chime, for a quiet call and in quiet hours', () => {
    const silent = { utterances: [], volumes: { chime: 0, voice: 0 } }
    const hours = { ...USUAL, quietHours: [{ from: 9 * 60, to: 10 * 60 + 1 }] }

    assert.deepEqual(soundingOf({ ...CALL, isQuiet: true }, USUAL, OFFICE, TEN), silent)
    assert.deepEqual(soundingOf(CALL, hours, OFFICE, TEN), silent)
    assert.equal(soundingOf(CALL, hours, OFFICE, TEN + 60_000).utterances.length, 2)
  })

  it('D4 D5 is as loud as the office wants, chime and voice apart', () => {
    const board = { ...USUAL, chimeVolume: 30, voice: { ...USUAL.voice, volume: 50 } }

    assert.deepEqual(soundingOf(CALL, board, OFFICE, TEN).volumes, { chime: 0.3, voice: 0.5 })
    for (const voice of [
      { ...USUAL.voice, volume: 0 },
      { ...USUAL.voice, isOn: false },
    ]) {
      assert.deepEqual(texts(CALL, { ...USUAL, voice }), [])
    }
  })
})
