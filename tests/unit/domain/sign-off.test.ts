// An agent who goes leaves nobody waiting for them alone.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { refused, TestOffice } from './domain-builders.ts'

/** Ann and Bob are at their counters; somebody waits for Bob alone. */
function waitingForBob(): { office: TestOffice; visit: string } {
  const office = new TestOffice()
  office.ask('ann', 0, { do: 'take-counter', counter: '1' })
  office.ask('bob', 0, { do: 'take-counter', counter: '2' })
  const visit = office.arrive(1)
  office.ask('ann', 1, { do: 'assign', visit, agent: 'bob' })
  return { office, visit }
}

describe('C24 signing off', () => {
  it('B15 gives whoever waits for that agent alone to everybody, and says so in the journal', () => {
    const { office, visit } = waitingForBob()
    assert.equal(office.visit(visit).agent, 'bob')
    const decision = office.ask('bob', 2, { do: 'sign-off' })

    assert.ok(decision.ok)
    assert.deepEqual(
      decision.facts.map(({ body, actor }) => [body.type, actor.kind]),
      [
        ['visit-assigned', 'system'],
        ['agent-signed-off', 'staff'],
      ],
    )
    assert.equal(office.visit(visit).agent, null)
    office.ask('ann', 3, { do: 'call-next', counter: '1' })
    assert.equal(office.visit(visit).agent, 'ann')
  })

  it('B15 C22 cannot be overtaken by an undo that would give somebody back to who has gone', () => {
    const { office, visit } = waitingForBob()
    office.ask('ann', 2, { do: 'assign', visit, agent: null })
    office.ask('bob', 2, { do: 'sign-off' })
    assert.equal(refused(office.ask('ann', 2, { do: 'undo', visit })), 'undo-overtaken')
    assert.equal(office.visit(visit).agent, null)
  })

  it('leaves whoever waits for a colleague where they are', () => {
    const { office, visit } = waitingForBob()
    office.ask('ann', 2, { do: 'sign-off' })
    assert.equal(office.visit(visit).agent, 'bob')
  })
})
