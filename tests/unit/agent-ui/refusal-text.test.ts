// A refusal tells who, where and what state, when the desk can know.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Problem } from '#protocol'
import { readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import { refusalText } from '../../../agent-ui/src/composables/refusal-text.ts'
import { aCounter, aView, aVisit, myCounter } from './desk-builders.ts'

const theirs = aVisit({ id: 'v2', ticket: 'B007', state: 'serving', agent: 'a', counter: '2' })
const there = aCounter('2', { agent: 'a', agentName: 'Chen Wei', visit: 'v2' })
const desk = readDesk(aView(1, [aVisit(), theirs, there, myCounter()]))
const refused = (code: Problem['code'], details: Problem['details'] = {}): Problem => ({
  ...{ type: code, title: '', status: 409, code, detail: '', requestId: '1', details },
})

describe('a refusal', () => {
  it('C2: says which colleague has the person, and where', () => {
    const known = { saying: 'refused.withColleague', agent: 'Chen Wei', counter: '2' }

    assert.deepEqual(refusalText(refused('visit-with-other-agent', { visit: 'v2' }), desk), known)
    const told = { visit: 'gone', agent: 'a', counter: '2' }
    assert.deepEqual(refusalText(refused('visit-with-other-agent', told), desk), known)
  })

  it('says who took the counter, which visit is open, and what state a visit is in', () => {
    assert.deepEqual(refusalText(refused('counter-taken', { counter: '2' }), desk), {
      saying: 'refused.takenBy',
      agent: 'Chen Wei',
      counter: '2',
    })
    assert.deepEqual(refusalText(refused('agent-busy', { visit: 'v2' }), desk), {
      saying: 'refused.busyWith',
      ticket: 'B007',
    })
    assert.deepEqual(refusalText(refused('move-not-allowed', { visit: 'v2' }), desk), {
      saying: 'refused.nowIn',
      ticket: 'B007',
      state: 'serving',
    })
  })

  it('is told in general words when nobody can be named', () => {
    assert.equal(refusalText(refused('visit-with-other-agent', { visit: 'visit-1' }), desk), null)
    assert.equal(refusalText(refused('counter-taken', { counter: '9' }), desk), null)
    assert.equal(refusalText(refused('outcome-needed'), desk), null)
  })
})
