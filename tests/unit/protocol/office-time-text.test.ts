// The day and the time of day in an office.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { formatDay, formatMinute, formatTime } from '#protocol'

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

  it('reads hours of a day by the minute, and its end by name', () => {
    const read = (minute: number): string[] =>
      (['en', 'fr'] as const).map((each) => formatMinute(minute, each).replaceAll('\u00a0', ' '))
    assert.deepEqual(read(510), ['8:30 a.m.', '8 h 30'])
    assert.deepEqual(read(0), ['12:00 a.m.', '0 h'])
    assert.deepEqual(read(1440), ['midnight', 'minuit'])
  })

  it('names a day of the office, the first of a month as French does', () => {
    const first = Date.parse('2027-01-01T20:00:00Z')
    const zone = 'America/Vancouver'
    assert.equal(formatDay(first, zone, 'en'), 'Friday, January 1')
    assert.equal(formatDay(first, zone, 'fr'), 'vendredi 1er janvier')
    assert.equal(formatDay(first, zone, 'fr', { withYear: true }), 'vendredi 1er janvier 2027')
    assert.equal(formatDay(first + 11 * 24 * 3_600_000, zone, 'fr'), 'mardi 12 janvier')
  })

  it('is never broken over two lines', () => {
    for (const language of ['en', 'fr'] as const)
      assert.doesNotMatch(formatTime(0, 'America/Vancouver', language), / /)
  })
})
