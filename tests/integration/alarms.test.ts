// Help, at once: every desk of the office shows who calls, and who is coming.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { AlarmRow, DeskView } from '#protocol/views'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR } from '../support/seeded.ts'

const alarmsIn = ({ rows }: DeskView): AlarmRow[] =>
  rows.flatMap((row) => (row.kind === 'alarm' ? [row] : []))

describeOnEach('a call for help', (database) => {
  let office: TestOffice
  let agent: Api
  let colleague: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    colleague = await office.signIn('agent2.victoria')
  })
  afterEach(() => office.close())

  it('C27 reaches every desk of the office at once, and no board, kiosk or other office', async () => {
    await agent.takeCounter('victoria', { counter: '3' })
    const desk = await Listener.open(office, 'desk', await office.tokenOf('greeter.victoria'))
    const others = [
      await Listener.open(office, 'board', await office.deviceToken('display')),
      await Listener.open(office, 'kiosk', await office.deviceToken('kiosk')),
      await Listener.open(office, 'desk', await office.tokenOf('agent.cranbrook'), 'cranbrook'),
    ]

    const { alarm } = await agent.callHelp('victoria')
    await desk.until((view) => alarmsIn(view).length === 1)
    await colleague.acceptHelp('victoria', alarm)
    await desk.until((view) => alarmsIn(view)[0]?.accepted.length === 1)

    assert.deepEqual(alarmsIn(desk.view), [
      {
        id: alarm,
        kind: 'alarm',
        agent: await office.idOf('agent.victoria'),
        agentName: (await agent.me()).name,
        counter: '3',
        since: new Date(office.clock.now()).toISOString(),
        accepted: [(await colleague.me()).name],
      },
    ])
    assert.deepEqual(alarmsIn(await agent.desk('victoria')), alarmsIn(desk.view))
    await agent.endHelp('victoria', alarm)
    await desk.until((view) => alarmsIn(view).length === 0)
    for (const each of others) assert.deepEqual(each.changes, [])
    for (const each of [desk, ...others]) each.close()
  })

  it('C27 an agent has one at a time: pressing again, and again at once, is the same', async () => {
    const [first, again] = await Promise.all([
      agent.callHelp('victoria'),
      agent.callHelp('victoria'),
    ])
    const third = await agent.callHelp('victoria')

    assert.deepEqual([again.alarm, third.alarm], [first.alarm, first.alarm])
    assert.equal(alarmsIn(await agent.desk('victoria')).length, 1)
    await agent.endHelp('victoria', first.alarm)
    assert.notEqual((await agent.callHelp('victoria')).alarm, first.alarm)
  })

  it('C27 each colleague comes once, several may, and not the one who called', async () => {
    const { alarm } = await agent.callHelp('victoria')
    const manager = await office.signIn('manager.victoria')
    for (const each of [colleague, colleague, agent, manager])
      await each.acceptHelp('victoria', alarm)

    const [row] = alarmsIn(await agent.desk('victoria'))

    assert.deepEqual(row?.accepted, [(await colleague.me()).name, (await manager.me()).name])
  })

  it('C27 is there after a restart, and gone when it is over', async () => {
    const { alarm } = await agent.callHelp('victoria')
    await colleague.acceptHelp('victoria', alarm)
    const before = alarmsIn(await agent.desk('victoria'))

    await office.restart()
    agent = await office.signIn('agent.victoria')

    assert.deepEqual(alarmsIn(await agent.desk('victoria')), before)
    await agent.endHelp('victoria', alarm)
    await office.restart()
    agent = await office.signIn('agent.victoria')
    assert.deepEqual(alarmsIn(await agent.desk('victoria')), [])
  })

  it('C27 says so when nobody calls any more', async () => {
    const { alarm } = await agent.callHelp('victoria')
    await agent.endHelp('victoria', alarm)

    await assertNothingChanges(office, async () => {
      await assertRefused(agent.endHelp('victoria', alarm), 'alarm-unknown')
      await assertRefused(colleague.acceptHelp('victoria', alarm), 'alarm-unknown')
      await assertRefused(colleague.acceptHelp('victoria', 'no-such'), 'alarm-unknown')
    })
  })

  it('C27 is for whoever may see the desk of this office, and nobody else', async () => {
    const { alarm } = await agent.callHelp('victoria')
    const director = await office.signIn('director.victoria')
    const refused = [
      [await office.tokenOf('executive'), 'not-allowed'],
      [await office.deviceToken('kiosk'), 'not-allowed'],
      [await office.tokenOf('agent.cranbrook'), 'not-your-office'],
    ] as const
    for (const [token, code] of refused)
      for (const path of ['', `/${alarm}/accept`, `/${alarm}/end`]) {
        const address = `/api/v1/offices/victoria/alarms${path}`
        assertProblem(await office.request('POST', address, { token, body: {} }), code)
      }

    await director.acceptHelp('victoria', alarm)

    const [row] = alarmsIn(await agent.desk('victoria'))
    assert.deepEqual(row?.accepted, [(await director.me()).name])
  })

  it('C27 does not outlast the night', async () => {
    await agent.callHelp('victoria')
    office.clock.advance(24 * HOUR)

    await eventually(
      async () =>
        alarmsIn(await (await office.signIn('agent.victoria')).desk('victoria')).length === 0,
      'the night',
    )
  })
})
