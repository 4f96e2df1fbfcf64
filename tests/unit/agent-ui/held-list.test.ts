// C13, C14: people on hold, the agent's own first, and who should be back by now.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { backAtTime, backIn } from '../../../agent-ui/src/composables/back-at.ts'
import { heldFor, isDue } from '../../../agent-ui/src/composables/held-list.ts'
import { aVisit } from './desk-builders.ts'

const held = (id: string, agent: string, since: string, backAt: string | null) =>
  aVisit({ id, agent, state: 'held', since, backAt })

describe('C13: the list of those on hold', () => {
  it('has the agent’s own first; then who is due back first, then who is on hold longest', () => {
    const visits = [
      held('theirs', 'other', '2026-11-23T18:00:00Z', '2026-11-23T18:10:00Z'),
      held('newer', 'me', '2026-11-23T18:05:00Z', null),
      held('older', 'me', '2026-11-23T18:01:00Z', null),
      held('due later', 'me', '2026-11-23T18:00:00Z', '2026-11-23T19:00:00Z'),
      held('due first', 'me', '2026-11-23T18:00:00Z', '2026-11-23T18:30:00Z'),
    ]

    const order = heldFor(visits, 'me').map((visit) => visit.id)
    assert.deepEqual(order, ['due first', 'due later', 'older', 'newer', 'theirs'])
  })

  it('C14: reminds when the time is past, and never of those without one', () => {
    const visit = held('v', 'me', '2026-11-23T18:00:00Z', '2026-11-23T18:30:00Z')

    assert.equal(isDue(visit, Date.parse('2026-11-23T18:29:59Z')), false)
    assert.equal(isDue(visit, Date.parse('2026-11-23T18:30:00Z')), true)
    assert.equal(isDue(held('v', 'me', '2026-11-23T18:00:00Z', null), Infinity), false)
  })
})

describe('C13: the time of return', () => {
  const now = Date.parse('2026-11-23T18:42:30.500Z')
  const TORONTO = 'America/Toronto'

  it('is so many minutes from now', () => {
    assert.equal(backIn(15, now), '2026-11-23T18:57:30.500Z')
  })

  it('is what the office’s clocks will show, whatever this computer’s show', () => {
    assert.equal(backAtTime('14:30', now, TORONTO), '2026-11-23T19:30:00.000Z')
    assert.equal(backAtTime('14:30', now, 'America/St_Johns'), null)
    assert.equal(backAtTime('15:30', now, 'America/St_Johns'), '2026-11-23T19:00:00.000Z')
  })

  it('is later today: a time that was, or none, is not taken', () => {
    assert.equal(backAtTime('13:42', now, TORONTO), null)
    assert.equal(backAtTime('12:00', now, TORONTO), null)
    assert.equal(backAtTime('', now, TORONTO), null)
    assert.equal(backAtTime('24:10', now, TORONTO), null)
  })
})
