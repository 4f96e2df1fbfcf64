// One colleague writes to another: told on that person's own screens, kept until read, then gone.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import type { StaffMessage } from '#protocol/views'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR } from '../support/seeded.ts'

const TEXT = 'Could you take the notary at 11?'

describeOnEach('a message to an agent', (database) => {
  let office: TestOffice
  let agent: Api
  let manager: Api
  let to: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    manager = await office.signIn('manager.victoria')
    to = await office.idOf('agent.victoria')
  })
  afterEach(() => office.close())

  const messages = async (api: Api) => (await api.messages('victoria')).messages

  it('P26 is told to that person on every screen of theirs, and to nobody else', async () => {
    const heard = new Map<string, StaffMessage[]>()
    const listeners: Listener<'desk' | 'board'>[] = []
    const listen = async (name: string, as: 'desk' | 'board', token: string) => {
      const listener = await Listener.open(office, as, token)
      const list: StaffMessage[] = []
      heard.set(name, list)
      listener.socket.on('message:received', (message) => list.push(message))
      listeners.push(listener)
    }
    await listen('first screen', 'desk', await office.tokenOf('agent.victoria'))
    await listen('second screen', 'desk', await office.tokenOf('agent.victoria'))
    await listen('colleague', 'desk', await office.tokenOf('agent2.victoria'))
    await listen('sender', 'desk', await office.tokenOf('manager.victoria'))
    await listen('board', 'board', await office.deviceToken('display'))

    const sent = await manager.sendMessage('victoria', { to, text: TEXT })

    const screens = ['first screen', 'second screen']
    await eventually(() => screens.every((each) => heard.get(each)?.length === 1), 'the message')
    // What everybody hears comes after what nobody else should have heard.
    await office.checkIn()
    await eventually(() => listeners.every((each) => each.changes.length > 0), 'a change')
    const { name } = await manager.me()
    assert.deepEqual(sent, {
      id: sent.id,
      office: 'victoria',
      from: name,
      text: TEXT,
      sentAt: new Date(office.clock.now()).toISOString(),
    })
    for (const [who, list] of heard)
      assert.deepEqual(list, screens.includes(who) ? [sent] : [], who)
    for (const each of listeners) each.close()
  })

  it('P26 waits for whoever was not there, and is forgotten once read', async () => {
    const first = await manager.sendMessage('victoria', { to, text: TEXT })
    office.clock.advance(1_000)
    const second = await manager.sendMessage('victoria', { to, text: 'Thank you.' })
    await office.restart()
    agent = await office.signIn('agent.victoria')

    assert.deepEqual(await messages(agent), [first, second])
    await agent.readMessage('victoria', first.id)

    assert.deepEqual(await messages(agent), [second])
    const kept = await office.db.reader('staff_messages')
    assert.deepEqual(
      kept.map((row: { id: string }) => row.id),
      [second.id],
    )
    await agent.readMessage('victoria', first.id)
  })

  it('P26 is read and forgotten by its reader alone', async () => {
    const { id } = await manager.sendMessage('victoria', { to, text: TEXT })

    assert.deepEqual(await messages(manager), [])
    await manager.readMessage('victoria', id)

    assert.equal((await messages(agent)).length, 1)
  })

  it('P26 is not in the journal', async () => {
    await manager.sendMessage('victoria', { to, text: TEXT })

    const facts = await office.db.reader('facts').whereLike('data', '%notary at%')
    assert.deepEqual(facts, [])
    assert.equal(await office.factCount(), (await office.db.reader('offices')).length)
  })

  it('P26 is gone within a day, read or not', async () => {
    // Not at the hour at which everything old is looked for once a day.
    office.clock.advance(HOUR)
    await manager.sendMessage('victoria', { to, text: TEXT })
    const latest = office.clock.now() + 24 * HOUR
    for (let hour = 0; hour < 22; hour += 1) office.clock.advance(HOUR)
    assert.equal((await office.db.reader('staff_messages')).length, 1)

    await eventually(async () => {
      // In small steps: what looks for them is set anew once it has looked.
      if (office.clock.now() < latest) office.clock.advance(HOUR / 30)
      return (await office.db.reader('staff_messages')).length === 0
    }, 'the message is forgotten')
    assert.ok(office.clock.now() <= latest)
  })

  it('P26 pressed again after a cut is one message; the key of another one is refused', async () => {
    const token = await office.tokenOf('manager.victoria')
    const send = (text: string) =>
      office.request('POST', '/api/v1/offices/victoria/messages', {
        token,
        headers: { 'idempotency-key': 'press-1' },
        body: { to, text },
      })

    const [once, twice] = [await send(TEXT), await send(TEXT)]

    assert.deepEqual([once.status, twice.status], [201, 201])
    assert.deepEqual(twice.body, once.body)
    assert.equal((await messages(agent)).length, 1)
    assertProblem(await send('Something else'), 'key-reused')
  })

  it('P26 is only for somebody who works in this office', async () => {
    await assertNothingChanges(office, async () => {
      for (const who of ['agent.cranbrook', 'executive', 'administrator', 'nobody']) {
        const asked = { to: (await office.idOf(who)) || 'no-such', text: TEXT }
        await assertRefused(manager.sendMessage('victoria', asked), 'agent-unknown')
      }
      const elsewhere = await office.signIn('manager.cranbrook')
      await assertRefused(elsewhere.sendMessage('victoria', { to, text: TEXT }), 'not-your-office')
      await assertRefused(manager.sendMessage('victoria', { to, text: ' ' }), 'invalid-input')
    })
    assert.deepEqual(await office.db.reader('staff_messages'), [])
  })
})
