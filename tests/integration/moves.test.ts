// The other moves of a visit over HTTP: each does what the table says, and says so to the desk.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertRefused } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

describeOnEach('a move', (database) => {
  let office: TestOffice
  let agent: Api
  let other: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    other = await office.signIn('agent2.victoria')
  })
  afterEach(() => office.close())

  async function arrivals(count: number, service?: string): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      office.clock.advance(MINUTE)
      ids.push((await office.checkIn(service)).id)
    }
    return ids
  }
  const next = async (api: Api, counter: string) => (await api.callNext('victoria', counter))?.id

  it('C4 recall announces again and moves no clock', async () => {
    const [id = ''] = await arrivals(1)
    const called = await agent.call(id, { counter: '1' })
    office.clock.advance(MINUTE)

    const recalled = await agent.recall(id, {})

    assert.equal(recalled.timesCalled, 2)
    assert.equal(recalled.since, called.since)
  })

  it('C6 P14 no-show and leave end the visit without service', async () => {
    const [one = '', two = ''] = await arrivals(2)
    await agent.call(one, { counter: '1' })

    assert.equal((await agent.noShow(one, {})).state, 'no-show')
    assert.equal((await agent.leave(two, {})).state, 'left')
    assert.equal(await agent.callNext('victoria', '1'), null)
  })

  it('C13 P12 hold puts aside with a reason and a time, and the agent is free for the next', async () => {
    const [one = '', two = ''] = await arrivals(2)
    await agent.call(one, { counter: '1' })
    const backAt = new Date(office.clock.now() + 10 * MINUTE).toISOString()

    const held = await agent.hold(one, { reason: 'documents', backAt })

    assert.deepEqual([held.state, held.heldFor, held.backAt], ['held', 'documents', backAt])
    assert.equal(await next(agent, '1'), two)
    assert.equal((await other.begin(one, { counter: '2' })).state, 'serving')
  })

  for (const [place, order] of [
    ['kept', [0, 1, 2]],
    ['first', [0, 1, 2]],
    ['last', [1, 2, 0]],
  ] as const)
    it(`B14 P13 return at the ${place} place puts it there in line`, async () => {
      const ids = await arrivals(3)
      await agent.call(ids[0] ?? '', { counter: '1' })

      const back = await agent.return(ids[0] ?? '', { place })

      assert.equal(back.state, 'waiting')
      assert.equal(back.peopleAhead, order.indexOf(0))
      for (const index of order) {
        const id = await next(agent, '1')
        assert.equal(id, ids[index])
        await agent.noShow(id ?? '', {})
      }
    })

  it('return first goes before those with priority too', async () => {
    const [one = '', two = ''] = await arrivals(2)
    await agent.changeVisit(one, { priority: 'priority' })
    await agent.call(two, { counter: '1' })

    await agent.return(two, { place: 'first' })

    assert.equal(await next(other, '2'), two)
  })

  it('C10 B14 transfer to a service keeps number and arrival, and finds an agent of that service', async () => {
    const [id = ''] = await arrivals(1)
    await other.takeCounter('victoria', { counter: '2', services: ['health-card'] })
    assert.equal(await next(other, '2'), undefined)
    const before = await agent.visit(id)

    const moved = await agent.transfer(id, { service: 'health-card' })

    assert.equal(moved.service, 'health-card')
    assert.deepEqual([moved.ticket, moved.arrivedAt], [before.ticket, before.arrivedAt])
    assert.equal(await next(other, '2'), id)
  })

  it('C11 transfer to a counter or an agent is for them alone', async () => {
    const [one = '', two = ''] = await arrivals(2)
    await other.takeCounter('victoria', { counter: '2' })
    await agent.transfer(one, { counter: '5' })
    await agent.transfer(two, { agent: await office.idOf('agent2.victoria') })

    await assertRefused(agent.call(one, { counter: '1' }), 'visit-not-for-you')
    await assertRefused(agent.call(two, { counter: '1' }), 'visit-not-for-you')
    assert.equal(await agent.callNext('victoria', '1'), null)
    assert.equal(await next(other, '2'), two)
    await other.noShow(two, {})
    assert.equal(await next(agent, '5'), one)
  })

  it('C15 P16 add a request, switch back to the first, and finish one after the other', async () => {
    const [id = ''] = await arrivals(1)
    await agent.begin(id, { counter: '1' })

    const added = await agent.addRequest(id, { service: 'notary', quantity: 3 })
    const switched = await agent.addRequest(id, { current: 1 })
    const half = await agent.finish(id, {})
    const done = await agent.finish(id, {})

    assert.deepEqual([added.current, added.service, added.requests.length], [2, 'notary', 2])
    assert.equal(switched.current, 1)
    assert.deepEqual([half.state, half.current], ['serving', 2])
    assert.deepEqual([done.state, done.requests.map((each) => each.done)], ['served', [true, true]])
  })

  it('C15 add a request for afterwards: the current one goes on, and one undo takes it back', async () => {
    const [id = ''] = await arrivals(1)
    const begun = await agent.begin(id, { counter: '1' })

    const added = await agent.addRequest(id, { service: 'notary', afterwards: true })
    const undone = await agent.undo(id, {})
    await agent.addRequest(id, { service: 'notary', afterwards: true })
    const half = await agent.finish(id, {})

    assert.deepEqual([added.current, added.service, added.requests.length], [1, begun.service, 2])
    assert.equal(added.since, begun.since)
    assert.equal(undone.requests.length, 1)
    assert.deepEqual([half.state, half.current, half.service], ['serving', 2, 'notary'])
  })

  it('finish sends it back in line when the next request is not for this agent', async () => {
    const requests = [{ service: 'driver-licence' }, { service: 'notary' }]
    const { id } = await (await office.kiosk()).addVisit('victoria', { requests })
    await agent.takeCounter('victoria', { counter: '1', services: ['driver-licence'] })
    await agent.begin(id, {})

    const half = await agent.finish(id, {})

    assert.deepEqual([half.state, half.service], ['waiting', 'notary'])
    assert.equal(await next(agent, '1'), undefined)
    assert.equal(await next(other, '2'), id)
  })

  it('P17 P18 PATCH changes priority, request, name and note', async () => {
    const [first = '', id = ''] = await arrivals(2)

    const changed = await agent.changeVisit(id, {
      priority: 'priority',
      request: { id: 1, service: 'notary', quantity: 4 },
      name: 'Ann Onymous',
      note: 'hard of hearing',
    })

    assert.deepEqual([changed.priority, changed.service], ['priority', 'notary'])
    assert.equal(changed.requests[0]?.quantity, 4)
    assert.deepEqual([changed.name, changed.note], ['Ann Onymous', 'hard of hearing'])
    assert.equal(changed.peopleAhead, 0)
    assert.equal((await agent.visit(first)).peopleAhead, 1)
  })

  it('C9 P07 serve now: staff check in and begin at their own counter at once', async () => {
    const requests = [{ service: 'driver-licence' }]

    const visit = await agent.addVisit('victoria', { requests, serveAt: '4' })

    assert.deepEqual([visit.state, visit.counter], ['serving', '4'])
    assert.equal((await agent.finish(visit.id, {})).state, 'served')
  })

  it('C20 P21 an agent on a break calls nobody, and calls again when back', async () => {
    const [id = ''] = await arrivals(1)
    await agent.takeCounter('victoria', { counter: '1' })

    await agent.changeAvailability('victoria', { availability: 'break' })

    await assertRefused(agent.callNext('victoria', '1'), 'agent-not-available')
    await agent.changeAvailability('victoria', { availability: 'available' })
    assert.equal(await next(agent, '1'), id)
    await assertRefused(agent.leaveCounter('victoria'), 'agent-busy')
    await agent.noShow(id, {})
    assert.equal((await agent.leaveCounter('victoria')).counter, null)
  })
})
