// Signs over the counters, and calling by name: what each public screen learns, and what it never does.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import { USUAL_BOARD, type PutBoard } from '#protocol'
import type { Api } from '#protocol/api'
import { SignView } from '#protocol/views'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertRefused } from '../support/refusals.ts'

const { code: _code, ...USUAL } = USUAL_BOARD
const byName = structuredClone({ ...USUAL, calledBy: 'name' }) as PutBoard
const NAME = 'Marguerite Bourgeoys Tremblay'
const requests = [{ service: 'notary' }]

describeOnEach('D6 signs over the counters', (database) => {
  let office: TestOffice
  let agent: Api
  let display: Api
  let sign: Listener<'sign'>
  before(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    const token = await office.deviceToken('display')
    display = office.api(token)
    sign = await Listener.open(office, 'sign', token)
  })
  after(async () => {
    sign.close()
    await office.close()
  })

  const at = (counter: string) => {
    const row = sign.view.rows.find((each) => each.id === `counter:${counter}`)
    assert.ok(row?.kind === 'sign')
    return row
  }
  const until = (is: string) => sign.until(() => at('4').is === is)

  it('say closed, next please, who is called and served, and a break with its end', async () => {
    const whole = await display.sign('victoria')
    assert.deepEqual(SignView.parse(whole), whole)
    assert.deepEqual(at('4'), {
      ...{ id: 'counter:4', kind: 'sign', code: '4', is: 'closed' },
      name: { en: 'Counter 4', fr: 'Guichet 4' },
    })
    await agent.takeCounter('victoria', { counter: '4' })
    await until('next')
    const { id, ticket } = await office.checkIn('notary', NAME)
    await agent.callNext('victoria', '4')
    await until('called')
    assert.deepEqual([at('4').ticket, at('4').language, at('4').times], [ticket, 'en', 1])
    await agent.recall(id, {})
    await sign.until(() => at('4').times === 2)
    await agent.begin(id, {})
    await until('serving')
    assert.equal(at('4').ticket, ticket)
    await agent.finish(id, {})
    await until('next')
    const sooner = '2026-06-02T16:30:00.000Z'
    await agent.changeAvailability('victoria', { availability: 'break', backAt: sooner })
    await sign.until(() => at('4').backAt === sooner)
    const backAt = '2026-06-02T16:45:00.000Z'
    await agent.changeAvailability('victoria', { availability: 'break', backAt })
    await sign.until(() => at('4').backAt === backAt)
    await office.restart()
    assert.deepEqual(
      (await office.api(await office.deviceToken('display')).sign('victoria')).rows.find(
        (row) => row.id === 'counter:4',
      ),
      at('4'),
      'the end of a break outlives a restart',
    )
    agent = await office.signIn('agent.victoria')
    sign.close()
    sign = await Listener.open(office, 'sign', await office.deviceToken('display'))
    await assertRefused(
      agent.changeAvailability('victoria', {
        availability: 'away',
        backAt: '2026-06-02T15:00:00Z',
      }),
      'times-impossible',
    )
    await agent.changeAvailability('victoria', { availability: 'available' })
    await until('next')
    assert.equal(at('4').backAt, undefined)
    await agent.leaveCounter('victoria')
    await until('closed')
    assert.equal(sign.gaps, 0)
  })

  it('are busy, and show nobody, while a visit by phone is at the counter', async () => {
    await agent.takeCounter('victoria', { counter: '4' })
    const { id } = await agent.addVisit('victoria', {
      requests: [{ service: 'notary', channel: 'phone' }],
      serveAt: '4',
    })
    await until('serving')
    assert.equal(at('4').ticket, undefined)
    await agent.finish(id, {})
    await agent.leaveCounter('victoria')
  })

  it('cost few bytes a change, and hear of no other office', async () => {
    const token = await office.deviceToken('display', 'cranbrook')
    const other = await Listener.open(office, 'sign', token, 'cranbrook')
    await agent.takeCounter('victoria', { counter: '4' })
    await office.checkIn('notary')
    sign.changes.length = 0
    const called = await agent.callNext('victoria', '4')
    await until('called')
    for (const change of sign.changes)
      assert.ok(Buffer.byteLength(JSON.stringify(change)) < 500, JSON.stringify(change))
    assert.deepEqual(other.changes, [])
    await assert.rejects(Listener.open(office, 'sign', token, 'victoria'), /not-your-office/)
    await assert.rejects(
      Listener.open(office, 'sign', await office.deviceToken('kiosk')),
      /not-allowed/,
    )
    await agent.noShow(called?.id ?? '', {})
    await agent.leaveCounter('victoria')
    other.close()
  })
})

