// A change costs bytes in proportion to itself, however many wait.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import type { Api } from '#protocol/api'

const WAITING = 300

describeOnEach(`with ${WAITING} waiting, a change`, (database) => {
  let office: TestOffice
  let agent: Api
  let desk: Listener<'desk'>
  let board: Listener<'board'>
  before(async () => {
    office = await openOffice(database)
    const kiosk = await office.kiosk()
    const requests = [{ service: 'driver-licence' }]
    await Promise.all(
      Array.from({ length: WAITING }, () =>
        kiosk.addVisit('victoria', { requests, name: 'Ann Onymous' }),
      ),
    )
    agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    desk = await Listener.open(office, 'desk', await office.tokenOf('agent2.victoria'))
    board = await Listener.open(office, 'board', await office.deviceToken('display'))
  })
  after(async () => {
    desk.close()
    board.close()
    await office.close()
  })

  let id = ''
  const steps: [string, () => Promise<unknown>][] = [
    ['an arrival', () => office.checkIn('driver-licence', 'Marguerite Bourgeoys-Tremblay')],
    ['a call', async () => (id = (await agent.callNext('victoria', '1'))?.id ?? '')],
    ['a begin', () => agent.begin(id, {})],
    ['a finish', () => agent.finish(id, {})],
  ]
  for (const [what, step] of steps)
    it(`by ${what} costs a board under 600 bytes and a desk under 1 kB, with all that it is told`, async () => {
      for (const { changes, calls } of [desk, board]) changes.length = calls.length = 0

      await step()

      const isAnnounced = () => what !== 'a call' || board.calls.length > 0
      await eventually(() => [desk, board].every(isTold) && isAnnounced(), 'the change')
      for (const [listener, most] of [
        [board, 600],
        [desk, 1_000],
      ] as const) {
        const told = [
          ...listener.changes.map((each) => JSON.stringify(['office:changed', each])),
          ...listener.calls.map((each) => JSON.stringify(['call:announced', each])),
        ]
        const bytes = Buffer.byteLength(told.join(''))
        assert.ok(bytes < most, `${bytes} bytes: ${told.join('\n')}`)
      }
    })

  it('by a break costs a desk under 500 bytes and a board under 250: the counter is closed', async () => {
    desk.changes.length = 0
    board.changes.length = 0

    await agent.changeAvailability('victoria', { availability: 'away', reason: 'elsewhere' })

    await eventually(() => desk.changes.length > 0 && board.changes.length > 0, 'the change')
    const bytes = (changes: object): number => Buffer.byteLength(JSON.stringify(changes))
    assert.ok(bytes(desk.changes) < 450, JSON.stringify(desk.changes))
    assert.ok(bytes(board.changes) < 250, JSON.stringify(board.changes))
  })

  const ofDesks: [string, () => Promise<unknown>][] = [
    ['a count at the door', () => agent.countDoor('victoria', 40)],
    ['a call for help', () => agent.callHelp('victoria')],
  ]
  for (const [what, step] of ofDesks)
    it(`by ${what} costs a desk under 500 bytes and a board nothing`, async () => {
      desk.changes.length = 0
      board.changes.length = 0

      await step()

      await eventually(() => desk.changes.length > 0, 'the change')
      const bytes = Buffer.byteLength(JSON.stringify(['office:changed', desk.changes]))
      assert.ok(bytes < 500, `${bytes} bytes: ${JSON.stringify(desk.changes)}`)
      assert.deepEqual(board.changes, [])
    })

  it('by a long note costs a desk its first 200 characters; all of it is there for who asks', async () => {
    const { id } = await office.checkIn('driver-licence', 'Marguerite Bourgeoys-Tremblay')
    const note = 'é'.repeat(199) + '🙂' + 'x'.repeat(799)
    await desk.until(({ rows }) => rows.some((row) => row.id === id))
    desk.changes.length = 0

    const answer = await agent.changeVisit(id, { note })

    await eventually(() => desk.changes.length > 0, 'the change')
    const bytes = Buffer.byteLength(JSON.stringify(['office:changed', desk.changes[0]]))
    assert.ok(bytes < 1_300, `${bytes} bytes`)
    const row = desk.view.rows.find((each) => each.id === id)
    assert.ok(row?.kind === 'visit')
    assert.equal(row.note, 'é'.repeat(199) + '🙂…')
    assert.equal(answer.note, note)
    assert.equal((await agent.visit(id)).note, note)
  })

  it('leaves out what goes without saying, and desk and board put it back', async () => {
    await agent.changeAvailability('victoria', { availability: 'available' })
    const { id } = (await agent.callNext('victoria', '1')) ?? { id: '' }
    await eventually(() => [desk, board].every((each) => sentBy(each, id)), 'the call')
    const onDesk = sentBy(desk, id)
    const onBoard = sentBy(board, id)

    assert.ok(onDesk && !('note' in onDesk) && !('kind' in onDesk))
    assert.ok(onBoard && !('state' in onBoard) && !('times' in onBoard) && !('calledAt' in onBoard))
    assert.deepEqual(sorted(desk.view.rows), sorted((await agent.desk('victoria')).rows))
    const fresh = await Listener.open(office, 'board', await office.deviceToken('display'))
    assert.deepEqual(sorted(board.view.rows), sorted(fresh.view.rows))
    fresh.close()
  })
})

interface Told {
  readonly changes: readonly { put: readonly { id: string }[] }[]
}
const isTold = ({ changes }: Told): boolean => changes.length > 0
const sentBy = ({ changes }: Told, id: string): object | undefined =>
  changes.flatMap(({ put }) => put).find((row) => row.id === id)

const sorted = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
