// The main path over HTTP: a citizen checks in, an agent calls, begins and finishes.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { DeskView } from '#protocol/views'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE, PASSWORD } from '../support/seeded.ts'

const waiting = (desk: DeskView) =>
  desk.rows.flatMap((row) => (row.kind === 'visit' && row.state === 'waiting' ? [row] : []))

describeOnEach('the main path', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  it('C1 C5 P09 P11 goes from the kiosk through call, begin and finish to served', async () => {
    const agent = await office.signIn('agent.victoria')
    const id = await office.idOf('agent.victoria')

    const ticket = await office.checkIn('driver-licence')
    office.clock.advance(5 * MINUTE)
    const called = await agent.callNext('victoria', '2')
    office.clock.advance(MINUTE)
    const begun = await agent.begin(ticket.id, {})
    office.clock.advance(7 * MINUTE)
    const served = await agent.finish(ticket.id, { outcome: 'done', quantity: 2 })

    assert.equal(ticket.ticket, 'A001')
    assert.equal(ticket.state, 'waiting')
    assert.equal(ticket.peopleAhead, 0)
    assert.equal(called?.id, ticket.id)
    assert.deepEqual([called.state, called.agent, called.counter], ['called', id, '2'])
    assert.deepEqual(called.reason, { rule: 'longest-wait', candidates: 1, passedOver: 0 })
    assert.deepEqual([begun.state, begun.agent, begun.counter], ['serving', id, '2'])
    assert.equal(served.state, 'served')
    assert.deepEqual(served.requests[0], {
      ...{ id: 1, service: 'driver-licence', channel: 'in-person' },
      ...{ quantity: 2, done: true, outcome: 'done' },
    })
    assert.equal(Date.parse(served.since) - Date.parse(served.arrivedAt), 13 * MINUTE)
  })

  it('tells the kiosk its ticket only, and staff the whole visit', async () => {
    const greeter = await office.signIn('greeter.victoria')
    const requests = [{ service: 'health-card' }]

    const ticket = await office.checkIn('health-card', 'Ann Onymous')
    const visit = await greeter.addVisit('victoria', { requests, name: 'Bo Dee', language: 'fr' })

    assert.deepEqual(Object.keys(ticket).sort(), [
      ...['arrivedAt', 'follow', 'id', 'language', 'office', 'peopleAhead'],
      ...['service', 'state', 'ticket', 'version'],
    ])
    assert.deepEqual([visit.name, visit.via, visit.language], ['Bo Dee', 'greeter', 'fr'])
    assert.equal((await greeter.visit(ticket.id)).via, 'kiosk')
  })

  it('answers 204 when nobody waits, and leaves the agent at the counter', async () => {
    const token = await office.tokenOf('agent.victoria')
    const path = '/api/v1/offices/victoria/call-next'

    const answer = await office.request('POST', path, { token, body: { counter: '3' } })

    assert.equal(answer.status, 204)
    assert.equal(answer.body, '')
    const desk = await office.api(token).desk('victoria')
    const counter = desk.rows.find((row) => row.id === 'counter:3')
    assert.equal(counter?.kind === 'counter' && counter.agent, await office.idOf('agent.victoria'))
  })

  it('counts the people ahead, and lets go of them as they are called', async () => {
    const agent = await office.signIn('agent.victoria')
    const first = await office.checkIn()
    office.clock.advance(1)
    const second = await office.checkIn()
    office.clock.advance(1)
    const third = await office.checkIn()
    assert.deepEqual(
      [first, second, third].map((each) => each.peopleAhead),
      [0, 1, 2],
    )

    await agent.callNext('victoria', '1')

    assert.equal((await agent.visit(third.id)).peopleAhead, 1)
    assert.equal((await agent.visit(first.id)).peopleAhead, null)
  })

  it('carries versions that grow with every answer, and with the views', async () => {
    const agent = await office.signIn('agent.victoria')
    const { version: before } = await agent.desk('victoria')

    const ticket = await office.checkIn()
    const called = await agent.callNext('victoria', '1')
    const begun = await agent.begin(ticket.id, {})
    const served = await agent.finish(ticket.id, {})

    const versions = [before, ticket, called, begun, served].map((each) =>
      typeof each === 'number' ? each : (each?.version ?? 0),
    )
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    )
    assert.equal((await agent.desk('victoria')).version, served.version)
  })

  it('shows another office nothing of it', async () => {
    const elsewhere = await office.signIn('agent.cranbrook')
    const { at: _before, ...empty } = await elsewhere.desk('cranbrook')

    await office.checkIn('driver-licence')
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')

    const { at: _after, ...still } = await elsewhere.desk('cranbrook')
    assert.deepEqual(still, empty)
    assert.deepEqual(waiting(await agent.desk('victoria')), [])
  })

  it('B1 P08 numbers each prefix from 1, in each office', async () => {
    const tickets = []
    for (const service of ['driver-licence', 'health-card', 'driver-licence'])
      tickets.push((await office.checkIn(service)).ticket)
    const elsewhere = await office.checkIn('driver-licence', undefined, 'cranbrook')

    assert.equal(tickets[0], 'A001')
    assert.equal(tickets[2], 'A002')
    assert.match(tickets[1] ?? '', /^[A-Z]+001$/)
    assert.equal(elsewhere.ticket, 'A001')
  })

  it('signs staff in with their password, in a cookie that scripts cannot read', async () => {
    const body = { username: 'Agent.Victoria', password: PASSWORD }

    const answer = await office.request('POST', '/api/v1/sign-in', { body })

    const cookie = answer.headers.get('set-cookie') ?? ''
    assert.equal(answer.status, 200)
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Strict/)
    const headers = { cookie: cookie.split(';')[0] ?? '' }
    const me = await office.request('GET', '/api/v1/me', { headers })
    assert.equal((me.body as { role: string }).role, 'agent')
    await office.request('POST', '/api/v1/sign-out', { headers, body: {} })
    assert.equal((await office.request('GET', '/api/v1/me', { headers })).status, 401)
  })
})
