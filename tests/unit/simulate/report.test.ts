import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { figuresOf, shareAbove } from '../../../server/cli/simulate/figures.ts'
import { accountTable, sqlTable, type Line } from '../../../server/cli/simulate/report.ts'
import { table } from '../../../server/cli/simulate/table.ts'

const line = (change: Partial<Line> = {}): Line => ({
  service: 'ps',
  ending: 'served',
  waited: 10_000,
  served: 60_000,
  ...change,
})
const total = (change: object = {}) => ({
  ending: 'served',
  service: 'ps',
  visits: 1,
  waited: 10_000,
  served: 60_000,
  ...change,
})

describe('the account of a simulated day', () => {
  it('has figures that are those of the table of minutes', () => {
    assert.deepEqual(figuresOf([5, 1, 4, 2, 3, 10, 9, 8, 7, 6]), {
      count: 10,
      mean: 5.5,
      p50: 5,
      p90: 9,
      max: 10,
      sum: 55,
    })
    assert.deepEqual(figuresOf([]), { count: 0, mean: 0, p50: 0, p90: 0, max: 0, sum: 0 })
    assert.equal(shareAbove([1, 2, 3, 4], 3), 0.25)
  })

  it('equals what SQL says only when every sum does, to the millisecond', () => {
    assert.equal(sqlTable([line()], [total()]).isEqual, true)
    assert.equal(sqlTable([line()], [total({ waited: 10_001 })]).isEqual, false)
    assert.equal(sqlTable([line()], [total({ served: 59_999 })]).isEqual, false)
    assert.equal(sqlTable([line(), line()], [total()]).isEqual, false)
    assert.equal(sqlTable([line()], [total({ ending: 'left' })]).isEqual, false)
    assert.match(sqlTable([line()], [total({ visits: 2 })]).text, /DIFFERENT/)
  })

  it('does not overlook that a service has another’s visits', () => {
    const { isEqual, text } = sqlTable([line()], [total({ service: 'ne' })])

    assert.equal(isEqual, false)
    assert.match(text, /DIFFERENT in ps/)
  })

  it('counts visits that are still there, whatever SQL calls their state', () => {
    const lines = [line(), line({ ending: 'still there', waited: 0, served: 0 })]

    assert.equal(sqlTable(lines, [total(), total({ ending: 'waiting' })]).isEqual, true)
    assert.equal(sqlTable(lines, [total()]).isEqual, false)
  })

  it('stands in one column for each account', () => {
    const text = accountTable({ 'the log': [line(), line({ ending: 'left' })], ours: [line()] })

    assert.match(text, /^\s+the log\s+ours/)
    assert.match(text, /left while waiting\s+1\s+0/)
  })

  it('has columns as wide as their widest cell', () => {
    assert.equal(
      table(
        ['a', 'b'],
        [
          ['long', '1'],
          ['x', '200'],
        ],
      ),
      'a       b\n─────────\nlong    1\nx     200',
    )
  })
})
