// What agents say of themselves: come and go, wrap up, leave the counter, work in another office.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { CounterRow, DeskView } from '#protocol/views'
import { withPolicy } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertRefused } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

const counterIn = ({ rows }: DeskView, code: string): CounterRow => {
  const found = rows.find((row) => row.kind === 'counter' && row.code === code)
  if (found?.kind !== 'counter') throw new Error(`no counter ${code}`)
  return found
}

describeOnEach('an agent', (database) => {
  let office: TestOffice
  let agent: Api
  let other: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    other = await office.signIn('agent2.victoria')
  })
  afterEach(() => office.close())

  const counter = async (code: string) => counterIn(await other.desk('victoria'), code)

  it('C20 P21 goes on a break with a reason, timed from that instant, and comes back', async () => {
    await agent.takeCounter('victoria', { counter: '1' })
    office.clock.advance(5 * MINUTE)
    const left = new Date(office.clock.now()).toISOString()

    await agent.changeAvailability('victoria', { availability: 'away', reason: 'meeting' })
    office.clock.advance(MINUTE)

    const away = await counter('1')
    assert.deepEqual([away.availability, away.reason, away.since], ['away', 'meeting', left])
    await office.restart()
    agent = await office.signIn('agent.victoria')
    other = await office.signIn('agent2.victoria')
    assert.deepEqual(await counter('1'), away)
    await agent.changeAvailability('victoria', { availability: 'available' })
    const back = await counter('1')
    assert.deepEqual([back.availability, 'reason' in back], ['available', false])
    assert.equal(Date.parse(back.since ?? ''), office.clock.now())
  })

  it('C20 gives a reason the office knows, where it has a list', async () => {
    await agent.takeCounter('victoria', { counter: '1' })

    await assertNothingChanges(office, async () => {
      const asked = { availability: 'break', reason: 'fishing' } as const
      await assertRefused(agent.changeAvailability('victoria', asked), 'reason-unknown')
    })

    await agent.changeAvailability('victoria', { availability: 'break', reason: 'lunch' })
    await agent.changeAvailability('victoria', { availability: 'break', reason: 'meeting' })
    assert.equal((await counter('1')).reason, 'meeting')
    await agent.changeAvailability('victoria', { availability: 'back-office' })
    const now = await counter('1')
    assert.deepEqual([now.availability, 'reason' in now], ['back-office', false])
  })

  it('C20 takes other services on a break without coming back from it', async () => {
    await agent.takeCounter('victoria', { counter: '1' })
    await agent.changeAvailability('victoria', { availability: 'break', reason: 'lunch' })
    const { since } = await counter('1')
    office.clock.advance(MINUTE)

    const now = await agent.takeCounter('victoria', { counter: '1', services: ['notary'] })

    assert.deepEqual([now.availability, now.services], ['break', ['notary']])
    assert.deepEqual([(await counter('1')).since, (await counter('1')).reason], [since, 'lunch'])
  })

  it('C19 wraps up after a visit where the office gives time for it, until the next call', async () => {
    await withPolicy(office, { wrapUpSeconds: 60 })
    const { id } = await office.checkIn()
    const next = await office.checkIn()
    await agent.begin(id, { counter: '1' })

    await agent.finish(id, { outcome: 'done' })

    assert.equal((await counter('1')).availability, 'wrap-up')
    assert.equal((await agent.callNext('victoria', '1'))?.id, next.id)
    assert.equal((await counter('1')).availability, 'available')
    await agent.begin(next.id, {})
    await agent.finish(next.id, {})
    const third = await office.checkIn()
    assert.equal((await agent.begin(third.id, {})).state, 'serving')
    assert.equal((await counter('1')).availability, 'available')
  })

  it('C19 wraps up once all requests of a visit are done, and not at all by default', async () => {
    const requests = [{ service: 'driver-licence' }, { service: 'notary' }]
    const { id } = await (await office.kiosk()).addVisit('victoria', { requests })
    await agent.begin(id, { counter: '1' })
    await withPolicy(office, { wrapUpSeconds: 60 })

    await agent.finish(id, {})
    assert.equal((await counter('1')).availability, 'available')
    await agent.finish(id, {})
    assert.equal((await counter('1')).availability, 'wrap-up')

    await withPolicy(office, { wrapUpSeconds: 0 })
    const next = await office.checkIn()
    await agent.begin(next.id, {})
    await agent.finish(next.id, {})
    assert.equal((await counter('1')).availability, 'available')
  })

  it('C19 has the visit back, and no wrap-up, when the finish is undone', async () => {
    await withPolicy(office, { wrapUpSeconds: 60 })
    const { id } = await office.checkIn()
    await agent.begin(id, { counter: '1' })
    await agent.finish(id, {})

    const undone = await agent.undo(id, {})

    const row = await counter('1')
    assert.deepEqual([undone.state, row.availability, row.visit], ['serving', 'available', id])
  })

  it('P23 keeps counter and state while a visit is open, and is told which visit', async () => {
    const { id } = await office.checkIn()
    await agent.call(id, { counter: '1' })

    await assertNothingChanges(office, async () => {
      for (const asked of [
        () => agent.takeCounter('victoria', { counter: '2' }),
        () => agent.changeAvailability('victoria', { availability: 'break' }),
        () => agent.leaveCounter('victoria'),
        () => agent.callNext('victoria', '2'),
      ]) {
        const { details } = await assertRefused(asked(), 'agent-busy')
        assert.equal(details?.visit, id)
      }
    })
    const same = await agent.takeCounter('victoria', { counter: '1', services: ['notary'] })
    assert.deepEqual(same.services, ['notary'])
  })

  it('C23 finds the open visit again on another computer, and goes on with it', async () => {
    const { id } = await office.checkIn('driver-licence', 'Ann Onymous')
    await agent.begin(id, { counter: '1' })
    await office.restart()

    const elsewhere = await office.signIn('agent.victoria')

    const me = await elsewhere.me()
    const row = counterIn(await elsewhere.desk('victoria'), '1')
    assert.deepEqual([row.agent, row.visit], [me.id, id])
    assert.equal((await elsewhere.finish(id, {})).state, 'served')
  })

  const OPEN = [
    ['return', 'waiting'],
    ['hold', 'held'],
    ['finish', 'served'],
  ] as const
  for (const [open, state] of OPEN)
    it(`C24 leaves the counter and says of the open visit: ${open}, in one step`, async () => {
      const { id } = await office.checkIn()
      await agent.begin(id, { counter: '1' })
      const before = await office.factCount()

      const left = await agent.leaveCounter('victoria', { open })

      assert.deepEqual([left.counter, left.availability], [null, null])
      assert.equal((await other.visit(id)).state, state)
      assert.equal((await counter('1')).agent, null)
      assert.equal(await office.factCount(), before + 2)
    })

  it('C24 of a visit finished with requests left, the rest waits in its place', async () => {
    const requests = [{ service: 'driver-licence' }, { service: 'notary' }]
    const { id } = await (await office.kiosk()).addVisit('victoria', { requests })
    await office.checkIn()
    await agent.begin(id, { counter: '1' })

    await agent.leaveCounter('victoria', { open: 'finish' })

    const rest = await other.visit(id)
    assert.deepEqual([rest.state, rest.service, rest.peopleAhead], ['waiting', 'notary', 0])
  })

  it('C24 cannot finish whom it only called: nothing happens', async () => {
    const { id } = await office.checkIn()
    await agent.call(id, { counter: '1' })

    await assertNothingChanges(office, async () => {
      const asked = agent.leaveCounter('victoria', { open: 'finish' })
      await assertRefused(asked, 'move-not-allowed')
    })
  })

  it('P25 works in one office at a time, and changes when nothing is open', async () => {
    await office.db.knex('staff').where('username', 'agent.victoria').update({ office_id: null })
    agent = await office.signIn('agent.victoria')
    const { id } = await office.checkIn()
    await agent.begin(id, { counter: '1' })

    for (const asked of [
      agent.takeCounter('cranbrook', { counter: '2' }),
      agent.callNext('cranbrook', '2'),
    ]) {
      const { details } = await assertRefused(asked, 'agent-busy')
      assert.deepEqual(details, { office: 'victoria', visit: id })
    }
    await agent.finish(id, {})
    await agent.takeCounter('cranbrook', { counter: '2' })

    assert.equal((await counter('1')).agent, null)
    const there = counterIn(await agent.desk('cranbrook'), '2')
    assert.equal(there.agent, await office.idOf('agent.victoria'))
  })

  it('P05 overrules a colleague only as a manager', async () => {
    const { id } = await office.checkIn()
    await agent.begin(id, { counter: '1' })
    const manager = await office.signIn('manager.victoria')
    const greeter = await office.signIn('greeter.victoria')

    await assertRefused(other.finish(id, {}), 'visit-with-other-agent')
    await assertRefused(greeter.finish(id, {}), 'visit-with-other-agent')
    assert.equal((await manager.finish(id, {})).state, 'served')
  })
})
