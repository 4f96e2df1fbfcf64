// Idempotency keys: asking again is the same command again, and changes nothing.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertRefused } from '../support/refusals.ts'
import { HOUR } from '../support/seeded.ts'

const one = { requests: [{ service: 'driver-licence' }] }
const other = { requests: [{ service: 'notary' }] }

describeOnEach('an idempotency key', (database) => {
  let office: TestOffice
  let kiosk: Api
  let agent: Api
  beforeEach(async () => {
    office = await openOffice(database)
    kiosk = await office.kiosk()
    agent = await office.signIn('agent.victoria')
  })
  afterEach(() => office.close())

  const visits = async (): Promise<number> => {
    const [row] = await (await office.tables())('visits').count({ count: '*' })
    return Number(row?.count)
  }

  it('sent ten times at once makes one visit and ten equal answers', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => kiosk.addVisit('victoria', one, 'key-1')),
    )

    assert.equal(await visits(), 1)
    for (const answer of answers) assert.deepEqual(answer, answers[0])
  })

  it('sent again later gives the same visit, as it is now', async () => {
    const first = await kiosk.addVisit('victoria', one, 'key-1')
    await agent.call(first.id, { counter: '1' })

    const again = await kiosk.addVisit('victoria', one, 'key-1')

    assert.deepEqual([again.id, again.ticket, again.state], [first.id, first.ticket, 'called'])
    assert.equal(await visits(), 1)
  })

  it('makes a repeated call the same call, with its reason, though the agent is busy', async () => {
    await office.checkIn()
    await office.checkIn()
    const called = await agent.callNext('victoria', '1', 'key-2')

    const again = await agent.callNext('victoria', '1', 'key-2')

    assert.deepEqual(again, called)
  })

  it('is refused with another body, at once and later, and in parallel', async () => {
    await kiosk.addVisit('victoria', one, 'key-1')

    await assertRefused(kiosk.addVisit('victoria', other, 'key-1'), 'key-reused')
    await office.restart()
    const after = await office.kiosk()
    await assertRefused(after.addVisit('victoria', other, 'key-1'), 'key-reused')
    const [first, second] = await Promise.allSettled([
      after.addVisit('victoria', one, 'key-2'),
      after.addVisit('victoria', other, 'key-2'),
    ])
    assert.deepEqual([first.status, second.status].sort(), ['fulfilled', 'rejected'])
    assert.equal(await visits(), 2)
  })

  it('is remembered after a restart', async () => {
    const first = await kiosk.addVisit('victoria', one, 'key-1')
    const called = await agent.callNext('victoria', '1', 'key-2')

    await office.restart()

    const again = await (await office.kiosk()).addVisit('victoria', one, 'key-1')
    assert.deepEqual([again.id, again.ticket], [first.id, first.ticket])
    const api = await office.signIn('agent.victoria')
    assert.deepEqual(await api.callNext('victoria', '1', 'key-2'), called)
    assert.equal(await visits(), 1)
  })

  it('is remembered the day after, when the visit is long over', async () => {
    const first = await kiosk.addVisit('victoria', one, 'key-1')
    await agent.begin(first.id, { counter: '1' })
    await agent.finish(first.id, {})
    office.clock.advance(24 * HOUR)
    await office.checkIn()
    await office.restart()

    const again = await (await office.kiosk()).addVisit('victoria', one, 'key-1')

    assert.deepEqual([again.id, again.ticket, again.state], [first.id, first.ticket, 'served'])
    assert.equal(await visits(), 2)
  })

  it('is each actor’s own', async () => {
    const first = await kiosk.addVisit('victoria', one, 'key-1')

    const second = await agent.addVisit('victoria', one, 'key-1')

    assert.notEqual(second.id, first.id)
  })

  it('does not remember a refusal: the same key may succeed later', async () => {
    const { id } = await office.checkIn()
    await assertRefused(agent.begin(id, {}, 'key-1'), 'counter-needed')
    await agent.takeCounter('victoria', { counter: '1' })

    assert.equal((await agent.begin(id, {}, 'key-1')).state, 'serving')
  })

  it('does not remember that nobody waited', async () => {
    assert.equal(await agent.callNext('victoria', '1'), null)
    assert.equal(await agent.callNext('victoria', '1', 'key-1'), null)
    const { id } = await office.checkIn()

    assert.equal((await agent.callNext('victoria', '1', 'key-1'))?.id, id)
  })
})
