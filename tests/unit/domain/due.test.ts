// What becomes due by the mere passing of time, and only where the office has a rule for it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { nextDue } from '../../../server/domain/due.ts'
import type { Policy } from '../../../server/domain/settings.ts'
import { USUAL_POLICY } from '../../../server/domain/settings-upcast.ts'
import { MINUTE, OPENING, refused, someSettings, TestOffice } from './domain-builders.ts'

const officeWith = (policy: Partial<Policy>) => new TestOffice(someSettings(policy))
const raise = [{ service: 'health', afterMinutes: 30 }]
const noShow = { ...USUAL_POLICY.noShow, afterSeconds: 90 }

function dueMinute(office: TestOffice): number | null {
  const at = nextDue(office.state)
  return at === null ? null : (at - OPENING) / MINUTE
}

function mind(office: TestOffice, minute: number): number {
  const decision = office.ask('clock', minute, { do: 'mind-clock' }, true)
  return decision.ok ? decision.facts.length : -1
}

describe('what is due', () => {
  it('is nothing in an office without such rules', () => {
    const office = new TestOffice()
    office.arrive(0)
    assert.equal(nextDue(office.state), null)
    assert.equal(mind(office, 600), 0)
  })

  it('looks at nobody where no rule asks for it, however many wait', () => {
    const office = new TestOffice()
    for (let n = 0; n < 20; n += 1) office.arrive(0)
    let looks = 0
    const counted = new Proxy(office.state, {
      get(state, key) {
        if (key === 'visits' || key === 'agents') looks += 1
        return Reflect.get(state, key) as unknown
      },
    })
    assert.equal(nextDue(counted), null)
    assert.equal(looks, 0)
    const { settings } = officeWith({ raise }).state
    nextDue(
      new Proxy(counted, {
        get: (state, key) => (key === 'settings' ? settings : (Reflect.get(state, key) as unknown)),
      }),
    )
    assert.equal(looks, 1)
  })

  it('B7 puts first whoever has waited longer than the rule says for its service', () => {
    const office = officeWith({ raise })
    const licence = office.arrive(0, 'licence')
    const health = office.arrive(5, 'health')
    assert.equal(dueMinute(office), 35)
    assert.equal(mind(office, 34), 0)
    assert.equal(mind(office, 35), 1)
    assert.equal(office.visit(health).raised, 30)
    assert.equal(office.visit(licence).raised, null)
    assert.equal(dueMinute(office), null)
  })

  it('B7 B20 is exact at the call, though no clock has struck, and says so', () => {
    const office = officeWith({ raise })
    office.arrive(0, 'licence')
    const health = office.arrive(5, 'health')
    const decision = office.ask('ann', 35, { do: 'call-next', counter: '1' })
    assert.equal(decision.ok && decision.visit, health)
    const called = decision.ok ? decision.facts.at(-1)?.body : undefined
    assert.deepEqual(called?.type === 'visit-called' && called.reason, {
      rule: 'raised',
      minutes: 30,
      candidates: 2,
      passedOver: 1,
    })
  })

  it('B7 C22 is the clock’s doing, also inside a call, which its agent can still undo', () => {
    const office = officeWith({ raise })
    office.arrive(0, 'health')
    const tax = office.arrive(1, 'tax')
    office.ask('ann', 35, { do: 'call', visit: tax, counter: '1' })
    const raised = office.facts.find(({ body }) => body.type === 'visit-raised')
    assert.deepEqual(raised?.actor, { kind: 'system', id: 'clock' })
    assert.equal(office.facts.at(-1)?.actor.id, 'ann')

    const other = officeWith({ raise })
    const id = other.arrive(0, 'health')
    other.ask('ann', 35, { do: 'call-next', counter: '1' })
    assert.equal(refused(other.ask('ann', 35.5, { do: 'undo', visit: id })), null)
    assert.deepEqual([other.visit(id).state, other.visit(id).raised], ['waiting', 30])
  })

  it('B7 C22 leaves the step before it to be undone by whoever did that', () => {
    const office = officeWith({ raise })
    const id = office.arrive(0, 'health')
    office.ask('bob', 29.7, { do: 'take-counter', counter: '2' })
    office.ask('bob', 29.8, { do: 'assign', visit: id, agent: 'bob' })
    assert.equal(mind(office, 30), 1)
    assert.equal(refused(office.ask('bob', 30.2, { do: 'undo', visit: id })), null)
    assert.deepEqual([office.visit(id).agent, office.visit(id).raised], [null, 30])
  })

  it('B7 takes the strictest rule of a service, counted from when it began to be waited for', () => {
    const office = officeWith({ raise: [...raise, { service: 'health', afterMinutes: 12 }] })
    const id = office.arrive(0, 'licence')
    assert.equal(dueMinute(office), null)
    office.ask('ann', 5, { do: 'call', visit: id, counter: '1' })
    office.ask('ann', 6, { do: 'transfer', visit: id, to: { service: 'health' }, place: 'kept' })
    assert.equal(dueMinute(office), 18)
    mind(office, 18)
    assert.equal(office.visit(id).raised, 12)
  })

  it('B7 counts who comes early for an appointment from the booked time', () => {
    const office = officeWith({ raise })
    office.arrive(0, 'health', { details: { bookedAt: OPENING + 20 * MINUTE } })
    assert.equal(dueMinute(office), 50)
  })

  it('B7 lets whoever was put last wait as long again before it is raised again', () => {
    const office = officeWith({ raise })
    const health = office.arrive(0, 'health')
    mind(office, 30)
    office.ask('ann', 40, { do: 'reorder', visit: health, to: 'last', reason: 'asked' })
    assert.equal(office.visit(health).raised, null)
    assert.equal(dueMinute(office), 70)
  })

  it('C7 makes a call a no-show after its seconds, counted from the last announcement', () => {
    const office = officeWith({ noShow })
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    assert.equal(dueMinute(office), 2.5)
    office.ask('ann', 2, { do: 'recall', visit: id })
    assert.equal(dueMinute(office), 3.5)
    mind(office, 3.5)
    assert.equal(office.visit(id).state, 'no-show')
  })

  it('C7 is not put off by a change of particulars, nor by marking times wrong', () => {
    const office = officeWith({ noShow })
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'change', visit: id, visitDetails: { party: 3 } })
    office.ask('ann', 2, { do: 'mark-times-wrong', visit: id })
    assert.equal(dueMinute(office), 2.5)
  })

  it('C7 C22 gives who is called once more, by an undo, all the time there is', () => {
    const office = officeWith({ noShow })
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'begin', visit: id })
    office.ask('ann', 2.9, { do: 'undo', visit: id })
    assert.equal(dueMinute(office), 4.4)
  })

  it('C7 lets them wait again, last in line, as often as the office does', () => {
    const office = officeWith({ noShow: { ...noShow, waitsAgain: 1 } })
    const id = office.arrive(0)
    const other = office.arrive(1)
    office.ask('ann', 2, { do: 'call-next', counter: '1' })
    mind(office, 3.5)
    assert.deepEqual([office.visit(id).state, office.visit(id).timesMissed], ['waiting', 1])
    assert.ok(office.visit(id).standing > office.visit(other).standing)
    office.ask('ann', 4, { do: 'call', visit: id, counter: '1' })
    mind(office, 5.5)
    assert.equal(office.visit(id).state, 'no-show')
  })

  for (const [unhurried, minute] of [
    ['doubled', 4],
    ['never', null],
  ] as const)
    it(`C7 hurries nobody who asked for more time: ${unhurried}`, () => {
      const office = officeWith({ noShow: { ...noShow, unhurried } })
      office.arrive(0, 'licence', { details: { unhurried: true } })
      office.ask('ann', 1, { do: 'call-next', counter: '1' })
      assert.equal(dueMinute(office), minute)
    })

  it('C14 brings back from hold at the time expected, in the place it had', () => {
    const office = officeWith({ heldComesBack: true })
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'hold', visit: id, backAt: OPENING + 20 * MINUTE })
    assert.equal(dueMinute(office), 20)
    mind(office, 20)
    const { state, standing } = office.visit(id)
    assert.deepEqual([state, standing], ['waiting', OPENING])
  })

  it('C19 ends a wrap-up after its seconds', () => {
    const office = officeWith({ wrapUpSeconds: 60 })
    const id = office.arrive(0)
    office.ask('ann', 1, { do: 'call-next', counter: '1' })
    office.ask('ann', 2, { do: 'begin', visit: id })
    office.ask('ann', 5, { do: 'finish', visit: id })
    assert.equal(office.state.agents.get('ann')?.availability, 'wrap-up')
    assert.equal(dueMinute(office), 6)
    mind(office, 6)
    assert.equal(office.state.agents.get('ann')?.availability, 'available')
  })
})
