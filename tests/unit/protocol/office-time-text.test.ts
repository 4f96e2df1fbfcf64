// The time of day in an office.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { formatTime } from '#protocol'

describe('a time in the office', () => {
  const CASES: [instant: string, zone: string, en: string, fr: string][] = [
    ['2026-07-02T20:30:00Z', 'America/Vancouver', '1:30 p.m.', '13 h 30'],
    ['2026-07-02T16:05:00Z', 'America/Vancouver', '9:05 a.m.', '9 h 05'],
    ['2026-07-02T19:00:00Z', 'America/Vancouver', '12:00 p.m.', '12 h'],
    ['2026-07-02T07:00:00Z', 'America/Vancouver', '12:00 a.m.', '0 h'],
    ['2026-07-02T20:30:00Z', 'America/St_Johns', '6:00 p.m.', '18 h'],
  ]
  for (const [instant, zone, en, fr] of CASES)
    it(`reads ${en} and « ${fr} » in ${zone}`, () => {
      const at = Date.parse(instant)

      assert.equal(formatTime(at, zone, 'en').replaceAll('\u00a0', ' '), en)
      assert.equal(formatTime(at, zone, 'fr').replaceAll('\u00a0', ' '), fr)
    })

  it('is never broken over two lines', () => {
    for (const language of ['en', 'fr'] as const)
      assert.doesNotMatch(formatTime(0, 'America/Vancouver', language), / /)
  })
})
