// The wait that desks are shown is the wait of the reports: waiting alone, of all its stretches.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { DeskVisit } from '#protocol'
import type { Api } from '#protocol/api'
import { waitOf as waitOfVisit } from '../../server/domain/metrics.ts'
import { findVisit } from '../../server/domain/state.ts'
import { waitOf } from '../../agent-ui/src/composables/wait.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'

describeOnEach('the wait shown at the desk', (database) => {
  let office: TestOffice
  let agent: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
  })
  afterEach(() => office.close())

  const pass = (minutes: number): void => {
    office.clock.advance(minutes * MINUTE)
  }
  async function row(id: string): Promise<DeskVisit> {
    const { rows } = await agent.desk('victoria')
    const found = rows.find((each) => each.id === id)
    assert.ok(found?.kind === 'visit')
    return found
  }
  const minutes = async (id: string): Promise<number> =>
    waitOf(await row(id), office.clock.now()) / MINUTE

  it('C4 C13 counts neither calls, nor service, nor time on hold', async () => {
    const { id } = await office.checkIn('notary')
    pass(5)
    assert.equal(await minutes(id), 5)
    await agent.callNext('victoria', '1')
    pass(2)
    await agent.recall(id, {})
    assert.equal(await minutes(id), 5)
    await agent.begin(id, {})
    pass(10)
    await agent.hold(id, {})
    pass(20)
    await agent.return(id, { place: 'kept' })
    pass(3)
    assert.equal(await minutes(id), 8)

    await agent.callNext('victoria', '1')
    pass(4)
    assert.equal(await minutes(id), 8)
    const snapshot = await office.app.door.snapshot('victoria')
    const visit = snapshot && findVisit(snapshot.state, id)
    assert.equal(visit && waitOfVisit(visit, office.clock.now()) / MINUTE, 8)
    await office.restart()
    agent = await office.signIn('agent.victoria')
    assert.equal(await minutes(id), 8)
  })

  it('B11 starts at the booked time of who comes early', async () => {
    const manager = await office.signIn('manager.victoria')
    const bookedAt = new Date(office.clock.now() + 15 * MINUTE).toISOString()
    const { id } = await manager.addVisit('victoria', {
      requests: [{ service: 'notary' }],
      bookedAt,
    })
    pass(10)
    assert.equal(await minutes(id), 0)
    pass(9)
    assert.equal(await minutes(id), 4)
    await agent.call(id, {})
    pass(1)
    assert.equal((await row(id)).waited, 4 * MINUTE)
  })
})
