// Whose turn it is to have its days made anew.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { MarkedDays } from '../../../server/features/reports/rollups/marked-days.ts'

const SECOND = 1_000

describe('days that are to be made anew', () => {
  it('F12 wait until their office is quiet, each day once', () => {
    const marked = new MarkedDays()
    marked.mark('victoria', ['2026-06-02'], 0)
    marked.mark('victoria', ['2026-06-02', '2026-05-29'], 500)
    marked.mark('cranbrook', ['2026-06-02'], 0)

    assert.deepEqual(marked.due(SECOND), ['cranbrook'])
    assert.deepEqual(marked.due(1_500), ['victoria', 'cranbrook'])
    assert.deepEqual([...marked.take('victoria')], ['2026-06-02', '2026-05-29'])
    assert.deepEqual(marked.all(), ['cranbrook'])
  })

  it('F12 have their turn after a minute in an office that is never quiet', () => {
    const marked = new MarkedDays()
    for (let at = 0; at < 60 * SECOND; at += 100) {
      marked.mark('victoria', ['2026-06-02'], at)
      assert.deepEqual(marked.due(at + 50), [])
    }
    assert.deepEqual(marked.due(60 * SECOND), ['victoria'])
    marked.take('victoria')
    assert.equal(marked.size, 0)
  })

  it('F12 are none for a change that touches no day', () => {
    const marked = new MarkedDays()
    marked.mark('victoria', [], 0)
    assert.equal(marked.has('victoria'), false)
  })
})
