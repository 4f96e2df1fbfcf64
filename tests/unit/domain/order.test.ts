import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { orderOf } from '../../../server/domain/deciding.ts'
import { peopleAhead } from '../../../server/domain/order.ts'
import { TestOffice } from './domain-builders.ts'

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
