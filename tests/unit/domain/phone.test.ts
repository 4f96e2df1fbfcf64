// What citizens do by phone: more time, leaving, joining from afar; and why somebody goes first.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { waitOf } from '../../../server/domain/metrics.ts'
import { aheadOf } from '../../../server/domain/place-in-line.ts'
import { whyLater } from '../../../server/domain/why-later.ts'
import { MINUTE, OPENING, refused, someSettings, TestOffice } from './domain-builders.ts'

const JOINING = { lateMinutes: 10, mostExpected: 3 }
const settings = { ...someSettings(), joining: JOINING }
const away = { via: 'phone', expected: true } as const

const places = (office: TestOffice, ...ids: string[]): (number | null)[] =>
  ids.map((id) => aheadOf(office.state, orderOf(settings), office.visit(id)))
const why = (office: TestOffice, id: string) =>
  whyLater(office.state, orderOf(settings), office.visit(id))
const callNext = (office: TestOffice, minute: number): string | null => {
  const decision = office.ask('ann', minute, { do: 'call-next', counter: '1' })
  assert.ok(decision.ok)
  return decision.visit
}

describe('more time', () => {
  let office: TestOffice
  beforeEach(() => {
    office = new TestOffice(settings)
  })

  it('A13 lets three go first, twice, and then no more', () => {
    const me = office.arrive(0)
    for (let minute = 1; minute <= 8; minute += 1) office.arrive(minute)
    assert.equal(refused(office.ask('citizen', 9, { do: 'more-time', visit: me })), null)
    assert.deepEqual(places(office, me), [3])
    assert.equal(why(office, me), 'more-time')
    assert.equal(refused(office.ask('citizen', 9, { do: 'more-time', visit: me })), null)
    assert.deepEqual(places(office, me), [6])
    const code = refused(office.ask('citizen', 9, { do: 'more-time', visit: me }))
    assert.equal(code, 'more-time-used')
    assert.deepEqual(places(office, me), [6])
  })

  it('A13 goes behind whoever is there, and says so when nobody is', () => {
    const me = office.arrive(0)
    assert.equal(refused(office.ask('citizen', 1, { do: 'more-time', visit: me })), 'nobody-behind')
    office.arrive(1)
    assert.equal(refused(office.ask('citizen', 2, { do: 'more-time', visit: me })), null)
    assert.deepEqual(places(office, me), [1])
  })

  it('A13 counts only those behind who could be called in the same turn', () => {
    office.ask('ann', 0, { do: 'take-counter', counter: '1', services: ['licence'] })
    const me = office.arrive(0)
    office.arrive(1, 'health')
    assert.equal(refused(office.ask('citizen', 2, { do: 'more-time', visit: me })), 'nobody-behind')
  })

  it('A13 is only for those who wait', () => {
    const me = office.arrive(0)
    office.arrive(1)
    assert.equal(callNext(office, 2), me)
    assert.equal(
      refused(office.ask('citizen', 2, { do: 'more-time', visit: me })),
      'move-not-allowed',
    )
  })

  it('A13 is not undone by a rule that raises whoever waits long', () => {
    const raise = [{ service: 'licence', afterMinutes: 5 }]
    office = new TestOffice({ ...settings, policy: { ...settings.policy, raise } })
    const me = office.arrive(0)
    office.arrive(1)
    office.ask('clock', 10, { do: 'mind-clock' }, true)
    office.ask('citizen', 11, { do: 'more-time', visit: me })
    office.ask('clock', 30, { do: 'mind-clock' }, true)
    assert.equal(office.visit(me).raised, null)
    assert.deepEqual(places(office, me), [1])
  })

  it('A13 used up, a call that is missed ends the visit where others would wait again', () => {
    const noShow = { ...settings.policy.noShow, waitsAgain: 3 }
    office = new TestOffice({ ...settings, policy: { ...settings.policy, noShow } })
    const me = office.arrive(0)
    const other = office.arrive(1)
    office.ask('citizen', 1, { do: 'more-time', visit: me })
    office.arrive(2)
    office.ask('citizen', 2, { do: 'more-time', visit: me })
    for (const id of [me, other]) {
      office.ask('ann', 3, { do: 'call', visit: id, counter: '1' })
      office.ask('ann', 4, { do: 'no-show', visit: id })
    }
    assert.equal(office.visit(me).state, 'no-show')
    assert.equal(office.visit(other).state, 'waiting')
  })
})

describe('leaving by phone', () => {
  it('A12 is possible until service begins, also when called, and never after', () => {
    const office = new TestOffice(settings)
    const [called, served] = [office.arrive(0), office.arrive(1)]
    callNext(office, 2)
    const leave = (visit: string) =>
      refused(office.ask('citizen', 3, { do: 'leave', visit, by: 'citizen' }))
    assert.equal(leave(called), null)
    assert.equal(office.visit(called).state, 'left')
    assert.equal(callNext(office, 4), served)
    office.ask('ann', 4, { do: 'begin', visit: served })
    assert.equal(leave(served), 'move-not-allowed')
    assert.equal(leave(called), 'move-not-allowed')
  })
})

