// The phone: a ticket's link shows its own visit to whoever has it, live, and lets them leave or ask for
// more time. It opens nothing else.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { TicketRow, TicketView } from '#protocol'
import type { OfficeChanged, Watched } from '#protocol/events'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { connectSocket, refusalOf, watch } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR } from '../support/seeded.ts'

const V1 = '/api/v1'
const EVERY = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')

describeOnEach('the phone', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  /** Somebody checks in, and follows the ticket. */
  async function checkIn(name?: string) {
    office.clock.advance(1_000)
    const ticket = await office.checkIn('driver-licence', name)
    const token = ticket.follow?.replace('/t/', '') ?? ''
    return { ...ticket, token }
  }

  /** The ticket's row over HTTP. */
  async function row(token: string): Promise<TicketRow> {
    const { body } = await office.request('GET', `${V1}/tickets/${token}`)
    const [found] = (body as TicketView).rows
    assert.ok(found)
    return found
  }

  /** Follows a ticket live: what it is told, the last row included. */
  async function follow(token: string) {
    const socket = connectSocket(office, { ticket: token })
    const ask = () =>
      socket.timeout(5_000).emitWithAck('ticket:watch', { token }) as Promise<Watched>
    const watched = await ask()
    assert.ok(watched.ok)
    const told: OfficeChanged[] = []
    socket.on('office:changed', (change) => told.push(change))
    return { socket, view: watched.view as TicketView, told, ask }
  }

  it('A12 answers a kiosk the link of its ticket, and staff none', async () => {
    const ticket = await checkIn()
    assert.match(ticket.follow ?? '', /^\/t\/[\w-]{43}$/)
    const greeter = await office.signIn('greeter.victoria')
    const requests = [{ service: 'driver-licence' }]
    const answer = await greeter.addVisit('victoria', { requests })
    assert.equal('follow' in answer, false)
  })

  it('A12 shows number, place and service to whoever has the link, and no name, id or other ticket', async () => {
    const other = await checkIn('Bo Dee')
    const mine = await checkIn('Ann Onymous')
    const answer = await office.request('GET', `${V1}/tickets/${mine.token}`)
    assert.equal(answer.status, 200)
    const shown = JSON.stringify(answer.body)
    for (const hidden of ['Ann', 'Bo Dee', other.ticket, other.id, mine.id])
      assert.ok(!shown.includes(hidden), hidden)
    const { ticket, state, peopleAhead, office: name } = await row(mine.token)
    assert.deepEqual(
      { ticket, state, peopleAhead },
      {
        ticket: mine.ticket,
        state: 'waiting',
        peopleAhead: 1,
      },
    )
    assert.equal(name.en, 'Victoria')
  })

  it('A12 knows no link in which a single character is another', async () => {
    const { token } = await checkIn()
    await assertNothingChanges(office, async () => {
      for (let at = 0; at < token.length; at += 1) {
        // The last one has bits to spare: some others would decode to the same bytes.
        const others = at === token.length - 1 ? EVERY : ['A', 'B', '_']
        for (const other of others) {
          if (token[at] === other) continue
          const wrong = token.slice(0, at) + other + token.slice(at + 1)
          assertProblem(await office.request('GET', `${V1}/tickets/${wrong}`), 'ticket-unknown')
        }
      }
      for (const wrong of ['x', `${token}A`, token.slice(1), '%2e%2e']) {
        for (const act of ['leave', 'more-time']) {
          const path = `${V1}/tickets/${wrong}/${act}`
          const { status } = await office.request('POST', path, { body: {} })
          assert.equal(status, 404, path)
        }
      }
    })
  })

  it('A12 opens nothing else: the link is no token of a person or device', async () => {
    const { token, id } = await checkIn()
    for (const path of ['/me', '/offices/victoria/desk', `/visits/${id}`]) {
      assertProblem(await office.request('GET', V1 + path, { token }), 'sign-in-needed')
    }
    const { socket } = await follow(token)
    for (const as of ['desk', 'board', 'kiosk']) {
      const answer = await watch(socket, { office: 'victoria', as })
      assert.ok(!answer.ok && answer.problem.code === 'sign-in-needed', as)
    }
    socket.disconnect()
  })

  it('A12 is told of its own moves and its place alone, with versions that follow each other', async () => {
    const first = await checkIn()
    const mine = await checkIn()
    const { socket, view, told } = await follow(mine.token)
    assert.equal(view.rows[0]?.peopleAhead, 1)
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')
    await agent.begin(first.id, {})
    await checkIn()
    await agent.finish(first.id, { outcome: 'done' })
    await agent.callNext('victoria', '1')
    await eventually(() => told.length >= 2, 'the changes')
    let { version } = view
    for (const change of told) {
      assert.equal(change.since, version)
      assert.equal(change.as, 'ticket')
      version = change.version
      assert.equal(change.put.length, 1)
    }
    const rows = told.map(({ put }) => put[0] as TicketRow)
    assert.deepEqual(
      rows.map(({ state, peopleAhead, counter }) => [state, peopleAhead, counter?.en ?? null]),
      [
        ['waiting', 0, null],
        ['called', null, 'Counter 1'],
      ],
    )
    socket.disconnect()
  })

  it('A12 hears a heartbeat of its version', async () => {
    const { token } = await checkIn()
    const { socket, view } = await follow(token)
    const beat = await new Promise<{ as: string; version: number }>((resolve) => {
      socket.once('office:heartbeat', resolve)
    })
    assert.deepEqual([beat.as, beat.version], ['ticket', view.version])
    socket.disconnect()
  })

  it('A12 lets nobody in with a forged link, and asks for a well-formed one', async () => {
    const { token } = await checkIn()
    const forged = connectSocket(office, {
      ticket: token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    })
    assert.equal((await refusalOf(forged)).code, 'ticket-unknown')
    const { socket, ask } = await follow(token)
    const wrong = await (socket
      .timeout(5_000)
      .emitWithAck('ticket:watch', { token: 7 } as never) as Promise<Watched>)
    assert.ok(!wrong.ok && wrong.problem.code === 'invalid-input')
    assert.ok((await ask()).ok)
    socket.disconnect()
  })

  it('A12 follows the visit into another office', async () => {
    const mine = await checkIn()
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')
    const { socket, told, ask } = await follow(mine.token)
    await agent.transfer(mine.id, { office: 'cranbrook' })
    await eventually(() => told.some(({ drop }) => drop?.includes('ticket')), 'the drop')
    const again = await ask()
    assert.ok(again.ok)
    assert.equal(again.view.office, 'cranbrook')
    assert.equal((await row(mine.token)).office.en, 'Cranbrook')
    socket.disconnect()
  })

  it('A12 leaves by the citizen’s own word, once, and shows it until the day is over', async () => {
    const { token, id } = await checkIn()
    const phone = office.api('')
    const left = await phone.leaveQueue(token)
    assert.equal(left.rows[0]?.state, 'left')
    await assertNothingChanges(office, () =>
      assertRefused(phone.leaveQueue(token), 'move-not-allowed'),
    )
    const manager = await office.signIn('manager.victoria')
    const { facts } = await manager.story(id)
    assert.deepEqual(facts.at(-1)?.by, null)
    assert.equal((await row(token)).state, 'left')
    office.clock.advance(20 * HOUR)
    assertProblem(await office.request('GET', `${V1}/tickets/${token}`), 'ticket-unknown')
  })

  it('A12 leaves when called, and not once service has begun', async () => {
    const { token, id } = await checkIn()
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')
    await agent.begin(id, {})
    await assertNothingChanges(office, () =>
      assertRefused(office.api('').leaveQueue(token), 'move-not-allowed'),
    )
    await agent.return(id, { place: 'kept' })
    await agent.callNext('victoria', '1')
    assert.equal((await office.api('').leaveQueue(token)).rows[0]?.state, 'left')
  })

  it('A13 lets others go first, says how often it still can, and says why it cannot', async () => {
    const mine = await checkIn()
    const phone = office.api('')
    await assertNothingChanges(office, () =>
      assertRefused(phone.askMoreTime(mine.token), 'nobody-behind'),
    )
    for (let n = 0; n < 5; n += 1) await checkIn()
    const once = await phone.askMoreTime(mine.token)
    assert.deepEqual([once.rows[0]?.peopleAhead, once.rows[0]?.moreTimeLeft], [3, 1])
    const twice = await phone.askMoreTime(mine.token)
    assert.deepEqual([twice.rows[0]?.peopleAhead, twice.rows[0]?.moreTimeLeft], [5, 0])
    await assertNothingChanges(office, () =>
      assertRefused(phone.askMoreTime(mine.token), 'more-time-used'),
    )
    await office.restart()
    const { moreTimeLeft, peopleAhead } = await row(mine.token)
    assert.deepEqual([moreTimeLeft, peopleAhead], [0, 5])
  })

  it('A13 happens once for ten touches with one key, and twice at most for ten with ten', async () => {
    const [mine, other] = [await checkIn(), await checkIn()]
    for (let n = 0; n < 8; n += 1) await checkIn()
    const phone = office.api('')
    const same = Array.from({ length: 10 }, () => phone.askMoreTime(mine.token, 'one-press'))
    assert.ok((await Promise.all(same)).every(({ rows }) => rows[0]?.moreTimeLeft === 1))
    const many = Array.from({ length: 10 }, () => phone.askMoreTime(other.token))
    const happened = (await Promise.allSettled(many)).filter(({ status }) => status === 'fulfilled')
    assert.equal(happened.length, 2)
    const key = { 'idempotency-key': 'one-press' }
    const path = `${V1}/tickets/${mine.token}/leave`
    const reused = await office.request('POST', path, { headers: key, body: {} })
    assertProblem(reused, 'key-reused')
  })

  it('A12 races a call: the visit is called and then left, or left and not called', async () => {
    const { token, id } = await checkIn()
    const agent = await office.signIn('agent.victoria')
    const [called] = await Promise.all([
      agent.callNext('victoria', '1'),
      office.api('').leaveQueue(token),
    ])
    assert.ok(called === null || called.id === id)
    assert.equal((await row(token)).state, 'left')
  })

  it('A12 refuses what is not asked properly', async () => {
    const { token } = await checkIn()
    await assertNothingChanges(office, async () => {
      for (const body of [{ by: 'staff' }, [], '"x"', 'no json']) {
        const { status } = await office.request('POST', `${V1}/tickets/${token}/leave`, { body })
        assert.equal(status, 400)
      }
      const put = await office.request('PUT', `${V1}/tickets/${token}/leave`, { body: {} })
      assertProblem(put, 'method-not-allowed')
    })
  })
})
