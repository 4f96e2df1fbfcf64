// Which call fills the eye, and which stay beside it.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { VISIT_STATES, type BoardVisit, type VisitState } from '#protocol'
import { momentOf, momentsIn, shownCalls } from '../../../display/src/composables/board-calls.ts'
import type { Moment } from '../../../display/src/composables/call-queue.ts'
import { rounds } from '../../support/long.ts'

const NOW = Date.parse('2026-06-02T17:00:00Z')
const MINUTE = 60_000

const aCall = (call: number, state: VisitState, minutesAgo = 1): BoardVisit => ({
  ...{ id: `visit-${call}`, state, kind: 'visit', counter: '2', service: 'notary' },
  ...{ language: 'en', call, times: 1 },
  ticket: `A00${call}`,
  calledAt: new Date(NOW - minutesAgo * MINUTE).toISOString(),
})
const moment = (call: number): Moment => ({
  ...{ call, times: 1, place: call, visit: `visit-${call}`, ticket: `A00${call}`, counter: '2' },
  ...{ service: 'notary', language: 'en', isQuiet: false, name: null },
})
const TIME = { last: 6, stays: { until: 'time', minutes: 10 } } as const
const BEGUN = { last: 6, stays: { until: 'begun', minutes: 10 } } as const
const tickets = (calls: { ticket: string; isStillCalled: boolean }[]) =>
  calls.map(({ ticket, isStillCalled }) => [ticket, isStillCalled])

describe('the calls on the board', () => {
  it('D1 D3 fills the eye with the newest that is still called', () => {
    const rows = [aCall(1, 'called'), aCall(4, 'serving'), aCall(3, 'called'), aCall(2, 'served')]

    const { current, last } = shownCalls(rows, [], TIME, NOW)

    assert.equal(current?.ticket, 'A003')
    assert.deepEqual(tickets(last), [
      ['A004', false],
      ['A002', false],
      ['A001', true],
    ])
  })

  it('D1 keeps the call being played there to its end, whatever has become of the visit', () => {
    for (const rows of [[aCall(4, 'serving')], [aCall(4, 'waiting')], []]) {
      const { current, last } = shownCalls([aCall(5, 'called'), ...rows], [moment(4)], TIME, NOW)

      assert.equal(current?.ticket, 'A004')
      assert.deepEqual(tickets(last), [['A005', true]])
    }
  })

  it('D2 shows a call that waits for its turn as called, even when service has begun', () => {
    const { last } = shownCalls([aCall(5, 'serving')], [moment(4), moment(5)], TIME, NOW)

    assert.deepEqual(tickets(last), [['A005', true]])
  })

  it('D1 lets a call go as soon as it is played and over', () => {
    assert.deepEqual(shownCalls([aCall(4, 'waiting')], [], TIME, NOW), { current: null, last: [] })
  })

  it('D3 D11 keeps a call until service begins, or for as long as the office wants', () => {
    const rows = [
      aCall(4, 'called', 9),
      aCall(3, 'serving', 2),
      aCall(2, 'served', 9),
      aCall(1, 'served', 10),
    ]

    assert.deepEqual(tickets(shownCalls(rows, [], TIME, NOW).last), [
      ['A003', false],
      ['A002', false],
    ])
    assert.equal(shownCalls(rows, [], BEGUN, NOW).current?.ticket, 'A004')
    assert.deepEqual(shownCalls(rows, [], BEGUN, NOW).last, [])
    for (const rule of [TIME, BEGUN]) {
      assert.deepEqual(shownCalls(rows, [], rule, NOW + 20 * MINUTE), { current: null, last: [] })
      assert.ok(shownCalls(rows, [moment(4)], rule, NOW + 20 * MINUTE).current)
    }
  })

  it('D3 keeps as many as there is room for', () => {
    const rows = Array.from({ length: 20 }, (_, index) => aCall(index, 'served'))

    assert.equal(shownCalls(rows, [], TIME, NOW).last.length, 6)
  })

  it('D1 sends nobody to a counter who was put back or has left, whatever the rows @long', () => {
    const row = fc
      .record({ call: fc.integer({ min: 1, max: 40 }), state: fc.constantFrom(...VISIT_STATES) })
      .map(({ call, state }) => aCall(call, state, call))
    const some = fc.uniqueArray(row, { selector: ({ call }) => call, maxLength: 20 })
    const turns = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 5 })
    fc.assert(
      fc.property(some, turns, (rows, pending) => {
        const { current, last } = shownCalls(rows, pending.map(moment), TIME, NOW)
        const shown = [...(current ? [current] : []), ...last]

        assert.equal(new Set(shown.map(({ id }) => id)).size, shown.length)
        for (const { id, isStillCalled } of shown) {
          const isPending = pending.some((call) => `visit-${call}` === id)
          const state = rows.find((each) => each.id === id)?.state
          assert.equal(isStillCalled, isPending || state === 'called')
          assert.ok(isPending || ['called', 'serving', 'served'].includes(state ?? ''))
        }
        if (pending[0] !== undefined) assert.equal(current?.id, `visit-${pending[0]}`)
      }),
      { numRuns: rounds(100, 5_000) },
    )
  })

  it('D10 finds in a view the calls to announce, oldest first, without those already answered', () => {
    const rows = [
      { ...aCall(9, 'called'), quiet: true as const, name: 'Maya T.' },
      aCall(8, 'serving'),
      { ...aCall(7, 'called'), times: 3 },
    ]

    assert.deepEqual(
      momentsIn(rows).map(({ call, times, isQuiet, name }) => [call, times, isQuiet, name]),
      [
        [7, 3, false, null],
        [9, 1, true, 'Maya T.'],
      ],
    )
  })

  it('D11 takes a name from the event only where the board calls by name, and a call that says no more', () => {
    const told = {
      ...{ id: 70, visit: 'v', ticket: 'A001', counter: '2', service: 'notary' },
      ...{ language: 'fr' as const, call: 60, times: 2, name: 'Maya T.' },
    }

    assert.deepEqual(momentOf(told, { calledBy: 'name' }), {
      ...{ visit: 'v', ticket: 'A001', counter: '2', service: 'notary', language: 'fr' },
      ...{ call: 60, times: 2, place: 70, isQuiet: false, name: 'Maya T.' },
    })
    assert.equal(momentOf(told, { calledBy: 'ticket' }).name, null)
    const { call: _, times: __, ...first } = told
    const { call, times } = momentOf(first, { calledBy: 'ticket' })
    assert.deepEqual([call, times], [70, 1])
  })
})
