// What people type or bring in about cost, as it is understood.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { csvText } from '../../../agent-ui/figures/src/composables/csv-text.ts'
import { readRate } from '../../../agent-ui/figures/src/composables/rate-entry.ts'
import {
  entriesOf,
  newEntry,
  shiftOf,
  wrongIn,
} from '../../../agent-ui/figures/src/composables/shift-entry.ts'

const SHIFT = { ...newEntry(0), who: ' Ann ', from: '09:05', to: '17:00', unpaidMinutes: '30' }

describe('what is typed about cost', () => {
  it('F27 takes a rate with a point or a comma, to a hundredth of a cent', () => {
    for (const [text, rate] of [
      ['1.13', 11_300],
      ['1,125', 11_250],
      ['$1.1234', 11_234],
      ['1,13 $', 11_300],
      ['0', 0],
      ['1000', 10_000_000],
    ] as const)
      assert.equal(readRate(text), rate, text)
    for (const text of ['', '-1', '1.12345', '1,000.5', '1001', 'one', '.5', '1e3'])
      assert.equal(readRate(text), null, text)
  })

  it('F27 says what is wrong with a shift, and sends one as it is', () => {
    assert.equal(wrongIn(SHIFT), null)
    assert.equal(wrongIn({ ...SHIFT, who: ' ' }), 'who')
    assert.equal(wrongIn({ ...SHIFT, from: '' }), 'from')
    assert.equal(wrongIn({ ...SHIFT, to: '09:05' }), 'to')
    for (const unpaidMinutes of ['', '-5', '1.5', '481', '475'])
      assert.equal(wrongIn({ ...SHIFT, unpaidMinutes }), 'unpaidMinutes', unpaidMinutes)
    const shift = { day: '2026-06-02', who: 'Ann', from: 545, to: 1020, unpaidMinutes: 30 }
    assert.deepEqual(shiftOf('2026-06-02', SHIFT), shift)
    const paidMs = (1020 - 545 - 30) * 60_000
    assert.deepEqual(entriesOf([{ who: 'Ann', from: 545, to: 1020, paidMs }]), [
      { ...SHIFT, who: 'Ann' },
    ])
    assert.deepEqual(entriesOf([{ who: 'Ann', from: null, to: null, paidMs }]), [])
  })

  it('F27 reads a file as Excel writes it in French, too', () => {
    const text = 'heures payées'
    assert.equal(csvText(new TextEncoder().encode(text)), text)
    assert.equal(csvText(Buffer.from(text, 'latin1')), text)
  })
})