describe('joining from afar', () => {
  let office: TestOffice
  beforeEach(() => {
    office = new TestOffice(settings)
  })

  it('A11 gives a number and a place at once, and is not called before the person is here', () => {
    const me = office.arrive(0, 'licence', away)
    const other = office.arrive(1)
    assert.equal(office.visit(me).state, 'expected')
    assert.deepEqual(places(office, me, other), [0, 0])
    assert.equal(callNext(office, 2), other)
    office.ask('ann', 2, { do: 'begin', visit: other })
    office.ask('ann', 3, { do: 'finish', visit: other })
    assert.equal(callNext(office, 4), null)
    assert.equal(
      refused(office.ask('ann', 4, { do: 'call', visit: me, counter: '1' })),
      'move-not-allowed',
    )
  })

  it('A11 keeps the place from joining, and counts the wait from being here', () => {
    const me = office.arrive(0, 'licence', away)
    const other = office.arrive(5)
    office.ask('citizen', 20, { do: 'be-present', visit: me })
    assert.deepEqual(places(office, me, other), [0, 1])
    assert.equal(waitOf(office.visit(me), OPENING + 23 * MINUTE), 3 * MINUTE)
  })

  it('A11 is passed over when its turn comes, and has the office’s minutes to be here', () => {
    const me = office.arrive(0, 'licence', away)
    const [first, second] = [office.arrive(1), office.arrive(2)]
    assert.equal(callNext(office, 3), first)
    assert.equal(office.visit(me).details.passedAt, OPENING + 3 * MINUTE)
    office.ask('citizen', 13, { do: 'be-present', visit: me })
    assert.deepEqual(places(office, me, second), [0, 1])
  })

  it('A11 goes behind those present when it comes later than that', () => {
    const me = office.arrive(0, 'licence', away)
    const [, second] = [office.arrive(1), office.arrive(2)]
    callNext(office, 3)
    office.ask('citizen', 14, { do: 'be-present', visit: me })
    assert.deepEqual(places(office, me, second), [1, 0])
  })

  it('A11 is not passed over by who asks for something no agent of its own takes', () => {
    const me = office.arrive(0, 'licence', away)
    office.arrive(1, 'health')
    office.ask('ann', 2, { do: 'take-counter', counter: '1', services: ['health'] })
    callNext(office, 3)
    assert.equal(office.visit(me).details.passedAt, undefined)
  })

  it('A11 takes as many as the office says, and nobody where it has no joining', () => {
    for (let n = 0; n < 3; n += 1) office.arrive(n, 'licence', away)
    assert.throws(() => office.arrive(4, 'licence', away), /joining-full/)
    office.arrive(4, 'licence', { via: 'phone' })
    const none = new TestOffice()
    assert.throws(() => none.arrive(0, 'licence', away), /joining-closed/)
    assert.throws(() => none.arrive(0, 'licence', { via: 'phone' }), /joining-closed/)
  })

  it('A11 is here once only', () => {
    const me = office.arrive(0, 'licence', away)
    office.ask('citizen', 1, { do: 'be-present', visit: me })
    const code = refused(office.ask('citizen', 2, { do: 'be-present', visit: me }))
    assert.equal(code, 'move-not-allowed')
  })

  it('A11 ends with the day like any other', () => {
    const me = office.arrive(0, 'licence', away)
    office.ask('clock', 60 * 24, { do: 'close-day', day: '2026-06-03' }, true)
    assert.equal(office.visit(me).state, 'closed')
  })
})

describe('why somebody who came later goes first', () => {
  let office: TestOffice
  beforeEach(() => {
    office = new TestOffice(settings)
  })

  it('A12 says nothing while nobody does', () => {
    office.arrive(0)
    const me = office.arrive(1)
    office.arrive(2)
    callNext(office, 3)
    assert.equal(why(office, me), null)
  })

  it('A12 names an appointment, a priority, another service, and coming back in line', () => {
    const me = office.arrive(0)
    const bookedAt = OPENING + 2 * MINUTE
    const booked = office.arrive(1, 'licence', { details: { bookedAt } })
    assert.equal(why(office, me), 'appointment')
    assert.equal(callNext(office, 2), booked)
    assert.equal(why(office, me), 'appointment')
    office.ask('ann', 2, { do: 'leave', visit: booked, by: 'staff' })
    office.arrive(3, 'licence', { priority: 'priority' })
    assert.equal(why(office, me), 'priority')
  })

  it('A12 names another service that an agent of another kind took', () => {
    office.ask('bob', 0, { do: 'take-counter', counter: '2', services: ['licence'] })
    office.ask('ann', 0, { do: 'take-counter', counter: '1', services: ['health'] })
    const me = office.arrive(0)
    office.arrive(1, 'health')
    assert.equal(why(office, me), null)
    callNext(office, 2)
    assert.equal(why(office, me), 'other-service')
  })
})
