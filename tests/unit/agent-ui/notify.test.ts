// Whom the desk tells an agent of who is looking at something else.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { CounterRow, DeskVisit } from '#protocol'
import { isTakenAt, openVisitOf, readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import { arrivalBetween, glanceAt } from '../../../agent-ui/src/composables/notify.ts'
import { aView, aVisit, myCounter } from './desk-builders.ts'

function glance(visits: DeskVisit[], counter: CounterRow = myCounter()) {
  const desk = readDesk(aView(1, [counter, ...visits]))
  const mine = desk.waiting.filter((visit) => isTakenAt(counter, visit))
  return glanceAt(desk, { counter, visit: openVisitOf(desk, 'me') }, mine)
}

const ELSEWHERE = false
const ADA = aVisit({ id: 'ada', ticket: 'A012' })
const BEN = aVisit({ id: 'ben', ticket: 'A013', sortKey: '2' })
const ON_BREAK = myCounter({ availability: 'break' })

describe('the notification of an arrival', () => {
  it('tells a free agent, for whom nobody waited, of who has come', () => {
    assert.equal(arrivalBetween(glance([]), glance([ADA]), ELSEWHERE)?.ticket, 'A012')
  })

  it('tells of the one who would be called first, when several come at once', () => {
    assert.equal(arrivalBetween(glance([]), glance([BEN, ADA]), ELSEWHERE)?.ticket, 'A012')
  })

  it('tells of one who was served elsewhere and waits for this agent now', () => {
    const elsewhere = { ...ADA, state: 'serving' as const, agent: 'colleague' }

    assert.equal(arrivalBetween(glance([elsewhere]), glance([ADA]), ELSEWHERE)?.id, 'ada')
  })

  it('says nothing while the page has the focus', () => {
    assert.equal(arrivalBetween(glance([]), glance([ADA]), true), null)
  })

  it('says nothing at the first view: nobody has come', () => {
    assert.equal(arrivalBetween(null, glance([ADA]), ELSEWHERE), null)
  })

  it('says nothing when somebody waited already', () => {
    assert.equal(arrivalBetween(glance([ADA]), glance([ADA, BEN]), ELSEWHERE), null)
  })

  it('says nothing to an agent with somebody at the counter, or who just had', () => {
    const called = { ...BEN, state: 'called' as const, agent: 'me' }

    assert.equal(arrivalBetween(glance([called]), glance([called, ADA]), ELSEWHERE), null)
    assert.equal(arrivalBetween(glance([called]), glance([BEN]), ELSEWHERE), null)
  })

  it('says nothing to an agent on a break, nor at its end', () => {
    assert.equal(arrivalBetween(glance([], ON_BREAK), glance([ADA], ON_BREAK), ELSEWHERE), null)
    assert.equal(arrivalBetween(glance([], ON_BREAK), glance([ADA]), ELSEWHERE), null)
  })

  it('says nothing of people the agent does not take', () => {
    const other = myCounter({ services: ['passport'] })

    assert.equal(arrivalBetween(glance([], other), glance([ADA], other), ELSEWHERE), null)
  })

  it('says nothing of who waited all along, when the agent takes more services', () => {
    const before = glance([ADA], myCounter({ services: ['passport'] }))

    assert.equal(arrivalBetween(before, glance([ADA]), ELSEWHERE), null)
  })
})
