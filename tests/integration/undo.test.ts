// Undo over HTTP: the last step of a visit, within a minute, by whoever did it, if still possible.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { UNDO_WITHIN } from '#protocol'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertRefused } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

describeOnEach('undo', (database) => {
  let office: TestOffice
  let agent: Api
  let id: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    id = (await office.checkIn()).id
    office.clock.advance(MINUTE)
  })
  afterEach(() => office.close())

  it('takes back a finish, and the time since then was service', async () => {
    await agent.begin(id, { counter: '1' })
    office.clock.advance(MINUTE)
    await agent.finish(id, {})
    office.clock.advance(UNDO_WITHIN)

    const undone = await agent.undo(id, {})
    office.clock.advance(MINUTE)
    await agent.finish(id, {})

    assert.equal(undone.state, 'serving')
    const tables = await office.tables()
    const rows = await tables<{
      visit_id: string
      state: string
      started_at: number
      ended_at: number
    }>('segments')
      .where('visit_id', id)
      .orderBy('ordinal')
    assert.deepEqual(
      rows.map(({ state, started_at, ended_at }) => [state, ended_at - started_at]),
      [
        ['waiting', MINUTE],
        ['serving', 3 * MINUTE],
      ],
    )
  })

  it('takes back a call: waiting again where it was', async () => {
    const { sortKey } = await agent.visit(id)
    await agent.callNext('victoria', '1')

    const undone = await agent.undo(id, {})

    assert.deepEqual([undone.state, undone.sortKey, undone.timesCalled], ['waiting', sortKey, 0])
    const tables = await office.tables()
    const kept = await tables<{ visit_id: string; state: string; ended_at: number | null }>(
      'segments',
    ).where('visit_id', id)
    assert.deepEqual(
      kept.map((row) => [row.state, row.ended_at]),
      [['waiting', null]],
    )
    assert.equal((await agent.callNext('victoria', '1'))?.id, id)
  })

  it('makes an undone arrival a visit that left, its number used up', async () => {
    const kiosk = await office.kiosk()
    const mistake = await office.checkIn()

    const undone = await kiosk.undo(mistake.id, {})

    assert.equal(undone.state, 'left')
    assert.deepEqual([mistake.ticket, (await office.checkIn()).ticket], ['A002', 'A003'])
  })

  it('is only for the last minute', async () => {
    await agent.callNext('victoria', '1')
    office.clock.advance(UNDO_WITHIN + 1)

    await assertNothingChanges(office, () => assertRefused(agent.undo(id, {}), 'undo-too-late'))
  })

  it('is only for whoever did it, however high', async () => {
    await agent.callNext('victoria', '1')
    const manager = await office.signIn('manager.victoria')

    await assertNothingChanges(office, () => assertRefused(manager.undo(id, {}), 'undo-not-yours'))
  })

  it('goes one step back and no further', async () => {
    await agent.callNext('victoria', '1')
    await agent.begin(id, {})
    await agent.undo(id, {})

    await assertNothingChanges(office, () => assertRefused(agent.undo(id, {}), 'nothing-to-undo'))
  })

  it('is refused once the agent has another visit', async () => {
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})
    await office.checkIn()
    await agent.callNext('victoria', '1')

    await assertNothingChanges(office, () => assertRefused(agent.undo(id, {}), 'undo-overtaken'))
  })

  it('is refused once another agent is at the counter', async () => {
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})
    await agent.leaveCounter('victoria')
    const other = await office.signIn('agent2.victoria')
    await other.takeCounter('victoria', { counter: '1' })

    await assertNothingChanges(office, () => assertRefused(agent.undo(id, {}), 'undo-overtaken'))
  })

  it('outlives a restart of the server, within its minute', async () => {
    await agent.begin(id, { counter: '1' })
    await agent.addRequest(id, { service: 'notary' })
    await office.restart()

    const undone = await (await office.signIn('agent.victoria')).undo(id, {})

    assert.deepEqual([undone.state, undone.requests.length, undone.current], ['serving', 1, 1])
    const tables = await office.tables()
    const rows: unknown[] = await tables('requests').where('visit_id', id)
    assert.equal(rows.length, 1)
  })
})
