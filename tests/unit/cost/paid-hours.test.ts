// Paid hours from a file: in both languages, and each line that is wrong by its number.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { readShifts } from '../../../server/domain/cost/paid-hours.ts'

const HOUR = 3_600_000
const lines = (...rows: string[]) =>
  rows.map((row, index) => ({ line: index + 1, cells: row.split(';') }))

describe('F27 paid hours from a file', () => {
  it('are read from shifts less what is unpaid', () => {
    const { shifts, faults } = readShifts(
      lines('day;who;from;to;unpaid minutes', '2026-06-02;Ann;8:30;16:30;30'),
    )

    assert.deepEqual(faults, [])
    assert.deepEqual(shifts, [
      { day: '2026-06-02', who: 'Ann', from: 510, to: 990, paidMs: 7.5 * HOUR },
    ])
  })

  it('are read from French headings, times and decimals, or as hours alone', () => {
    const times = readShifts(lines('Jour;Qui;De;À', '2026-06-02;Ann;8 h 30;16 h'))
    const hours = readShifts(lines('jour;qui;heures payées', '2026-06-02;Ann;7,25'))

    assert.equal(times.shifts[0]?.paidMs, 7.5 * HOUR)
    assert.deepEqual(hours.faults, [])
    assert.equal(hours.shifts[0]?.paidMs, 7.25 * HOUR)
  })

  const WRONG: [what: string, row: string, fault: string, column: string | null][] = [
    ['a day that is none', '2026-02-30;Ann;8:30;16:30;0', 'day-wrong', 'day'],
    ['swapped columns', 'Ann;2026-06-02;8:30;16:30;0', 'day-wrong', 'day'],
    ['nobody', '2026-06-02; ;8:30;16:30;0', 'who-missing', 'who'],
    ['a time that is none', '2026-06-02;Ann;8:75;16:30;0', 'time-wrong', 'from'],
    ['a time after midnight', '2026-06-02;Ann;8:30;24:30;0', 'time-wrong', 'to'],
    ['minutes in words', '2026-06-02;Ann;8:30;16:30;half', 'minutes-wrong', 'unpaid minutes'],
    ['an end before its start', '2026-06-02;Ann;16:30;8:30;0', 'ends-before', 'to'],
    ['a line cut short', '2026-06-02;Ann;8:30', 'cells-missing', null],
  ]
  for (const [what, row, fault, column] of WRONG)
    it(`say of ${what} in which line and column it is`, () => {
      const head = 'day;who;from;to;unpaid minutes'
      const { faults } = readShifts(lines(head, '2026-06-01;Ann;9:00;12:00;0', row))

      assert.deepEqual(
        faults.map((each) => [each.line, each.fault, each.column]),
        [[3, fault, column]],
      )
    })

  it('say that somebody is paid twice for one time, and by which line', () => {
    const { faults } = readShifts(
      lines(
        'day;who;from;to',
        '2026-06-02;Ann;9:00;12:00',
        '2026-06-02;Ann;12:00;15:00',
        '2026-06-02;Ann;14:59;16:00',
      ),
    )

    assert.deepEqual(
      faults.map(({ line, fault, value }) => [line, fault, value]),
      [[4, 'overlaps', '3']],
    )
  })

  it('say that columns are missing, and that hours are no number of hours', () => {
    assert.equal(readShifts(lines('day;who', '2026-06-02;Ann')).faults[0]?.fault, 'columns-missing')
    assert.equal(readShifts([]).faults[0]?.fault, 'columns-missing')
    const { faults } = readShifts(
      lines('day;who;paid hours', '2026-06-02;Ann;25', '2026-06-02;Bo;-1', '2026-06-02;Cy;0'),
    )
    assert.deepEqual(
      faults.map(({ fault }) => fault),
      ['hours-wrong', 'hours-wrong', 'nothing-paid'],
    )
  })
})
