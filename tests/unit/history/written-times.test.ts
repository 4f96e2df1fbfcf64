// Times as other systems write them, and the instants they mean where clocks change.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { dayReader, instantsOf, timeReader } from '../../../server/cli/history/written-times.ts'
import { rounds } from '../../support/long.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const iso = (instants: readonly number[]) => instants.map((each) => new Date(each).toISOString())

describe('a time as another system writes it', () => {
  const READ: [format: string, text: string, written: unknown][] = [
    ['iso', '2026-06-02 09:30', { day: '2026-06-02', at: 9.5 * HOUR }],
    ['iso', '2026-06-02T09:30:15.250', { day: '2026-06-02', at: 9.5 * HOUR + 15_250 }],
    ['iso', '2026-06-02T09:30:00Z', { instant: Date.parse('2026-06-02T09:30:00Z') }],
    ['iso', '2026-06-02T09:30:00-07:00', { instant: Date.parse('2026-06-02T16:30:00Z') }],
    ['HH:mm:ss', '00:00:00', { day: null, at: 0 }],
    ['DD/MM/YYYY H:mm', '02/06/2026 9:30', { day: '2026-06-02', at: 9.5 * HOUR }],
    ['M/D/YYYY h:mm A', '6/2/2026 12:05 AM', { day: '2026-06-02', at: 5 * MINUTE }],
    ['M/D/YYYY h:mm A', '6/2/2026 12:05 p.m.', { day: '2026-06-02', at: 12 * HOUR + 5 * MINUTE }],
    ['unix', '1000.5', { instant: 1_000_500 }],
    ['unix-ms', '1000', { instant: 1_000 }],
  ]
  for (const [format, text, written] of READ)
    it(`is read: ${text} as ${format}`, () => {
      assert.deepEqual(timeReader(format)(text), written)
    })

  const NOT: [format: string, text: string][] = [
    ['iso', '02/06/2026 09:30'],
    ['iso', '2026-02-30 09:30'],
    ['iso', '2026-06-02 24:00'],
    ['HH:mm:ss', '9:30:00'],
    ['HH:mm:ss', '09:60:00'],
    ['DD/MM/YYYY HH:mm', '06/13/2026 09:30'],
    ['h:mm A', '13:00 PM'],
    ['unix', '=1+1'],
  ]
  for (const [format, text] of NOT)
    it(`is not guessed at: ${text} as ${format}`, () => {
      assert.equal(timeReader(format)(text), null)
    })

  it('is a day of its own in another column', () => {
    assert.equal(dayReader('DD.MM.YYYY')('03.02.1999'), '1999-02-03')
    assert.equal(dayReader('DD.MM.YYYY')('03.13.1999'), null)
  })
})

describe('what a clock shows in a zone', () => {
  it('was never shown when the clocks went forward over it', () => {
    assert.deepEqual(instantsOf('2026-03-08', 2.5 * HOUR, 'America/Toronto'), [])
  })

  it('was shown twice when they went back over it', () => {
    assert.deepEqual(iso(instantsOf('2026-11-01', 1.5 * HOUR, 'America/Toronto')), [
      '2026-11-01T05:30:00.000Z',
      '2026-11-01T06:30:00.000Z',
    ])
  })

  it('is one instant on every other day, half hours of St. John’s included', () => {
    assert.deepEqual(iso(instantsOf('2026-07-01', 9 * HOUR + 15_000, 'America/St_Johns')), [
      '2026-07-01T11:30:15.000Z',
    ])
  })

  it('is the clock’s that Intl shows, on any day in any zone @long', () => {
    const zone = fc.constantFrom('America/Toronto', 'America/St_Johns', 'Asia/Jerusalem', 'UTC')
    const minute = fc.integer({ min: 0, max: 1439 })
    const date = fc.integer({ min: 0, max: 730 })
    fc.assert(
      fc.property(zone, date, minute, (timeZone, days, at) => {
        const day = new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)
        const format = new Intl.DateTimeFormat('en-CA', {
          ...{ timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
          ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
        })
        const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        for (const instant of instantsOf(day, at * MINUTE, timeZone)) {
          assert.equal(format.format(instant), `${day}, ${clock}`)
        }
      }),
      { numRuns: rounds(200, 10_000) },
    )
  })
})
