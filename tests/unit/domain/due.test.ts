// What becomes due by the mere passing of time, and only where the office has a rule for it.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { nextDue } from '../../../server/domain/due.ts'
import type { Policy } from '../../../server/domain/settings.ts'
import { USUAL_POLICY } from '../../../server/domain/settings-upcast.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'

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
