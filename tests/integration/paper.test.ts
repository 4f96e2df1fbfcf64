// The bad morning: tickets of a paper roll typed in afterwards. Their times are the true ones, their
// numbers a series of their own (PP here, where property tax has P), and the office's own numbers go on without a gap.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { factsAfter } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { serviceTimeOf, timeInOffice, waitOf } from '../../server/domain/metrics.ts'
import { apply, emptyOffice, findVisit, type OfficeState } from '../../server/domain/state.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR, MINUTE, OPENING } from '../support/seeded.ts'

const at = (minute: number) => new Date(OPENING + minute * MINUTE).toISOString()
const licence = [{ service: 'driver-licence' }]
/** Arrived at 9:00, begun at 9:10, served by 9:25, at counter 2. */
const served = {
  ...{ number: 12, requests: licence, counter: '2' },
  ...{ arrivedAt: at(0), begunAt: at(10), endedAt: at(25), ended: 'served' as const },
}

describeOnEach('a paper ticket', (database) => {
  let office: TestOffice
  let agent: Api
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    // The server is back at 10:30.
    office.clock.advance(90 * MINUTE)
  })
  afterEach(() => office.close())

  const enter = (more: object = {}, key?: string) =>
    agent.enterPaperTicket('victoria', { ...served, ...more }, key)

  /** Sessions last a day: the agent signs in again. */
  async function nextDay(): Promise<void> {
    office.clock.advance(24 * HOUR)
    await office.checkIn()
    agent = await office.signIn('agent.victoria')
  }

  async function statesOf(): Promise<OfficeState[]> {
    const live = await office.app.door.snapshot('victoria')
    const loaded = await loadOffice(office.db.reader, 'victoria')
    const facts = await factsAfter(office.db.reader, 'victoria', 0)
    assert.ok(live && loaded)
    return [live.state, loaded.state, facts.reduce(apply, emptyOffice('victoria'))]
  }

  it('A7 P08 keeps its number and its true times: live, loaded and rebuilt alike', async () => {
    const first = await office.checkIn()
    const visit = await enter({ name: 'Zebulon' })

    assert.deepEqual([visit.ticket, visit.state, visit.via], ['P012', 'served', 'paper'])
    assert.deepEqual([visit.arrivedAt, visit.since, visit.name], [at(0), at(25), 'Zebulon'])
    for (const state of await statesOf()) {
      const found = findVisit(state, visit.id)
      assert.ok(found)
      assert.equal(waitOf(found, 0), 10 * MINUTE)
      assert.equal(serviceTimeOf(found, 0), 15 * MINUTE)
      assert.equal(timeInOffice(found, 0), 25 * MINUTE)
    }
    // The office's own numbers go on.
    assert.deepEqual([first.ticket, (await office.checkIn()).ticket], ['A001', 'A002'])
  })

  it('A5 with several requests, and one that left: times of each add up', async () => {
    const two = await enter({ requests: [...licence, { service: 'notary', quantity: 2 }] })
    const left = await agent.enterPaperTicket('victoria', {
      ...{ number: 13, requests: licence, arrivedAt: at(5), endedAt: at(50), ended: 'left' },
    })

    assert.deepEqual([two.state, two.requests.map((each) => each.done)], ['served', [true, true]])
    assert.equal(left.state, 'left')
    for (const state of await statesOf()) {
      for (const [id, minutes] of [
        [two.id, 25],
        [left.id, 45],
      ] as const) {
        const visit = findVisit(state, id)
        assert.ok(visit)
        const sum = visit.segments.reduce((total, { from, to }) => total + (to ?? 0) - from, 0)
        assert.deepEqual([sum, timeInOffice(visit, 0)], [minutes * MINUTE, minutes * MINUTE])
      }
    }
  })

  it('P07 that still waits joins the line at its true arrival', async () => {
    const late = await office.checkIn()
    const visit = await agent.enterPaperTicket('victoria', {
      ...{ number: 14, requests: licence, arrivedAt: at(80) },
    })

    assert.deepEqual([visit.state, visit.peopleAhead], ['waiting', 0])
    assert.equal((await agent.callNext('victoria', '1'))?.id, visit.id)
    assert.equal((await agent.visit(late.id)).peopleAhead, 0)
  })

  it('each number once a day, whoever types it, and once for a key', async () => {
    const first = await enter({}, 'key-1')
    assert.equal((await enter({}, 'key-1')).id, first.id)

    await assertNothingChanges(office, async () => {
      const problem = await assertRefused(enter(), 'number-taken')
      assert.equal(problem.details?.number, 12)
    })
    await office.restart()
    agent = await office.signIn('agent.victoria')
    await assertRefused(enter(), 'number-taken')
  })

  it('the next morning still, and its number is taken even once the day is let go of', async () => {
    await nextDay()
    const visit = await enter()

    assert.deepEqual([visit.ticket, visit.arrivedAt], ['P012', at(0)])
    assert.equal((await office.checkIn()).ticket, 'A002')
    await nextDay()
    await assertNothingChanges(office, () => assertRefused(enter(), 'number-taken'))
    const waiting = { begunAt: undefined, endedAt: undefined, ended: undefined, counter: undefined }
    await assertRefused(enter({ number: 15, ...waiting }), 'times-impossible')
  })

  it('is refused with impossible times, an unknown service, counter or class', async () => {
    await assertNothingChanges(office, async () => {
      await assertRefused(enter({ begunAt: at(26) }), 'times-impossible')
      await assertRefused(enter({ begunAt: at(-1) }), 'times-impossible')
      await assertRefused(enter({ endedAt: at(91) }), 'times-impossible')
      const week = { arrivedAt: at(-8 * 24 * 60) }
      await assertRefused(enter(week), 'times-impossible')
      await assertRefused(enter({ requests: [{ service: 'magic' }] }), 'service-unknown')
      await assertRefused(enter({ counter: '99' }), 'counter-unknown')
      await assertRefused(enter({ counter: undefined }), 'counter-needed')
      await assertRefused(enter({ priority: 'royal' }), 'priority-unknown')
      for (const body of [
        { ...served, ended: undefined },
        { ...served, endedAt: undefined, ended: undefined },
        { ...served, begunAt: undefined },
        { ...served, number: 0 },
        { ...served, number: 1.5 },
        { ...served, arrivedAt: 'this morning' },
      ]) {
        const token = await office.tokenOf('agent.victoria')
        const path = '/api/v1/offices/victoria/paper-tickets'
        assertProblem(await office.request('POST', path, { token, body }), 'invalid-input')
      }
    })
  })

  it('C22 that waits can be undone as a mistake; one that is over cannot', async () => {
    const over = await enter()
    const waiting = await agent.enterPaperTicket('victoria', {
      ...{ number: 14, requests: licence, arrivedAt: at(80) },
    })

    assert.equal((await agent.undo(waiting.id, {})).state, 'left')
    await assertRefused(agent.undo(over.id, {}), 'nothing-to-undo')
  })

  it('is opened by a paper ticket, a day like any other', async () => {
    await enter()
    await office.checkIn()
    const [live, loaded, folded] = (await statesOf()).map(({ visits, ended, series }) => ({
      ...{ series, visits: visits.toJS(), ended: ended.toJS() },
    }))
    assert.deepEqual(loaded, folded)
    assert.deepEqual(live, folded)
  })
})
