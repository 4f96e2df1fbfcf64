// An answer is shown until the live view is as new; the view is the truth.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { AgentAnswer } from '#protocol'
import { openVisitOf, readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import {
  fromAgentAnswer,
  fromVisitAnswer,
  newest,
  stillAhead,
} from '../../../agent-ui/src/composables/newest.ts'
import { aCounter, aView, aVisit, anAnswer, AT, myCounter } from './desk-builders.ts'

const waiting = aVisit()
const called = aVisit({ state: 'called', agent: 'me', counter: '1' })

describe('an answer ahead of the view', () => {
  it('is shown at once', () => {
    const view = newest(aView(7, [waiting]), [fromVisitAnswer(anAnswer(8, called))])

    assert.equal(openVisitOf(readDesk(view), 'me')?.state, 'called')
  })

  it('gives way to a view that is as new, whatever it says', () => {
    const view = aView(8, [waiting])

    assert.equal(newest(view, [fromVisitAnswer(anAnswer(8, called))]), view)
    assert.deepEqual(stillAhead(view, [fromVisitAnswer(anAnswer(8, called))]), [])
  })

  it('gives way to a later answer, in whatever order they came', () => {
    const serving = fromVisitAnswer(anAnswer(9, { ...called, state: 'serving' }))
    const view = newest(aView(7, [waiting]), [serving, fromVisitAnswer(anAnswer(8, called))])

    assert.equal(readDesk(view).visits.get(waiting.id)?.state, 'serving')
  })

  it('takes a finished visit away from the counter', () => {
    const served = aVisit({ state: 'served' })
    const view = newest(aView(7, [called]), [fromVisitAnswer(anAnswer(8, served))])

    assert.equal(openVisitOf(readDesk(view), 'me'), null)
  })

  it('may be about a visit that the view has not shown yet', () => {
    const view = newest(aView(7, []), [fromVisitAnswer(anAnswer(8, called))])

    assert.equal(openVisitOf(readDesk(view), 'me')?.id, called.id)
  })

  it('C12 is not shown when the visit has gone to another office, whatever its version', () => {
    const view = aView(7, [])
    const sent = fromVisitAnswer({ ...anAnswer(900, waiting), office: 'cranbrook' })

    assert.equal(newest(view, [sent]), view)
  })
})

describe('an answer about an agent', () => {
  const answer = (rest: Partial<AgentAnswer>): AgentAnswer => ({
    office: 'victoria',
    version: 8,
    agent: 'me',
    counter: '1',
    availability: 'available',
    services: null,
    counterKinds: null,
    languages: null,
    ...rest,
  })

  it('fills the new counter and empties the old one', () => {
    const rows = [aCounter('1'), { ...myCounter(), id: 'counter:2', code: '2' }]
    const { put } = fromAgentAnswer(answer({}), rows, 'Amrit Gill', AT)

    assert.deepEqual(put, [myCounter({ since: AT }), aCounter('2')])
  })

  it('empties the counter that was left, and no other', () => {
    const rows = [myCounter(), aCounter('2', { agent: 'other', agentName: 'Chen Wei' })]
    const left = answer({ counter: null, availability: null })

    assert.deepEqual(fromAgentAnswer(left, rows, 'Amrit Gill', AT).put, [aCounter('1')])
  })

  it('keeps since when, and the visit, if only the services changed', () => {
    const before = myCounter({ visit: 'visit-1', since: '2026-11-23T17:00:00Z' })
    const { put } = fromAgentAnswer(answer({ services: ['notary'] }), [before], 'Amrit Gill', AT)

    assert.deepEqual(put, [{ ...before, services: ['notary'] }])
  })
})
