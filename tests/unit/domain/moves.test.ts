import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Command } from '../../../server/domain/commands.ts'
import { callToDeskOf, serviceTimeOf, waitOf } from '../../../server/domain/metrics.ts'
import { MOVE_NAMES, mayMove } from '../../../server/domain/moves.ts'
import { VISIT_STATES, type VisitState } from '../../../server/domain/states.ts'
import { ticketText } from '../../../server/domain/ticket-number.ts'
import { MINUTE, OPENING, refused, someSettings, TestOffice } from './domain-builders.ts'

/** An office where one visit is in `state`, with ann at counter 1. */
function officeWith(state: VisitState): { office: TestOffice; visit: string } {
  const office = new TestOffice()
  office.ask('ann', 0, { do: 'take-counter', counter: '1' })
  const visit = office.arrive(0)
  const path: Partial<Record<VisitState, Command[]>> = {
    called: [{ do: 'call', visit }],
    serving: [{ do: 'begin', visit }],
    held: [
      { do: 'begin', visit },
      { do: 'hold', visit },
    ],
    served: [
      { do: 'begin', visit },
      { do: 'finish', visit },
    ],
    left: [{ do: 'leave', visit, by: 'staff' }],
    'no-show': [
      { do: 'call', visit },
      { do: 'no-show', visit },
    ],
    closed: [{ do: 'close-day', day: '2026-06-03' }],
  }
  for (const command of path[state] ?? []) office.ask('ann', 1, command)
  assert.equal(office.visit(visit).state, state)
  return { office, visit }
}

const COMMANDS: Partial<Record<string, (visit: string) => Command>> = {
  call: (visit) => ({ do: 'call', visit }),
  recall: (visit) => ({ do: 'recall', visit }),
  begin: (visit) => ({ do: 'begin', visit }),
  hold: (visit) => ({ do: 'hold', visit }),
  return: (visit) => ({ do: 'return', visit, place: 'kept' }),
  transfer: (visit) => ({ do: 'transfer', visit, to: { service: 'health' }, place: 'kept' }),
  finish: (visit) => ({ do: 'finish', visit }),
  'no-show': (visit) => ({ do: 'no-show', visit }),
  leave: (visit) => ({ do: 'leave', visit, by: 'staff' }),
  'bring-back': (visit) => ({ do: 'bring-back', visit, place: 'kept' }),
  assign: (visit) => ({ do: 'assign', visit, agent: null }),
  reorder: (visit) => ({ do: 'reorder', visit, to: 'first', reason: 'r' }),
  correct: (visit) => ({ do: 'correct', visit, to: 'left', endedAt: OPENING + 1, reason: 'r' }),
  'add-request': (visit) => ({
    do: 'add-request',
    visit,
    request: { service: 'health', channel: 'in-person', quantity: 1 },
  }),
  'switch-request': (visit) => ({ do: 'switch-request', visit, request: 1 }),
}

