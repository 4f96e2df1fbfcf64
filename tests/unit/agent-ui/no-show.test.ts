// C4, C7: how often somebody was called, and when the call is over.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { RulesRow } from '#protocol'
import {
  callCount,
  moveSaying,
  noShowAt,
  spokenOf,
} from '../../../agent-ui/src/composables/no-show.ts'
import { NO_RULES } from '../../../agent-ui/src/composables/no-rules.ts'
import { aVisit, AT } from './desk-builders.ts'

const rules: RulesRow = { ...NO_RULES, afterRecalls: 2, afterSeconds: 90, unhurried: 'doubled' }
const called = aVisit({ state: 'called', timesCalled: 1 })
const at = Date.parse(AT)

describe('C4: a call', () => {
  it('is counted, of as many as the office allows', () => {
    assert.deepEqual(callCount({ ...called, timesCalled: 2 }, rules), { made: 2, allowed: 3 })
    assert.deepEqual(callCount(called, NO_RULES), { made: 1, allowed: null })
  })

  it('C4: says on its button when one more recall would be the no-show', () => {
    const sayingAt = (timesCalled: number, allowed = rules) =>
      moveSaying('recall', { ...called, timesCalled }, allowed)

    assert.equal(sayingAt(2), 'moves.recall')
    assert.equal(sayingAt(3), 'moves.recallLast')
    assert.equal(sayingAt(9, NO_RULES), 'moves.recall')
    assert.equal(moveSaying('hold', { ...called, timesCalled: 3 }, rules), 'moves.hold')
    assert.equal(moveSaying('recall', null, rules), 'moves.recall')
  })

  it('C4: is spoken anew each time, and says which call it is', () => {
    const voice = {
      say: (saying: string, named = {}) => [saying, ...Object.values(named)].join(' '),
      count: (saying: string, many: number) => `${saying} ${many}`,
    }
    const spoken = [1, 2, 3].map((timesCalled) =>
      spokenOf({ ...called, timesCalled }, rules, voice),
    )

    assert.equal(spoken[0], 'status.now A001 states.called')
    assert.equal(spoken[1], 'status.now A001 states.called. visit.callOf 2 3')
    assert.equal(new Set(spoken).size, 3)
    const unlimited = { ...called, timesCalled: 2 }
    assert.match(spokenOf(unlimited, NO_RULES, voice), /visit.timesCalled 2$/)
    assert.equal(
      spokenOf({ ...called, state: 'serving', timesCalled: 3 }, rules, voice),
      'status.now A001 states.serving',
    )
    assert.equal(spokenOf(null, rules, voice), 'status.idle')
  })

  it('C7: is over by itself after the office’s seconds', () => {
    assert.equal(noShowAt(called, rules), at + 90_000)
    assert.equal(noShowAt(called, NO_RULES), null)
    assert.equal(noShowAt({ ...called, state: 'serving' }, rules), null)
  })

  it('C7: begins its seconds again with a recall', () => {
    const announcedAt = new Date(at + 60_000).toISOString()

    assert.equal(noShowAt({ ...called, timesCalled: 2, announcedAt }, rules), at + 150_000)
  })

  it('C7: lasts twice as long, or as long as needed, for who asked for time', () => {
    const slow = { ...called, needs: ['more-time' as const] }

    assert.equal(noShowAt(slow, rules), at + 180_000)
    assert.deepEqual(callCount(slow, rules), { made: 1, allowed: 5 })
    assert.equal(noShowAt(slow, { ...rules, unhurried: 'never' }), null)
    assert.equal(noShowAt({ ...called, needs: ['seat'] }, rules), at + 90_000)
  })
})
