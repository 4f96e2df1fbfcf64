// The days on which the sample province is closed, beside the published lists of those years.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { holidaysOf } from '../../../server/cli/past/holidays.ts'
import { isOpenDay } from '../../../server/cli/past/seasons.ts'

describe('statutory holidays of British Columbia', () => {
  it('are those of 2026', () => {
    assert.deepEqual(holidaysOf(2026), [
      ...['2026-01-01', '2026-02-16', '2026-04-03', '2026-05-18', '2026-07-01', '2026-08-03'],
      ...['2026-09-07', '2026-09-30', '2026-10-12', '2026-11-11', '2026-12-25'],
    ])
  })

  it('move as Easter and Mondays do', () => {
    assert.deepEqual(
      [2024, 2025, 2027].map((year) => holidaysOf(year).slice(1, 4)),
      [
        ['2024-02-19', '2024-03-29', '2024-05-20'],
        ['2025-02-17', '2025-04-18', '2025-05-19'],
        ['2027-02-15', '2027-03-26', '2027-05-24'],
      ],
    )
  })

  it('close the offices, as weekends do', () => {
    assert.equal(isOpenDay('2026-07-01'), false)
    assert.equal(isOpenDay('2026-07-02'), true)
    assert.equal(isOpenDay('2026-07-04'), false)
  })
})
