// The screens that watch a simulated day: they count what a real board and a real desk are told.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { Witness } from '../../server/cli/simulate/witness.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

describeOnEach('the witnesses of a simulated day', (database) => {
  let office: TestOffice
  let witnesses: Witness[] = []
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => {
    for (const witness of witnesses.splice(0)) witness.stop()
    return office.close()
  })

  it('count each call once, at the board and at the desk', async () => {
    const tokens = {
      board: await office.deviceToken('display'),
      desk: await office.tokenOf('agent2.victoria'),
    }
    witnesses = await Promise.all(
      (['board', 'desk'] as const).map((as) =>
        Witness.watching(office.origin, as, { office: 'victoria', as, token: () => tokens[as] }),
      ),
    )
    const agent = await office.signIn('agent.victoria')
    const called: string[] = []
    for (let n = 0; n < 3; n += 1) {
      await office.checkIn()
      const visit = await agent.callNext('victoria', '1')
      assert.ok(visit)
      called.push(visit.id)
      await agent.begin(visit.id, {})
      await agent.finish(visit.id, {})
    }

    const once = called.map((id): [string, number] => [id, 1])
    for (const witness of witnesses) {
      await eventually(() => witness.calls.size === 3, `${witness.name} is told`)
      assert.deepEqual([...witness.calls], once, witness.name)
      assert.equal(witness.gaps, 0)
    }
  })
})
