// Which call fills the eye, and which stay beside it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { VisitState } from '#protocol'
import {
  momentsIn,
  shownCalls,
  type CallRow,
} from '../../../display/src/composables/board-calls.ts'

const aCall = (call: number, state: VisitState): CallRow => ({
  id: `visit-${call}`,
  state,
  ticket: `A00${call}`,
  counter: '2',
  call,
})

describe('the calls on the board', () => {
  it('fills the eye with the newest that is still called', () => {
    const rows = [aCall(1, 'called'), aCall(4, 'serving'), aCall(3, 'called'), aCall(2, 'served')]

    const { current, last } = shownCalls(rows, null, 6)

    assert.equal(current?.ticket, 'A003')
    assert.deepEqual(
      last.map(({ ticket, isStillCalled }) => [ticket, isStillCalled]),
      [
        ['A004', false],
        ['A002', false],
        ['A001', true],
      ],
    )
  })

  it('keeps the call being played there to its end, even when the visit has begun', () => {
    const rows = [aCall(5, 'called'), aCall(4, 'serving')]
    const playing = { id: 4, visit: 'visit-4', ticket: 'A004', counter: '2' }

    const { current, last } = shownCalls(rows, playing, 6)

    assert.equal(current?.ticket, 'A004')
    assert.deepEqual(
      last.map(({ ticket }) => ticket),
      ['A005'],
    )
  })

  it('sends nobody to a counter who was put back or has left', () => {
    const rows = (['waiting', 'held', 'left', 'closed', 'expected'] as const).map((state, index) =>
      aCall(index, state),
    )

    assert.deepEqual(shownCalls(rows, null, 6), { current: null, last: [] })
  })

  it('keeps as many as there is room for', () => {
    const rows = Array.from({ length: 20 }, (_, index) => aCall(index, 'served'))

    assert.equal(shownCalls(rows, null, 6).last.length, 6)
  })

  it('finds in a view the calls to announce, oldest first, without those already answered', () => {
    const rows = [aCall(9, 'called'), aCall(8, 'serving'), aCall(7, 'called')]

    assert.deepEqual(
      momentsIn(rows).map(({ id }) => id),
      [7, 9],
    )
  })
})
