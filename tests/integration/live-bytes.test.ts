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
    it(`by ${what} costs a board under 600 bytes and a desk under 1 kB`, async () => {
      desk.changes.length = 0
      board.changes.length = 0

      await step()

      await eventually(() => desk.changes.length > 0 && board.changes.length > 0, 'the change')
      for (const [listener, most] of [
        [board, 600],
        [desk, 1_000],
      ] as const)
        for (const change of listener.changes) {
          const bytes = Buffer.byteLength(JSON.stringify(['office:changed', change]))
          assert.ok(bytes < most, `${bytes} bytes: ${JSON.stringify(change)}`)
        }
    })
})
