// The moves that came with a whole day at the desk: what staff say of an arrival, assigning,
// reordering, reasons, outcomes, people who do not come, and the note for the next agent.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { NoShowPolicy } from '../../server/domain/settings.ts'
import { configure, withPolicy } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertRefused } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

const licence = { requests: [{ service: 'driver-licence' }] }

describeOnEach('a day at the desk', (database) => {
  let office: TestOffice
  let agent: Api
  let other: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    other = await office.signIn('agent2.victoria')
  })
  afterEach(() => office.close())

  async function arrivals(count: number): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      office.clock.advance(MINUTE)
      ids.push((await office.checkIn()).id)
    }
    return ids
  }
  const next = async (api: Api, counter: string) => (await api.callNext('victoria', counter))?.id
  const noShow = (more: Partial<NoShowPolicy>) => {
    const usual = { afterRecalls: null, afterSeconds: null, waitsAgain: 0 }
    return withPolicy(office, { noShow: { ...usual, unhurried: 'doubled', ...more } })
  }

  it('A2 A10 P06 P17 takes in what the greeter says of a person', async () => {
    const given = {
      ...{ priority: 'priority', party: 4, counterKind: 'quick', preparation: 42_000 },
      ...{ phone: '250 555 0100', email: 'zeb@example.org', note: 'n', name: 'Zebulon' },
      needs: ['escort', 'seat'] as ('escort' | 'seat')[],
    }
    const visit = await agent.addVisit('victoria', { ...licence, ...given })

    const { priority, party, counterKind, phone, email, note, name, needs } = visit
    assert.deepEqual(
      { priority, party, counterKind, phone, email, note, name, needs, preparation: 42_000 },
      given,
    )
    const [fact] = await office.db.reader<{ data: string }>('facts').where('type', 'visit-arrived')
    const body = JSON.parse(fact?.data ?? '') as { details: unknown }
    const details = { party: 4, counterKind: 'quick', preparation: 42_000, unhurried: true }
    assert.deepEqual(body.details, details)
  })

  it('A9 P09 gives an arrival without details the usual counter kind, and a kiosk its needs', async () => {
    const kiosk = await office.kiosk()
    const { id } = await kiosk.addVisit('victoria', { ...licence, needs: ['quiet-call'] })

    const visit = await agent.visit(id)

    assert.deepEqual(
      [visit.counterKind, visit.needs, visit.party],
      ['counter', ['quiet-call'], undefined],
    )
  })

  it('A3 an appointment on time stands at its booked time, a late one at its arrival', async () => {
    const [walkIn = ''] = await arrivals(1)
    const bookedAt = (minutes: number) =>
      new Date(office.clock.now() + minutes * MINUTE).toISOString()
    const onTime = await agent.addVisit('victoria', { ...licence, bookedAt: bookedAt(-10) })
    const late = await agent.addVisit('victoria', { ...licence, bookedAt: bookedAt(-60) })

    const order = []
    for (let n = 0; n < 3; n += 1) {
      const id = (await next(agent, '1')) ?? ''
      order.push(id)
      await agent.noShow(id, {})
    }
    assert.deepEqual(order, [onTime.id, walkIn, late.id])
  })

  it('P17 P18 changes party, kind, needs and contacts, and takes them away again', async () => {
    const [id = ''] = await arrivals(1)
    const changed = await agent.changeVisit(id, {
      ...{ party: 3, counterKind: 'quick', needs: ['more-time'], phone: '250 555 0100' },
    })
    assert.deepEqual([changed.party, changed.counterKind], [3, 'quick'])
    assert.deepEqual([changed.needs, changed.phone], [['more-time'], '250 555 0100'])

    const back = await agent.changeVisit(id, { party: 1, counterKind: null, needs: [], phone: '' })

    assert.deepEqual([back.party, back.counterKind, back.phone], [undefined, undefined, undefined])
    assert.deepEqual(back.needs ?? [], [])
    await assertRefused(agent.changeVisit(id, { counterKind: 'gold' }), 'counter-kind-unknown')
    await assertRefused(agent.changeVisit(id, { priority: 'royal' }), 'priority-unknown')
  })

  it('B15 assigns a waiting visit to one agent, and to anybody again', async () => {
    const [id = ''] = await arrivals(1)
    const them = await office.idOf('agent2.victoria')
    await assertRefused(agent.assign(id, { agent: them }), 'agent-unknown')
    await other.takeCounter('victoria', { counter: '2' })

    assert.equal((await agent.assign(id, { agent: them })).agent, them)
    await assertRefused(agent.call(id, { counter: '1' }), 'visit-not-for-you')
    assert.equal(await next(agent, '1'), undefined)
    assert.equal((await agent.undo(id, {})).agent, null)
    await agent.assign(id, { agent: them })
    await agent.assign(id, { agent: null })
    assert.equal(await next(agent, '1'), id)
  })

  it('B16 puts somebody elsewhere in line for a reason, and takes it back', async () => {
    const [a = '', b = '', c = ''] = await arrivals(3)
    const line = async () => {
      const visits = await Promise.all([a, b, c].map((id) => agent.visit(id)))
      const names = ['a', 'b', 'c']
      return visits
        .map((visit, index) => [visit.peopleAhead ?? 0, names[index]] as const)
        .sort(([one], [two]) => one - two)
        .map(([, name]) => name)
        .join('')
    }
    const reason = 'unwell'

    await agent.reorder(c, { before: b, reason })
    assert.equal(await line(), 'acb')
    await agent.undo(c, {})
    assert.equal(await line(), 'abc')
    await agent.reorder(c, { place: 'first', reason })
    assert.equal(await line(), 'cab')
    await agent.reorder(c, { place: 'last', reason })
    assert.equal(await line(), 'abc')
    const [fact] = await office.db
      .reader<{ data: string }>('facts')
      .where('type', 'visit-reordered')
    assert.equal((JSON.parse(fact?.data ?? '') as { reason: string }).reason, reason)
    await assertNothingChanges(office, async () => {
      await assertRefused(agent.reorder(c, { place: 'last', reason: 'whim' }), 'reason-unknown')
      await assertRefused(agent.reorder(c, { before: c, reason }), 'reorder-impossible')
      await assertRefused(agent.reorder(c, { before: 'nobody', reason }), 'visit-unknown')
    })
    await other.begin(a, { counter: '2' })
    await assertRefused(agent.reorder(c, { before: a, reason }), 'reorder-impossible')
  })

  it('B17 withdraws a service: nobody new, those who wait are served, nobody is sent to it', async () => {
    const [id = '', mine = ''] = await arrivals(2)
    const withdrawn = (code: string) =>
      configure(office, (settings) => ({
        ...settings,
        services: settings.services.map((each) =>
          each.code === code ? { ...each, withdrawn: true } : each,
        ),
      }))
    await withdrawn('driver-licence')

    await assertRefused(office.checkIn(), 'service-withdrawn')
    await agent.begin(id, { counter: '1' })
    await withdrawn('notary')
    await assertRefused(agent.transfer(id, { service: 'notary' }), 'service-withdrawn')
    await assertRefused(agent.addRequest(id, { service: 'notary' }), 'service-withdrawn')
    const request = { id: 1, service: 'notary' }
    await assertRefused(agent.changeVisit(id, { request }), 'service-withdrawn')
    assert.equal((await agent.finish(id, {})).state, 'served')
    assert.equal(await next(agent, '1'), mine)
  })

  it('C11 is not sent to an agent who is not there', async () => {
    const [id = ''] = await arrivals(1)
    const agentId = await office.idOf('agent3.victoria')
    await assertNothingChanges(office, () =>
      assertRefused(agent.transfer(id, { agent: agentId }), 'agent-unknown'),
    )
  })

  it('C13 P12 holds with a reason of the office, or without one, and with no other', async () => {
    const [id = ''] = await arrivals(1)
    await agent.begin(id, { counter: '1' })
    await assertRefused(agent.hold(id, { reason: 'whim' }), 'reason-unknown')
    assert.equal((await agent.hold(id, { reason: 'form' })).heldFor, 'form')
  })

  it('C17 P15 finishes with an outcome of the office, which it may insist on', async () => {
    const [id = ''] = await arrivals(1)
    await agent.begin(id, { counter: '1' })
    await assertRefused(agent.finish(id, { outcome: 'magic' }), 'outcome-unknown')
    await withPolicy(office, { outcomeNeeded: true })
    await assertRefused(agent.finish(id, {}), 'outcome-needed')

    const served = await agent.finish(id, { outcome: 'done', quantity: 2, timesWrong: true })

    assert.deepEqual([served.requests[0]?.outcome, served.requests[0]?.quantity], ['done', 2])
    assert.equal(served.timesWrong, true)
  })

  it('P15 says afterwards that times are not right, once', async () => {
    const [id = ''] = await arrivals(1)
    await agent.leave(id, {})
    assert.equal((await agent.markTimesWrong(id, {})).timesWrong, true)
    const before = await office.factCount()
    await agent.markTimesWrong(id, {})
    assert.equal(await office.factCount(), before)
  })

  it('C4 C7 makes one recall too many a no-show; never of who must not be hurried', async () => {
    await noShow({ afterRecalls: 2 })
    const [id = ''] = await arrivals(1)
    await agent.call(id, { counter: '1' })
    for (let n = 0; n < 2; n += 1) assert.equal((await agent.recall(id, {})).state, 'called')
    assert.equal((await agent.recall(id, {})).state, 'no-show')

    const slow = await agent.addVisit('victoria', { ...licence, needs: ['sign-language'] })
    await agent.call(slow.id, {})
    for (let n = 0; n < 4; n += 1) assert.equal((await agent.recall(slow.id, {})).state, 'called')
    assert.equal((await agent.recall(slow.id, {})).state, 'no-show')
    await noShow({ afterRecalls: 1, unhurried: 'never' })
    await agent.bringBack(slow.id, {})
    await agent.call(slow.id, {})
    for (let n = 0; n < 9; n += 1) assert.equal((await agent.recall(slow.id, {})).state, 'called')
  })

  it('C6 C7 who does not come waits again, last in line, as often as the office lets them', async () => {
    await noShow({ waitsAgain: 1 })
    const [id = '', second = ''] = await arrivals(2)
    await agent.call(id, { counter: '1' })

    const again = await agent.noShow(id, {})

    assert.deepEqual([again.state, again.timesMissed, again.peopleAhead], ['waiting', 1, 1])
    assert.equal(await next(agent, '1'), second)
    await agent.leave(second, {})
    await agent.call(id, {})
    assert.equal((await agent.noShow(id, {})).state, 'no-show')
    assert.equal((await agent.undo(id, {})).state, 'called')
  })

  for (const [place, ahead] of [
    ['kept', 0],
    ['first', 0],
    ['last', 2],
  ] as const)
    it(`C8 brings a no-show back at the ${place} place, its number kept`, async () => {
      const [id = ''] = await arrivals(3)
      const { ticket } = await agent.call(id, { counter: '1' })
      await agent.noShow(id, {})

      const back = await other.bringBack(id, { place })

      assert.deepEqual([back.state, back.ticket, back.peopleAhead], ['waiting', ticket, ahead])
    })

  it('P18 forgets the note when the visit ends, if the office says so: its row too', async () => {
    const notes = async () => {
      const rows = await office.db.reader<{ note: string | null }>('visit_people').select('note')
      return rows.map((row) => row.note)
    }
    const [id = ''] = await arrivals(1)
    await agent.changeVisit(id, { note: 'x'.repeat(1_000), name: 'Zebulon' })
    await agent.begin(id, { counter: '1' })
    assert.equal((await agent.visit(id)).note?.length, 1_000)

    const served = await agent.finish(id, {})

    assert.deepEqual([served.note, served.name], [null, 'Zebulon'])
    assert.deepEqual(await notes(), [null])

    await withPolicy(office, { forgetNotes: false })
    const [kept = ''] = await arrivals(1)
    await agent.changeVisit(kept, { note: 'keep' })
    assert.equal((await agent.leave(kept, {})).note, 'keep')
  })

  it('C30 P20 times work by phone at the counter, without any kind of counter', async () => {
    const requests = [{ service: 'driver-licence', channel: 'phone' as const }]
    const call = await agent.addVisit('victoria', { requests, serveAt: '3' })

    assert.deepEqual([call.state, call.counterKind], ['serving', undefined])
    assert.equal((await agent.finish(call.id, {})).state, 'served')
  })
})
