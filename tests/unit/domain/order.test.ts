import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { peopleAhead } from '../../../server/domain/order.ts'
import { refused, someSettings, TestOffice } from './domain-builders.ts'

/** Calls everybody who waits, one after another, and says in which order they came. */
function callAll(office: TestOffice, minute: number): string[] {
  const called: string[] = []
  for (;;) {
    const decision = office.ask('ann', minute, { do: 'call-next', counter: '1' })
    if (!decision.ok || decision.visit === null) return called
    called.push(decision.visit)
    office.ask('ann', minute, { do: 'no-show', visit: decision.visit })
  }
}

/** The rule by which ann's next call is made. */
function ruleOf(office: TestOffice, minute: number): string | null {
  office.ask('ann', minute, { do: 'call-next', counter: '1' })
  const body = office.facts.at(-1)?.body
  return body?.type === 'visit-called' ? body.reason.rule : null
}

function ahead(office: TestOffice, visit: string): number {
  const { state } = office
  if (!state.settings) throw new Error('no settings')
  return peopleAhead(state, orderOf(state.settings), office.visit(visit))
}

describe('who is next', () => {
  it('B6 is whoever has waited longest, whatever they came for', () => {
    const office = new TestOffice()
    const first = office.arrive(0, 'health')
    const second = office.arrive(1, 'licence')
    const third = office.arrive(2, 'health')
    assert.deepEqual(callAll(office, 10), [first, second, third])
  })

  it('B8 B9 gives a priority visit a head start, and no more than that', () => {
    const office = new TestOffice()
    const early = office.arrive(0)
    const late = office.arrive(15)
    const priority = office.arrive(25, 'licence', { priority: 'priority' })
    assert.deepEqual(callAll(office, 30), [early, priority, late])
  })

  it('B4 B5 never hands an agent what is outside the work profile', () => {
    const office = new TestOffice()
    office.ask('ann', 0, { do: 'take-counter', counter: '1', services: ['health'] })
    office.arrive(0, 'licence')
    const health = office.arrive(1, 'health')
    assert.deepEqual(callAll(office, 10), [health])
  })

  it('B14 returns a visit to the place chosen: kept, first or last', () => {
    const orders = (['kept', 'first', 'last'] as const).map((place) => {
      const office = new TestOffice()
      const a = office.arrive(0)
      const b = office.arrive(1)
      const c = office.arrive(2)
      office.ask('ann', 3, { do: 'call', visit: b, counter: '1' })
      office.ask('ann', 4, { do: 'return', visit: b, place })
      const names = new Map([[a, 'a'], [b, 'b'], [c, 'c']]) // prettier-ignore
      return callAll(office, 10)
        .map((id) => names.get(id))
        .join('')
    })
    assert.deepEqual(orders, ['abc', 'bac', 'acb'])
  })

  it('C11 keeps a visit sent to a counter or an agent for them alone', () => {
    const office = new TestOffice()
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call', visit: id, counter: '1' })
    office.ask('ann', 2, { do: 'transfer', visit: id, to: { counter: '2' }, place: 'kept' })
    assert.deepEqual(callAll(office, 3), [])
    const bob = office.ask('bob', 3, { do: 'call-next', counter: '2' })
    assert.equal(bob.ok && bob.visit, id)
  })

  it('B20 says why: the rule, how many might have been called, how many had come earlier', () => {
    const office = new TestOffice()
    office.arrive(0)
    office.arrive(15, 'licence', { priority: 'priority' })
    const decision = office.ask('ann', 16, { do: 'call-next', counter: '1' })
    const called = decision.ok ? decision.facts.at(-1)?.body : undefined
    assert.deepEqual(called?.type === 'visit-called' && called.reason, {
      rule: 'priority',
      class: 'priority',
      candidates: 2,
      passedOver: 1,
    })
  })

  it('B14 transfers a visit to the place chosen: kept, first or last', () => {
    const orders = (['kept', 'first', 'last'] as const).map((place) => {
      const office = new TestOffice()
      const ids = [0, 1, 2].map((minute) => office.arrive(minute))
      office.ask('ann', 3, { do: 'call', visit: ids[1] ?? '', counter: '1' })
      const visit = ids[1] ?? ''
      office.ask('ann', 4, { do: 'transfer', visit, to: { service: 'tax' }, place })
      return callAll(office, 10).map((id) => ids.indexOf(id))
    })
    assert.deepEqual(orders, [
      [0, 1, 2],
      [1, 0, 2],
      [0, 2, 1],
    ])
  })

  it('B14 puts first before those with a head start too', () => {
    const office = new TestOffice()
    const priority = office.arrive(0, 'licence', { priority: 'priority' })
    const id = office.arrive(1)
    office.ask('ann', 2, { do: 'call', visit: id, counter: '1' })
    office.ask('ann', 3, { do: 'return', visit: id, place: 'first' })
    assert.deepEqual(callAll(office, 4), [id, priority])
  })

  it('B15 keeps an assigned visit for its agent, in its place, until it is set free', () => {
    const office = new TestOffice()
    const [first, second] = [office.arrive(0), office.arrive(1)]
    office.ask('bob', 2, { do: 'take-counter', counter: '2' })
    office.ask('ann', 2, { do: 'assign', visit: second, agent: 'bob' })
    assert.deepEqual(callAll(office, 3), [first])
    assert.equal(refused(office.ask('ann', 3, { do: 'call', visit: second })), 'visit-not-for-you')
    office.ask('ann', 4, { do: 'assign', visit: second, agent: null })
    assert.deepEqual(callAll(office, 5), [second])
    const third = office.arrive(6)
    const nobody = office.ask('ann', 6, { do: 'assign', visit: third, agent: 'zoe' })
    assert.equal(refused(nobody), 'agent-unknown')
  })

  it('B20 says that it was assigned, moved by hand, or returned from a counter', () => {
    const assigned = new TestOffice()
    assigned.ask('ann', 0, { do: 'take-counter', counter: '1' })
    const mine = assigned.arrive(0)
    assigned.ask('bob', 1, { do: 'assign', visit: mine, agent: 'ann' })
    assert.equal(ruleOf(assigned, 2), 'assigned')

    const reordered = new TestOffice()
    const [before, visit] = [reordered.arrive(0), reordered.arrive(1)]
    reordered.ask('ann', 2, { do: 'reorder', visit, to: { before }, reason: 'asked' })
    assert.equal(ruleOf(reordered, 3), 'moved')

    const returned = new TestOffice()
    returned.arrive(0)
    const back = returned.arrive(1)
    returned.ask('ann', 2, { do: 'call', visit: back, counter: '1' })
    returned.ask('ann', 3, { do: 'return', visit: back, place: 'first' })
    assert.equal(ruleOf(returned, 4), 'returned')

    const chosen = new TestOffice()
    chosen.arrive(0)
    const picked = chosen.arrive(1)
    chosen.ask('ann', 2, { do: 'call', visit: picked, counter: '1' })
    const body = chosen.facts.at(-1)?.body
    assert.deepEqual(body?.type === 'visit-called' && body.reason, {
      rule: 'chosen',
      candidates: 2,
      passedOver: 1,
    })
  })

  it('B7 B16 ends the raise of whoever is put behind somebody by hand', () => {
    const raise = [{ service: 'health', afterMinutes: 10 }]
    const office = new TestOffice(someSettings({ raise }))
    const [health, a, b] = [office.arrive(0, 'health'), office.arrive(5), office.arrive(6)]
    office.ask('clock', 11, { do: 'mind-clock' }, true)
    office.ask('ann', 12, { do: 'reorder', visit: health, to: { before: b }, reason: 'asked' })
    assert.deepEqual(callAll(office, 13), [a, health, b])
  })

  it('counts as ahead only those whom somebody who may take you would take before you', () => {
    const office = new TestOffice()
    office.arrive(0, 'licence')
    office.arrive(1, 'licence')
    const mine = office.arrive(2, 'health')
    // Nobody has opened a counter: whoever does may start with any of them.
    assert.equal(ahead(office, mine), 2)
    office.ask('ann', 3, { do: 'take-counter', counter: '1', services: ['licence'] })
    office.ask('bob', 3, { do: 'take-counter', counter: '2', services: ['health'] })
    assert.equal(ahead(office, mine), 0)
    office.ask('cho', 3, { do: 'take-counter', counter: '3' })
    assert.equal(ahead(office, mine), 2)
  })
})
