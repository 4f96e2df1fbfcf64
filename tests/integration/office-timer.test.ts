// The office's own clock: what is due happens by itself, at its instant, and after a restart too.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { USUAL_POLICY } from '../../server/domain/settings-upcast.ts'
import { withPolicy } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'

const noShow = { ...USUAL_POLICY.noShow, afterSeconds: 60 }

describeOnEach('the clock of an office', (database) => {
  let office: TestOffice
  let agent: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
  })
  afterEach(() => office.close())

  const stateOf = async (id: string): Promise<string> => (await agent.visit(id)).state

  async function called(): Promise<string> {
    const { id } = await office.checkIn()
    await agent.call(id, { counter: '1' })
    return id
  }

  it('C7 ends a call nobody came for after its seconds, and not before', async () => {
    await withPolicy(office, { noShow })
    const id = await called()
    office.clock.advance(MINUTE - 1)
    assert.equal(await stateOf(id), 'called')

    office.clock.advance(1)

    await eventually(async () => (await stateOf(id)) === 'no-show', 'the no-show')
  })

  it('C14 brings somebody back from hold at the time they were expected', async () => {
    await withPolicy(office, { heldComesBack: true })
    const id = await called()
    const backAt = new Date(office.clock.now() + 10 * MINUTE).toISOString()
    await agent.hold(id, { backAt })

    office.clock.advance(10 * MINUTE)

    await eventually(async () => (await stateOf(id)) === 'waiting', 'the return')
  })

  it('B7 raises who has waited too long for a service, without anybody asking', async () => {
    await withPolicy(office, { raise: [{ service: 'driver-licence', afterMinutes: 5 }] })
    const { id } = await office.checkIn('driver-licence')

    office.clock.advance(5 * MINUTE)

    await eventually(async () => {
      const snapshot = await office.app.door.snapshot('victoria')
      return snapshot?.state.visits.get(id)?.raised === 5
    }, 'the raise')
  })

  it('makes up at a start for what became due while the server was down', async () => {
    await withPolicy(office, { noShow })
    const id = await called()
    await office.stop()
    office.clock.advance(10 * MINUTE)

    await office.start()

    agent = await office.signIn('agent.victoria')
    assert.equal(await stateOf(id), 'no-show')
  })

  it('waits again after a restart for what is not due yet', async () => {
    await withPolicy(office, { noShow })
    const id = await called()
    await office.restart()
    agent = await office.signIn('agent.victoria')

    office.clock.advance(MINUTE)

    await eventually(async () => (await stateOf(id)) === 'no-show', 'the no-show')
  })

  it('tries again when it could not be recorded', async () => {
    await withPolicy(office, { noShow })
    const id = await called()
    await office.db.knex.raw(
      database.name === 'sqlite'
        ? `CREATE TRIGGER not_now BEFORE INSERT ON facts WHEN NEW.type = 'visit-not-shown'
           BEGIN SELECT RAISE(ABORT, 'not now'); END`
        : `ALTER TABLE facts ADD CONSTRAINT not_now CHECK (type <> 'visit-not-shown') NOT VALID`,
    )
    office.clock.advance(MINUTE)
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal(await stateOf(id), 'called')
    const lift = database.name === 'sqlite' ? 'DROP TRIGGER' : 'ALTER TABLE facts DROP CONSTRAINT'
    await office.db.knex.raw(`${lift} not_now`)

    office.clock.advance(5_000)

    await eventually(async () => (await stateOf(id)) === 'no-show', 'the no-show')
  })
})
