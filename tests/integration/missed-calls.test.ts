// A board that was cut off: it gets every call it missed, and can tell those that are over.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import type { BoardView } from '#protocol'
import type { Api } from '#protocol/api'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

describeOnEach('D10 a board that was cut off', (database) => {
  let office: TestOffice
  let agents: Api[]
  before(async () => {
    office = await openOffice(database)
    const names = ['agent.victoria', 'agent2.victoria', 'manager.victoria']
    agents = await Promise.all(names.map((name) => office.signIn(name)))
    for (const [index, agent] of agents.entries())
      await agent.takeCounter('victoria', { counter: String(index + 1) })
  })
  after(() => office.close())

  const callIn = (view: BoardView, id: string) => {
    const row = view.rows.find((each) => each.id === id)
    return row?.kind === 'visit' ? row : undefined
  }

  it('is shown what was called meanwhile, what was called again, and what is over', async () => {
    const token = await office.deviceToken('display')
    const [first, second, third] = agents
    assert.ok(first && second && third)
    const [again, begun, gone, standing] = await Promise.all(
      [1, 2, 3, 4].map(() => office.checkIn('notary')),
    )
    assert.ok(again && begun && gone && standing)
    await first.call(again.id, {})
    const before = await Listener.open(office, 'board', token)
    const seen = callIn(before.view, again.id)
    before.close()

    await first.recall(again.id, {})
    await second.call(begun.id, {})
    await second.begin(begun.id, {})
    await second.finish(begun.id, {})
    await third.call(gone.id, {})
    await third.noShow(gone.id, {})
    await second.call(standing.id, {})

    const after = await Listener.open(office, 'board', token)
    const recalled = callIn(after.view, again.id)
    assert.deepEqual([recalled?.state, recalled?.times], ['called', 2])
    assert.ok((recalled?.call ?? 0) > (seen?.call ?? 0), 'newer than what it knew')
    assert.equal(callIn(after.view, begun.id)?.state, 'served', 'shown, and over')
    assert.equal(callIn(after.view, gone.id), undefined, 'came to nothing')
    const stands = callIn(after.view, standing.id)
    assert.deepEqual([stands?.state, stands?.times, stands?.counter], ['called', 1, '2'])
    assert.equal(stands?.ticket, standing.ticket)
    after.close()
  })

  it('D2 is given every call that still stands, more than it keeps of the others', async () => {
    const token = await office.deviceToken('display')
    const { boards } = await office.api(token).boards('victoria')
    const [main] = boards
    assert.ok(main)
    const { code, ...body } = main
    const manager = await office.signIn('manager.victoria')
    await manager.putBoard('victoria', code, { ...body, last: 0 })
    const view = await office.api(token).board('victoria')
    const states = view.rows.flatMap((row) => (row.kind === 'visit' ? [row.state] : []))
    assert.deepEqual(states, ['called', 'called'])
  })

  it('D1 is told of each call what there is to show and say, a quiet one too', async () => {
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const kiosk = await office.kiosk()
    const { id, ticket } = await kiosk.addVisit('victoria', {
      ...{ requests: [{ service: 'knowledge-test' }], language: 'fr', needs: ['quiet-call'] },
    })
    const [, , third] = agents
    await third?.call(id, {})
    await board.until((view) => callIn(view, id) !== undefined)
    const { call, calledAt: _, ...row } = callIn(board.view, id) ?? {}
    const told = {
      ticket,
      counter: '3',
      service: 'knowledge-test',
      language: 'fr',
      quiet: true,
    }
    assert.deepEqual(row, { id, state: 'called', kind: 'visit', times: 1, ...told })
    assert.deepEqual(board.calls, [{ id: call, visit: id, ...told }])
    board.close()
  })
})
