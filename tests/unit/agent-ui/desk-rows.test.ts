// The desk view taken apart: order, who is on hold, whom this agent takes.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { SAMPLE_DESK } from '#protocol/samples'
import {
  counterOf,
  isTakenAt,
  longestWait,
  openVisitOf,
  readDesk,
} from '../../../agent-ui/src/composables/desk-rows.ts'
import { aCounter, aView, aVisit, myCounter } from './desk-builders.ts'

const ids = (visits: readonly { id: string }[]): string[] => visits.map((visit) => visit.id)

describe('the desk’s lists', () => {
  it('put everybody waiting in the order of their sort keys, compared as plain text', () => {
    const rows = [
      aVisit({ id: 'late', sortKey: 'b' }),
      aVisit({ id: 'capital', sortKey: 'B' }),
      aVisit({ id: 'early', sortKey: 'a' }),
      aVisit({ id: 'held', sortKey: '0', state: 'held' }),
    ]

    assert.deepEqual(ids(readDesk(aView(1, rows)).waiting), ['capital', 'early', 'late'])
  })

  it('show the counters in the office’s own order', () => {
    const rows = [...SAMPLE_DESK.rows].reverse()
    const codes = readDesk({ ...SAMPLE_DESK, rows }).counters.map((counter) => counter.code)

    assert.deepEqual(codes, ['1', '2', '3', '4', '5', '6'])
  })

  it('keep each row the same object, so that an unchanged row is not drawn again', () => {
    const visit = aVisit()

    assert.equal(readDesk(aView(1, [visit])).waiting[0], visit)
  })
})

describe('C23: a desk that is restored', () => {
  it('finds the agent’s counter and open visit', () => {
    const open = aVisit({ state: 'serving', agent: 'me', counter: '1' })
    const desk = readDesk(aView(1, [aCounter('2'), myCounter({ visit: open.id }), open]))

    assert.equal(counterOf(desk, 'me')?.code, '1')
    assert.equal(openVisitOf(desk, 'me'), open)
    assert.equal(openVisitOf(desk, 'other'), null)
  })

  it('does not take a visit on hold, or one sent to the agent, for an open one', () => {
    const rows = [
      aVisit({ id: 'held', state: 'held', agent: 'me' }),
      aVisit({ id: 'sent', agent: 'me' }),
    ]

    assert.equal(openVisitOf(readDesk(aView(1, rows)), 'me'), null)
  })
})

describe('whom an agent takes', () => {
  it('follows the services chosen and where a transfer was aimed', () => {
    const counter = myCounter({ services: ['notary'] })

    assert.equal(isTakenAt(counter, aVisit()), true)
    assert.equal(isTakenAt(counter, aVisit({ service: 'road-test' })), false)
    assert.equal(isTakenAt(counter, aVisit({ agent: 'me' })), true)
    assert.equal(isTakenAt(counter, aVisit({ agent: 'other' })), false)
    assert.equal(isTakenAt(counter, aVisit({ counter: '2' })), false)
    assert.equal(isTakenAt(aCounter('6'), aVisit()), false)
  })

  it('includes what a colleague has put on hold', () => {
    assert.equal(isTakenAt(myCounter(), aVisit({ state: 'held', agent: 'other' })), true)
  })

  it('names whoever has waited longest, not whoever is called first or arrived first', () => {
    const rows = [
      aVisit({ id: 'priority', sortKey: '0' }),
      aVisit({ id: 'longest', sortKey: '1', since: '2026-11-23T17:00:00Z' }),
      aVisit({ id: 'served before', sortKey: '2', arrivedAt: '2026-11-23T16:00:00Z' }),
    ]

    assert.equal(longestWait(rows)?.id, 'longest')
    assert.equal(longestWait([]), null)
  })
})
