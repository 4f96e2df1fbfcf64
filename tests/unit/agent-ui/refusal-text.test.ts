// A refusal tells who, where and what state, when the desk can know.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Problem } from '#protocol'
import { readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import { refusalText as textOf } from '../../../agent-ui/src/composables/refusal-text.ts'
import { aCounter, aView, aVisit, myCounter } from './desk-builders.ts'

const theirs = aVisit({ id: 'v2', ticket: 'B007', state: 'serving', agent: 'a', counter: '2' })
const there = aCounter('2', { agent: 'a', agentName: 'Chen Wei', visit: 'v2' })
const desk = readDesk(aView(1, [aVisit(), theirs, there, myCounter()]))
const refused = (code: Problem['code'], details: Problem['details'] = {}): Problem => ({
  ...{ type: code, title: '', status: 409, code, detail: '', requestId: '1', details },
})
const refusalText = (problem: Problem) => textOf(problem, desk, 'me')

describe('a refusal', () => {
  it('C2: says which colleague has the person, and where', () => {
    const known = { saying: 'refused.withColleague', agent: 'Chen Wei', counter: '2' }

    assert.deepEqual(refusalText(refused('visit-with-other-agent', { visit: 'v2' })), known)
    const told = { visit: 'gone', agent: 'a', counter: '2' }
    assert.deepEqual(refusalText(refused('visit-with-other-agent', told)), known)
  })

  it('B16: names the colleague who pressed the same row first, and nobody to themselves', () => {
    const told = { visit: 'v2', state: 'called', agent: 'a', counter: '2' }
    assert.deepEqual(refusalText(refused('move-not-allowed', told)), {
      saying: 'refused.withColleague',
      agent: 'Chen Wei',
      counter: '2',
    })
    assert.equal(textOf(refused('move-not-allowed', told), desk, 'a')?.saying, 'refused.nowIn')
  })

  it('says who took the counter, which visit is open, and what state a visit is in', () => {
    assert.deepEqual(refusalText(refused('counter-taken', { counter: '2' })), {
      saying: 'refused.takenBy',
      agent: 'Chen Wei',
      counter: '2',
    })
    assert.deepEqual(refusalText(refused('agent-busy', { visit: 'v2' })), {
      saying: 'refused.busyWith',
      ticket: 'B007',
    })
  })

  it('names the state that the server knows, not the one shown here', () => {
    const told = (state: string) => refusalText(refused('move-not-allowed', { visit: 'v2', state }))
    const ticket = 'B007'
    assert.deepEqual(told('waiting'), { saying: 'refused.nowIn', ticket, state: 'waiting' })
    assert.deepEqual(told('left'), { saying: 'refused.ended', ticket, state: 'left' })
    assert.equal(told('elsewhere'), null)
    assert.equal(refusalText(refused('move-not-allowed', { visit: 'v2' })), null)
  })

  it('is told in general words when nobody can be named', () => {
    assert.equal(refusalText(refused('visit-with-other-agent', { visit: 'visit-1' })), null)
    assert.equal(refusalText(refused('counter-taken', { counter: '9' })), null)
    assert.equal(refusalText(refused('outcome-needed')), null)
  })
})
