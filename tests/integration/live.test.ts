// Live sync: every screen of an office agrees with what HTTP says, another office's screens hear
// nothing, and who may not watch is told so.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import type { OfficeChanged } from '#protocol/events'
import type { ProblemCode } from '#protocol/problems'
import { Problem } from '#protocol/problems'
import { busyDay } from '../support/busy-day.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { connectSocket, Listener, refusalOf, watch } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const byId = (rows: readonly { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

describeOnEach('live sync', (database) => {
  let office: TestOffice
  before(async () => (office = await openOffice(database)))
  after(() => office.close())

  it('keeps two desks, two boards and a kiosk equal to HTTP, and another office deaf', async () => {
    const [display, kioskToken] = [
      await office.deviceToken('display'),
      await office.deviceToken('kiosk'),
    ]
    const staff = await office.tokenOf('agent5.victoria')
    const desks = [await Listener.open(office, 'desk', staff)]
    const boards = [await Listener.open(office, 'board', display)]
    const kiosk = await Listener.open(office, 'kiosk', kioskToken)
    const elsewhere = [
      await Listener.open(
        office,
        'board',
        await office.deviceToken('display', 'dawson-creek'),
        'dawson-creek',
      ),
      await Listener.open(
        office,
        'desk',
        await office.tokenOf('agent.dawson-creek'),
        'dawson-creek',
      ),
    ] as const
    await busyDay(office, { steps: 60, seed: 21 })
    desks.push(await Listener.open(office, 'desk', await office.tokenOf('manager.victoria')))
    boards.push(await Listener.open(office, 'board', display))

    await busyDay(office, { steps: 90, seed: 22 })

    const http = {
      desk: await office.api(staff).desk('victoria'),
      board: await office.api(display).board('victoria'),
      kiosk: await office.api(kioskToken).kiosk('victoria'),
    }
    for (const [listener, view] of [
      ...desks.map((each) => [each, http.desk] as const),
      ...boards.map((each) => [each, http.board] as const),
      [kiosk, http.kiosk] as const,
    ]) {
      await eventually(() => listener.view.version === view.version, 'the last version')
      assert.deepEqual(byId(listener.view.rows), byId(view.rows))
      assert.equal(listener.gaps, 0)
      assertChained(listener.changes)
      listener.close()
    }
    for (const listener of elsewhere) {
      assert.deepEqual([listener.changes, listener.calls], [[], []])
      listener.close()
    }
    assertBoardKnowsNobody([...boards[0]!.everything, ...boards[1]!.everything])
  })

  it('P25 sees a visit go from one office’s desks to the other’s, with its number and name', async () => {
    const { id, ticket } = await office.checkIn('driver-licence', 'Ann Onymous')
    const from = await Listener.open(office, 'desk', await office.tokenOf('agent5.victoria'))
    const token = await office.tokenOf('agent.cranbrook')
    const to = await Listener.open(office, 'desk', token, 'cranbrook')
    const agent = await office.signIn('agent5.victoria')

    await agent.transfer(id, { office: 'cranbrook' })

    await from.until((view) => !view.rows.some((row) => row.id === id))
    const view = await to.until(({ rows }) => rows.some((row) => row.id === id))
    const row = view.rows.find((each) => each.id === id)
    assert.ok(row?.kind === 'visit')
    assert.deepEqual([row.state, row.ticket, row.name], ['waiting', `VIC ${ticket}`, 'Ann Onymous'])
    assert.deepEqual(byId(view.rows), byId((await office.api(token).desk('cranbrook')).rows))
    assert.deepEqual([from.gaps, to.gaps], [0, 0])
    await office.api(token).leave(id, {})
    from.close()
    to.close()
  })

  it('announces each call and recall once, in order, with its counter', async () => {
    const display = await office.deviceToken('display', 'cranbrook')
    const board = await Listener.open(office, 'board', display, 'cranbrook')
    const agent = await office.signIn('agent.cranbrook')
    const { id, ticket } = await office.checkIn('notary', 'Ann Onymous', 'cranbrook')

    // By name: people sent here from the other office are waiting too.
    await agent.call(id, { counter: '3' })
    await agent.recall(id, {})

    await eventually(() => board.calls.length === 2, 'both announcements')
    const [call, recall] = board.calls
    const told = { visit: id, ticket, counter: '3', language: 'en' }
    assert.ok(call && recall)
    const [first, again] = [call.id, recall.id]
    assert.deepEqual(call, { ...told, service: 'notary', id: first })
    assert.deepEqual(recall, { ...told, service: 'notary', id: again, times: 2 })
    assert.ok(recall.id > call.id)
    board.close()
  })

  it('beats with the version of the view, and asks nothing over HTTP meanwhile', async () => {
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    let requests = 0
    const count = (): void => void (requests += 1)
    office.app.http.on('request', count)

    await eventually(() => board.beats.length > 0, 'a heartbeat', 6_000)

    office.app.http.off('request', count)
    assert.equal(board.beats[0]?.version, board.view.version)
    assert.equal(requests, 0)
    board.close()
  })

  const TOKENS = {
    'a kiosk': () => office.deviceToken('kiosk'),
    'a display': () => office.deviceToken('display'),
    'an agent': () => office.tokenOf('agent.victoria'),
    'an executive': () => office.tokenOf('executive'),
  }
  const NOT_FOR_THEM: [who: keyof typeof TOKENS, as: string, code: string, ProblemCode][] = [
    ['a kiosk', 'desk', 'victoria', 'not-allowed'],
    ['a kiosk', 'board', 'victoria', 'not-allowed'],
    ['a display', 'desk', 'victoria', 'not-allowed'],
    ['a display', 'kiosk', 'victoria', 'not-allowed'],
    ['a display', 'board', 'cranbrook', 'not-your-office'],
    ['an agent', 'desk', 'cranbrook', 'not-your-office'],
    ['an agent', 'board', 'cranbrook', 'not-your-office'],
    ['an executive', 'desk', 'victoria', 'not-allowed'],
    ['an agent', 'desk', 'atlantis', 'office-unknown'],
    ['an agent', 'throne', 'victoria', 'invalid-input'],
  ]
  for (const [who, as, code, problem] of NOT_FOR_THEM)
    it(`refuses ${who} the ${as} of ${code}: ${problem}`, async () => {
      const token = await TOKENS[who]()
      const socket = connectSocket(office, { token })
      const heard: unknown[] = []
      socket.onAny((event: string) => heard.push(event))

      const watched = await watch(socket, { office: code, as })

      assert.ok(!watched.ok)
      assert.equal(Problem.parse(watched.problem).code, problem)
      const { id } = await office.checkIn(
        'notary',
        undefined,
        code === 'cranbrook' ? code : 'victoria',
      )
      await (await office.signIn('manager.victoria')).visit(id).catch(() => null)
      assert.deepEqual(heard, [])
      socket.disconnect()
    })

  it('refuses bad requests to watch, and stays there for a good one', async () => {
    const socket = connectSocket(office, { token: await office.deviceToken('display') })
    const bad = [
      null,
      'victoria',
      {},
      { office: 'victoria' },
      { office: 'victoria', as: 'board', more: 1 },
      { office: ['victoria'], as: 'board' },
      [],
    ]
    for (const request of bad) {
      const watched = await watch(socket, request)
      assert.equal(!watched.ok && watched.problem.code, 'invalid-input')
    }
    assert.equal((await watch(socket, { office: 'victoria', as: 'board' })).ok, true)
    socket.disconnect()
  })

  it('lets nobody in without credentials, with forged ones, or too old', async () => {
    const kiosk = await office.deviceToken('kiosk')
    const cookie = `guichet_session=${await office.tokenOf('agent.victoria')}`
    const cases: [Record<string, unknown>, Record<string, string>, ProblemCode][] = [
      [{}, {}, 'sign-in-needed'],
      [{ token: 7 }, {}, 'sign-in-needed'],
      [{ token: `${kiosk.slice(0, -4)}AAAA` }, {}, 'sign-in-needed'],
      [{}, { cookie, origin: 'https://evil.example' }, 'sign-in-needed'],
      [{ token: kiosk, contract: -7 }, {}, 'contract-too-old'],
    ]
    for (const [auth, headers, code] of cases)
      assert.equal((await refusalOf(connectSocket(office, auth, headers))).code, code)
    const own = connectSocket(office, {}, { cookie, origin: office.origin })
    assert.equal((await watch(own, { office: 'victoria', as: 'desk' })).ok, true)
    own.disconnect()
  })

  it('hangs up on a device that is revoked', async () => {
    const [display] = (await office.app.devices.list('dawson-creek')).filter(
      (each) => each.kind === 'display',
    )
    const board = await Listener.open(
      office,
      'board',
      await office.deviceToken('display', 'dawson-creek'),
      'dawson-creek',
    )
    const token = await office.tokenOf('manager.dawson-creek')

    await office.request('DELETE', `/api/v1/offices/dawson-creek/devices/${String(display?.id)}`, {
      token,
    })

    await eventually(() => !board.socket.connected, 'the end of the connection')
  })

  it('hangs up on staff who sign out', async () => {
    const token = await office.tokenOf('agent.victoria')
    const desk = await Listener.open(office, 'desk', token)

    await office.request('POST', '/api/v1/sign-out', { token, body: {} })

    await eventually(() => !desk.socket.connected, 'the end of the connection')
  })
})

/** Each change goes on from the one before. */
function assertChained(changes: readonly OfficeChanged[]): void {
  assert.ok(changes.length > 0)
  for (const [index, change] of changes.entries()) {
    assert.ok(change.version > change.since)
    if (index > 0) assert.equal(change.since, changes[index - 1]?.version)
  }
}

function assertBoardKnowsNobody(heard: readonly unknown[]): void {
  const text = JSON.stringify(heard)
  for (const word of ['Zebulon', 'guide dog', '"note"', '"agent"', '"priority"', '"requests"'])
    assert.ok(!text.includes(word), word)
  const visits = heard.flatMap((each) => {
    const { rows, put } = each as { rows?: object[]; put?: object[] }
    return [...(rows ?? []), ...(put ?? [])].filter((row) => 'ticket' in row)
  })
  assert.ok(visits.length > 5)
  for (const visit of visits) assert.ok(!('name' in visit))
}