describeOnEach('D11 calling by name', (database) => {
  let office: TestOffice
  let agent: Api
  let manager: Api
  let kiosk: Api
  before(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    manager = await office.signIn('manager.victoria')
    kiosk = await office.kiosk()
    await agent.takeCounter('victoria', { counter: '4' })
  })
  after(() => office.close())

  /** All that board and sign are told while `work` is done. */
  async function overheard(work: () => Promise<unknown>): Promise<string> {
    const token = await office.deviceToken('display')
    const screens = [
      await Listener.open(office, 'board', token),
      await Listener.open(office, 'sign', token),
    ]
    await work()
    const { version } = await office.api(token).board('victoria')
    await eventually(() => (screens[0]?.view.version ?? 0) >= version, 'the board')
    const told = JSON.stringify(screens.map(({ everything }) => everything))
    for (const screen of screens) screen.close()
    return told
  }
  async function serve(more: object): Promise<void> {
    const { id } = await kiosk.addVisit('victoria', { requests, name: NAME, ...more })
    await agent.call(id, {})
    await agent.begin(id, {})
    await agent.finish(id, {})
  }

  it('tells no board and no sign a name by default, whoever agreed', async () => {
    assert.equal(
      (await kiosk.kiosk('victoria')).rows.find((row) => row.kind === 'office')?.callsByName,
      undefined,
    )
    const told = await overheard(() => serve({ mayBeCalledByName: true }))
    assert.ok(!/Marguerite|Bourgeoys|Tremblay/.test(told))
  })

  it('tells first name and initial of those who agreed, and of nobody else', async () => {
    await manager.putBoard('victoria', 'main', byName)
    const isAsked = async () =>
      (await kiosk.kiosk('victoria')).rows.find((row) => row.kind === 'office')?.callsByName
    assert.equal(await isAsked(), true)
    assert.ok(!/Marguerite/.test(await overheard(() => serve({}))))
    assert.ok(!/Marguerite/.test(await overheard(() => serve({ mayBeCalledByName: false }))))

    const told = await overheard(() => serve({ mayBeCalledByName: true }))

    assert.ok(/"name":"Marguerite T\."/.test(told))
    assert.ok(/"person":"Marguerite T\."/.test(told))
    const later = await office.api(await office.deviceToken('display')).board('victoria')
    assert.ok(!/Marguerite/.test(JSON.stringify(later)), 'gone once they are served')
    assert.ok(!/Bourgeoys|Tremblay/.test(told))
  })

  it('stops at once when staff take the agreement or the name away, or the office stops', async () => {
    const { id } = await kiosk.addVisit('victoria', {
      requests,
      name: NAME,
      mayBeCalledByName: true,
    })
    await agent.call(id, {})
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const nameOf = () => {
      const row = board.view.rows.find((each) => each.id === id)
      return row?.kind === 'visit' ? row.name : undefined
    }
    assert.equal(nameOf(), 'Marguerite T.')
    await agent.changeVisit(id, { mayBeCalledByName: false })
    await board.until(() => nameOf() === undefined)
    await agent.changeVisit(id, { mayBeCalledByName: true })
    await board.until(() => nameOf() !== undefined)
    await agent.changeVisit(id, { name: '' })
    await board.until(() => nameOf() === undefined)
    await agent.changeVisit(id, { name: NAME })
    assert.equal((await agent.visit(id)).mayBeCalledByName, undefined, 'it went with the name')
    await agent.changeVisit(id, { mayBeCalledByName: true })
    await board.until(() => nameOf() !== undefined)
    await manager.removeBoard('victoria', 'main')
    await board.until(() => nameOf() === undefined)
    await agent.begin(id, {})
    await agent.finish(id, {})
    board.close()
  })

  it('keeps the agreement with the name, out of the journal, over a restart', async () => {
    await manager.putBoard('victoria', 'main', byName)
    const { id } = await kiosk.addVisit('victoria', {
      requests,
      name: NAME,
      mayBeCalledByName: true,
    })
    const facts: { data: string }[] = await office.db.reader('facts').select('data')
    assert.ok(facts.every(({ data }) => !/Marguerite|mayBeCalled/.test(data)))
    await office.restart()
    agent = await office.signIn('agent.victoria')
    await agent.call(id, {})
    const board = await office.api(await office.deviceToken('display')).board('victoria')
    const row = board.rows.find((each) => each.id === id)
    assert.ok(row?.kind === 'visit')
    assert.equal(row.name, 'Marguerite T.')
  })
})