describe('the moves', () => {
  for (const move of MOVE_NAMES) {
    const make = COMMANDS[move]
    if (!make) continue
    for (const state of VISIT_STATES.filter((each) => each !== 'expected')) {
      const allowed = mayMove(state, move)
      it(`${allowed ? 'allow' : 'refuse'} ${move} of a visit that is ${state}`, () => {
        const { office, visit } = officeWith(state)
        const before = office.state

        const code = refused(office.ask('ann', 2, make(visit)))

        assert.equal(code, allowed ? null : 'move-not-allowed')
        if (!allowed) assert.equal(office.state, before)
      })
    }
  }

  it('C5 keep wait, call-to-desk and service apart', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('ann', 12, { do: 'call-next', counter: '1' })
    office.ask('ann', 13, { do: 'begin', visit: id })
    office.ask('ann', 20, { do: 'finish', visit: id })

    const visit = office.visit(id)
    assert.equal(waitOf(visit, OPENING), 12 * MINUTE)
    assert.equal(callToDeskOf(visit), 1 * MINUTE)
    assert.equal(serviceTimeOf(visit, OPENING), 7 * MINUTE)
  })

  it('C10 keep number and arrival over a transfer', () => {
    const { office, visit } = officeWith('serving')
    const { number, arrivedAt } = office.visit(visit)

    office.ask('ann', 5, { do: 'transfer', visit, to: { service: 'health' }, place: 'kept' })

    assert.deepEqual(office.visit(visit).number, number)
    assert.equal(office.visit(visit).arrivedAt, arrivedAt)
    assert.equal(office.visit(visit).requests[0]?.service, 'health')
  })

  it('A5 serve several requests of one ticket in turn, each with its own time', () => {
    const office = new TestOffice()
    const id = office.arrive(0, 'licence', {
      requests: [
        { service: 'licence', channel: 'in-person', quantity: 1 },
        { service: 'health', channel: 'in-person', quantity: 2 },
      ],
    })
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'begin', visit: id })
    office.ask('ann', 5, { do: 'finish', visit: id })
    assert.equal(office.visit(id).state, 'serving')
    office.ask('ann', 9, { do: 'finish', visit: id, quantity: 3, outcome: 'done' })

    const visit = office.visit(id)
    assert.equal(visit.state, 'served')
    assert.deepEqual(
      visit.segments.map(({ state, request }) => `${state} ${request}`),
      ['waiting 1', 'called 1', 'serving 1', 'serving 2'],
    )
    assert.equal(visit.requests[1]?.quantity, 3)
    assert.equal(visit.requests[1].outcome, 'done')
  })

  it('A5 wait again, arrival kept, for a request that this agent does not take', () => {
    const office = new TestOffice()
    office.ask('ann', 0, { do: 'take-counter', counter: '1', services: ['licence'] })
    const id = office.arrive(0, 'licence', {
      requests: [
        { service: 'licence', channel: 'in-person', quantity: 1 },
        { service: 'health', channel: 'in-person', quantity: 1 },
      ],
    })
    office.ask('ann', 1, { do: 'call', visit: id })
    office.ask('ann', 2, { do: 'begin', visit: id })
    office.ask('ann', 5, { do: 'finish', visit: id })

    const visit = office.visit(id)
    assert.equal(visit.state, 'waiting')
    assert.equal(visit.standing, visit.arrivedAt)
    assert.equal(visit.current, 2)
  })

  for (const [what, mask] of [
    ['language', { languages: ['fr' as const] }],
    ['kind of counter', { counterKinds: ['quick'] }],
  ] as const)
    it(`A5 wait again when its agent no more takes its ${what}, asked as a call asks`, () => {
      const kinds = ['usual', 'quick'].map((code) => ({ code, name: { en: code, fr: code } }))
      const office = new TestOffice({ ...someSettings(), counterKinds: kinds })
      const id = office.arrive(0, 'licence', {
        requests: [
          { service: 'licence', channel: 'in-person', quantity: 1 },
          { service: 'health', channel: 'in-person', quantity: 1 },
        ],
      })
      office.ask('ann', 1, { do: 'call-next', counter: '1' })
      office.ask('ann', 2, { do: 'begin', visit: id })
      office.ask('ann', 3, { do: 'take-counter', counter: '1', ...mask })
      office.ask('ann', 5, { do: 'finish', visit: id })
      assert.equal(office.visit(id).state, 'waiting')
    })

  it('B11 count the wait from the booked time at the earliest', () => {
    const waits = [20, 5, -10].map((booked) => {
      const office = new TestOffice()
      const details = { bookedAt: OPENING + booked * MINUTE }
      const id = office.arrive(0, 'licence', { details })
      office.ask('ann', 12, { do: 'call-next', counter: '1' })
      return waitOf(office.visit(id), OPENING) / MINUTE
    })
    assert.deepEqual(waits, [0, 7, 12])
  })

  it('B11 count each stretch of waiting so, also one that is still open', () => {
    const office = new TestOffice()
    const id = office.arrive(0, 'licence', { details: { bookedAt: OPENING + 10 * MINUTE } })
    office.ask('ann', 4, { do: 'call', visit: id, counter: '1' })
    office.ask('ann', 6, { do: 'return', visit: id, place: 'kept' })
    office.ask('ann', 13, { do: 'call', visit: id })
    assert.equal(waitOf(office.visit(id), OPENING) / MINUTE, 3)
    const other = office.arrive(14, 'licence', { details: { bookedAt: OPENING + 20 * MINUTE } })
    assert.equal(waitOf(office.visit(other), OPENING + 18 * MINUTE), 0)
    assert.equal(waitOf(office.visit(other), OPENING + 22 * MINUTE), 2 * MINUTE)
  })

  it('C8 count the time away of a no-show brought back as neither wait nor service', () => {
    const { office, visit } = officeWith('no-show')
    office.ask('ann', 11, { do: 'bring-back', visit, place: 'kept' })
    office.ask('ann', 15, { do: 'call', visit })

    // Called at once (minute 1), away until 11, waiting until 15.
    assert.equal(waitOf(office.visit(visit), OPENING), 5 * MINUTE)
  })

  it('B3 give two agents who call at the same instant two visits', () => {
    const office = new TestOffice()
    const first = office.arrive(0)
    const second = office.arrive(0)

    const ann = office.ask('ann', 1, { do: 'call-next', counter: '1' })
    const bob = office.ask('bob', 1, { do: 'call-next', counter: '2' })
    const cho = office.ask('cho', 1, { do: 'call-next', counter: '3' })

    assert.deepEqual(
      [ann, bob, cho].map((each) => each.ok && each.visit),
      [first, second, null],
    )
  })

  it('refuse what is another agent’s, unless a manager does it', () => {
    const { office, visit } = officeWith('serving')
    assert.equal(refused(office.ask('bob', 2, { do: 'finish', visit })), 'visit-with-other-agent')
    assert.equal(
      refused(office.ask('kiosk', 2, { do: 'leave', visit, by: 'citizen' })),
      'visit-with-other-agent',
    )
    assert.equal(refused(office.ask('bob', 2, { do: 'finish', visit }, true)), null)
  })

  it('refuse to let an agent leave the counter, or go on a break, with a visit open', () => {
    const { office } = officeWith('serving')
    for (const command of [
      { do: 'sign-off' },
      { do: 'change-availability', availability: 'break' },
      { do: 'take-counter', counter: '2' },
      { do: 'call-next', counter: '1' },
    ] as const)
      assert.equal(refused(office.ask('ann', 2, command)), 'agent-busy')
  })

  it('close by night what was left over, and never count it as served', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('night', 18 * 60, { do: 'close-day', day: '2026-06-03' })
    assert.equal(office.visit(id).state, 'closed')
  })
})

describe('ticket numbers', () => {
  it('B1 are a prefix and a counter of the office’s own day', () => {
    const office = new TestOffice()
    const numbers = [
      office.arrive(0, 'licence'),
      office.arrive(1, 'health'),
      office.arrive(2, 'tax'),
      office.arrive(24 * 60, 'licence'),
    ].map((id) => ticketText(office.visit(id).number))
    assert.deepEqual(numbers, ['A001', 'H001', 'A002', 'A001'])
  })
})
