// A second number of one person, and the number somebody gave up before: told to staff on the row of
// each, from what people left themselves, and to nobody else.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { DeskView } from '#protocol/views'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const licence = [{ service: 'driver-licence' }]

describeOnEach('A23 numbers that may be of one person', (database) => {
  let office: TestOffice
  let agent: Api
  let greeter: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    greeter = await office.signIn('greeter.victoria')
  })
  afterEach(() => office.close())

  const alike = ({ rows }: DeskView, id: string) => {
    const row = rows.find((each) => each.id === id)
    assert.ok(row?.kind === 'visit')
    return row.alike?.map(({ ticket, state }) => `${ticket} ${state}`)
  }
  const desk = () => agent.desk('victoria')

  it('A23 stand on each other’s rows by telephone, however it is written, and by address', async () => {
    const asks = { firstName: true, phone: true, keptDays: 1 }
    await configure(office, (settings) => ({ ...settings, asks }))
    const kiosk = await office.kiosk()
    const first = await kiosk.addVisit('victoria', { requests: licence, phone: '+1 250 555-0123' })
    assert.equal(alike(await desk(), first.id), undefined)

    const second = await kiosk.addVisit('victoria', {
      requests: [{ service: 'notary' }],
      phone: '(250) 5550123',
    })
    const email = { email: 'Ann@example.org' }
    const third = await greeter.addVisit('victoria', { requests: licence, ...email })
    const fourth = await greeter.addVisit('victoria', {
      requests: [{ service: 'notary' }],
      email: 'ann@example.org',
    })

    const view = await desk()
    assert.deepEqual(alike(view, first.id), ['N001 waiting'])
    assert.deepEqual(alike(view, second.id), ['A001 waiting'])
    assert.deepEqual(alike(view, third.id), ['N002 waiting'])
    assert.deepEqual(alike(view, fourth.id), ['A002 waiting'])
    assert.ok(!('alike' in second), 'a kiosk is told of nobody')
  })

  it('A23 are not found by a name alone, but by a name and what they came for', async () => {
    const zoe = await greeter.addVisit('victoria', { requests: licence, name: 'Zoé Roy' })
    const other = await greeter.addVisit('victoria', {
      requests: [{ service: 'notary' }],
      name: 'Zoe Roy',
    })
    assert.equal(alike(await desk(), other.id), undefined)

    const again = await greeter.addVisit('victoria', {
      requests: [{ service: 'notary' }, ...licence],
      name: 'zoe  ROY',
    })

    assert.deepEqual(again.alike, [
      { ticket: 'A001', state: 'waiting' },
      { ticket: 'N001', state: 'waiting' },
    ])
    assert.deepEqual(alike(await desk(), zoe.id), ['N002 waiting'])
  })

  it('A23 follow live: given up, served, changed; and a restart knows them', async () => {
    const phone = '250 555 0123'
    const token = await office.tokenOf('agent2.victoria')
    const first = await greeter.addVisit('victoria', { requests: licence, phone })
    const second = await greeter.addVisit('victoria', { requests: licence, phone })
    const listener = await Listener.open(office, 'desk', token)

    await agent.call(first.id, { counter: '1' })
    await listener.until((view) => alike(view, second.id)?.[0] === 'A001 called')
    await agent.noShow(first.id, {})
    await listener.until((view) => alike(view, second.id)?.[0] === 'A001 no-show')
    assert.deepEqual(
      listener.changes.flatMap(({ drop }) => drop ?? []),
      [first.id],
    )
    listener.close()

    await office.restart()
    agent = await office.signIn('agent.victoria')
    assert.deepEqual(alike(await desk(), second.id), ['A001 no-show'])
    await agent.changeVisit(second.id, { phone: '' })
    assert.equal(alike(await desk(), second.id), undefined)
  })

  it('A23 say nothing where more than four share what they are known by, and are told live', async () => {
    const phone = '250 555 0123'
    const token = await office.tokenOf('agent2.victoria')
    const add = () => greeter.addVisit('victoria', { requests: licence, phone })
    const first = await add()
    for (let n = 0; n < 3; n += 1) await add()
    const listener = await Listener.open(office, 'desk', token)
    assert.equal(alike(listener.view, first.id)?.length, 3)

    const fifth = await add()
    await listener.until((view) => alike(view, first.id) === undefined)
    assert.equal(fifth.alike, undefined)
    await agent.call(fifth.id, { counter: '1' })
    await agent.begin(fifth.id, {})
    await agent.finish(fifth.id, {})
    await listener.until((view) => alike(view, first.id)?.length === 3)
    listener.close()
  })

  it('A23 leave out who was served: they may well come again', async () => {
    const phone = '250 555 0123'
    const first = await greeter.addVisit('victoria', { requests: licence, phone })
    await agent.begin(first.id, { counter: '1' })
    await agent.finish(first.id, {})

    const second = await greeter.addVisit('victoria', { requests: licence, phone })

    assert.equal(second.alike, undefined)
  })
})
