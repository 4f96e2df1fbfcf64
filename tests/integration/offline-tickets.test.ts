// Tickets that a kiosk gave while it was cut off, as the server takes them: each once, whatever was
// sent before and however often it is sent again.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { factsAfter } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { apply, emptyOffice, findVisit, type OfficeState } from '../../server/domain/state.ts'
import type { Visit } from '../../server/domain/visit.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR, MINUTE, OPENING } from '../support/seeded.ts'

const at = (minute: number) => new Date(OPENING + minute * MINUTE).toISOString()
const licence = [{ service: 'driver-licence' }]

describeOnEach('A20 an offline ticket', (database) => {
  let office: TestOffice
  let kiosk: Api
  let agent: Api
  let store: string
  let series: string
  beforeEach(async () => {
    office = await openOffice(database)
    kiosk = await office.kiosk()
    agent = await office.signIn('agent.victoria')
    store = randomUUID()
    series = (await kiosk.offlineSeries('victoria', store)).series
    // The server is back at 9:30.
    office.clock.advance(30 * MINUTE)
  })
  afterEach(() => office.close())

  const join = (number: number, minute: number, key = `ticket-${number}`, more: object = {}) =>
    kiosk.joinOffline(
      'victoria',
      { requests: licence, store, series, number, arrivedAt: at(minute), ...more },
      key,
    )

  async function now(): Promise<OfficeState> {
    const live = await office.app.door.snapshot('victoria')
    assert.ok(live)
    return live.state
  }
  async function visitOf(id: string): Promise<Visit> {
    const found = findVisit(await now(), id)
    assert.ok(found)
    return found
  }

  it('has a series for each storage of each kiosk, the same when it is asked for again', async () => {
    const stores = Array.from({ length: 6 }, () => randomUUID())
    const given = await Promise.all(
      [...stores, ...stores].map(
        async (store) => (await kiosk.offlineSeries('victoria', store)).series,
      ),
    )
    assert.equal(new Set(given).size, 6)
    assert.deepEqual(given.slice(0, 6), given.slice(6))
    assert.ok(!given.includes(series))
    const cranbrook = await office.kiosk('cranbrook')
    assert.equal((await cranbrook.offlineSeries('cranbrook', randomUUID())).series, 'K1')
  })

  it('keeps its series when the kiosk is enrolled again, and its tickets are taken', async () => {
    const by = await office.tokenOf('manager.victoria')
    const body = { kind: 'kiosk', name: 'Lobby' }
    const path = '/api/v1/offices/victoria/devices'
    const made = await office.request('POST', path, { token: by, body })
    kiosk = office.api((made.body as { token: string }).token)
    assert.equal((await kiosk.offlineSeries('victoria', store)).series, series)
    assert.equal((await visitOf((await join(1, 5)).visit)).number.prefix, series)
  })

  it('joins where its arrival puts it, leaves no gap in the office’s numbers, and tells its desks', async () => {
    const late = await office.checkIn()
    const { visit } = await join(7, 10, 'k', { name: 'Zebulon', needs: ['escort'], language: 'fr' })

    const seen = await agent.visit(visit)
    assert.deepEqual(
      [seen.ticket, seen.state, seen.via, seen.arrivedAt, seen.name, seen.needs, seen.language],
      [`${series}-007`, 'waiting', 'kiosk', at(10), 'Zebulon', ['escort'], 'fr'],
    )
    assert.deepEqual([late.ticket, (await office.checkIn()).ticket], ['A001', 'A002'])
    assert.deepEqual([seen.peopleAhead, (await agent.visit(late.id)).peopleAhead], [0, 1])
    assert.equal((await agent.callNext('victoria', '1'))?.id, visit)
  })

  it('is taken once, however often it is sent: at once, later, after a restart', async () => {
    const sent = await Promise.all([join(1, 5), join(1, 5), join(1, 5)])
    await office.restart()
    kiosk = await office.kiosk()
    sent.push(await join(1, 5), await join(1, 6, 'ticket-1', { language: 'fr' }))
    assert.equal(new Set(sent.map(({ visit }) => visit)).size, 1)
    assert.equal((await now()).visits.size, 1)
    sent.push(await join(1, 5, 'another-key'))
    assert.equal(new Set(sent.map(({ visit }) => visit)).size, 1)
  })

  it('is the same on later days too, when its key is forgotten and its day let go of', async () => {
    const { visit } = await join(1, 5)
    for (const days of [1, 8]) {
      office.clock.advance(days * 24 * HOUR)
      kiosk = await office.kiosk()
      await office.checkIn()
      await office.db.knex('command_keys').delete()
      await office.restart()
      kiosk = await office.kiosk()
      await assertNothingChanges(office, async () => {
        assert.equal((await join(1, 5)).visit, visit)
      })
    }
  })

  it('takes the place of the visit whose answer was lost', async () => {
    const made = await kiosk.addVisit('victoria', { requests: licence }, 'lost')
    const sent = await Promise.all([join(1, 29, 'lost'), join(1, 29, 'lost')])
    sent.push(await join(1, 29, 'lost'))

    assert.equal(new Set(sent.map(({ visit }) => visit)).size, 1)
    assert.notEqual(sent[0].visit, made.id)
    assert.equal((await visitOf(made.id)).state, 'left')
    assert.deepEqual([...(await now()).visits.keys()], [sent[0].visit])
    // Its place in the quota is given back: one ticket, not two.
    assert.deepEqual((await now()).intake.taken.of, { 'driver-licence': 1 })
  })

  it('of a request that comes only afterwards is the only one', async () => {
    const { visit } = await join(1, 29, 'late')
    await assertNothingChanges(office, () =>
      assertRefused(kiosk.addVisit('victoria', { requests: licence }, 'late'), 'key-reused'),
    )
    assert.deepEqual([...(await now()).visits.keys()], [visit])
  })

  it('of a request that comes at the same moment is one of them, and no more', async () => {
    for (let n = 1; n <= 12; n += 1) {
      const key = `same-${n}`
      const asked = kiosk.addVisit('victoria', { requests: licence }, key).catch(() => null)
      let joined = await join(n, 29, key).catch(() => null)
      await asked
      joined ??= await join(n, 29, key)
      const waiting = [...(await now()).visits.values()]
      assert.equal(waiting.length, n)
      assert.equal((await visitOf(joined.visit)).number.value, n)
    }
  })

  it('is who is being served already under the number that nobody was told', async () => {
    const made = await kiosk.addVisit('victoria', { requests: licence, name: 'Ann' }, 'lost')
    await agent.callNext('victoria', '1')
    await agent.begin(made.id, {})
    await assertNothingChanges(office, async () => {
      assert.equal((await join(1, 29, 'lost')).visit, made.id)
      assert.equal((await join(1, 29, 'lost')).visit, made.id)
    })
  })

  it('whose arrival cannot be waits from now, marked; of yesterday it is closed', async () => {
    const ahead = await visitOf((await join(1, 30 + 60)).visit)
    assert.deepEqual([ahead.arrivedAt, ahead.timesWrong], [OPENING + 30 * MINUTE, true])
    office.clock.advance(24 * HOUR)
    kiosk = await office.kiosk()
    const yesterday = await visitOf((await join(2, 20)).visit)
    assert.deepEqual(
      [yesterday.state, yesterday.number.day, yesterday.arrivedAt],
      ['closed', '2026-06-02', OPENING + 20 * MINUTE],
    )
  })

  it('of two kiosks that merge at the same time all join, in order, live and loaded alike', async () => {
    const another = randomUUID()
    const other = { store: another, ...(await kiosk.offlineSeries('victoria', another)) }
    const minutes = Array.from({ length: 20 }, (_, n) => n + 1)
    await Promise.all(
      minutes.map((minute) => join(minute, minute, `k-${minute}`, minute % 2 ? {} : other)),
    )
    const called: number[] = []
    for (;;) {
      const visit = await agent.callNext('victoria', '1')
      if (!visit) break
      called.push((Date.parse(visit.arrivedAt) - OPENING) / MINUTE)
      await agent.noShow(visit.id, {})
    }
    assert.deepEqual(called, minutes)

    const loaded = await loadOffice(office.db.reader, 'victoria')
    assert.ok(loaded)
    const facts = await factsAfter(office.db.reader, 'victoria', 0)
    const folded = facts.reduce(apply, emptyOffice('victoria'))
    for (const state of [await now(), folded]) {
      assert.deepEqual(loaded.state.ended.toJS(), state.ended.toJS())
      assert.deepEqual(loaded.state.series, state.series)
    }
  })

  it('is refused of another kiosk’s series, without a key, for staff, and with nonsense', async () => {
    const manager = await office.signIn('manager.victoria')
    const token = await office.deviceToken('kiosk')
    const path = '/api/v1/offices/victoria/offline-tickets'
    const good = { requests: licence, store, series, number: 1, arrivedAt: at(5) }
    const others = { ...good, store: randomUUID() }
    await assertNothingChanges(office, async () => {
      await assertRefused(kiosk.joinOffline('victoria', others, 'k'), 'not-allowed')
      await assertRefused(manager.joinOffline('victoria', good, 'k'), 'not-allowed')
      await assertRefused(manager.offlineSeries('victoria', randomUUID()), 'not-allowed')
      assertProblem(await office.request('POST', path, { token, body: good }), 'invalid-input')
      for (const bad of [
        { series: 'A' },
        { series: 'K0' },
        { series: 'K12345' },
        { number: 0 },
        { number: 1_000 },
        { number: 1.5 },
        { arrivedAt: 'just now' },
        { requests: [] },
      ]) {
        const headers = { 'idempotency-key': 'k' }
        const body = { ...good, ...bad }
        assertProblem(await office.request('POST', path, { token, headers, body }), 'invalid-input')
      }
      await assertRefused(join(1, 5, 'k', { priority: 'priority' }), 'not-allowed')
    })
  })
})
