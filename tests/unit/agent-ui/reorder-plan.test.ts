// B16: moving somebody in line by hand.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { placeAfter, reorderBody } from '../../../agent-ui/src/composables/reorder-plan.ts'
import { aVisit } from './desk-builders.ts'

const others = ['a', 'b', 'c'].map((id) => aVisit({ id }))

describe('B16: a place in line looked for by hand', () => {
  it('goes up and down by one, and to both ends, never beyond them', () => {
    assert.equal(placeAfter(1, 'up', 3), 0)
    assert.equal(placeAfter(0, 'up', 3), 0)
    assert.equal(placeAfter(2, 'down', 3), 3)
    assert.equal(placeAfter(3, 'down', 3), 3)
    assert.equal(placeAfter(2, 'first', 3), 0)
    assert.equal(placeAfter(0, 'last', 3), 3)
  })

  it('is asked for by who stands behind, so that the line may move meanwhile', () => {
    assert.deepEqual(reorderBody(others, 0), { place: 'first' })
    assert.deepEqual(reorderBody(others, 1), { before: 'b' })
    assert.deepEqual(reorderBody(others, 3), { place: 'last' })
    assert.deepEqual(reorderBody([], 0), { place: 'first' })
  })
})
