// Figures as they happen: told after each change and at the instant a threshold is crossed, the same as
// a report of the same moment, and to nobody who may not know them.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type {
  AlertRow,
  HelpRow,
  ManagerRow,
  ProvinceFigures,
} from '../../server/protocol/figures-live.ts'
import { officeDay, nextDay } from '../../server/domain/office-time.ts'
import { figuresOf } from '../../server/features/reports/read-model/figures-of.ts'
import { queryOf } from '../../server/features/reports/read-model/query.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { connectSocket, Listener, watch, watchProvince } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'

describeOnEach('figures as they happen', (database) => {
  let office: TestOffice

  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  const manager = async (): Promise<Listener<'manager'>> =>
    Listener.open(office, 'manager', await office.tokenOf('manager.victoria'))

  it('F5 F9 tells a manager of each change, half hour by half hour, service by service', async () => {
    const screen = await manager()
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    const { id } = await office.checkIn()
    await screen.until((view) => today(view.rows).figures.counts.stillHere === 1)
    office.clock.advance(12 * MINUTE)
    await agent.callNext('victoria', '1')
    office.clock.advance(MINUTE)
    await agent.begin(id, {})
    office.clock.advance(8 * MINUTE)
    await agent.finish(id, {})
    const { rows } = await screen.until((view) => today(view.rows).figures.counts.served === 1)

    const { figures } = today(rows)
    assert.equal(figures.spreads.wait.max, 12 * MINUTE)
    assert.equal(figures.spreads.callToDesk.max, MINUTE)
    assert.equal(figures.spreads.serviceTime.sum, 8 * MINUTE)
    assert.deepEqual(figures.shares.withinTarget, { numerator: 1, denominator: 1, share: 1 })
    const half = rows.find((row) => row.id === 'half-hour:09:00')
    assert.equal(half?.kind === 'half-hour' && half.figures.counts.served, 1)
    const service = rows.find((row) => row.id === 'service:driver-licence')
    assert.equal(service?.kind === 'service' && service.figures.wait.n, 1)
    assert.equal(screen.gaps, 0)
    screen.close()
  })

  it('F5 says the very same as a report of the same moment', async () => {
    const screen = await manager()
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    for (const service of ['driver-licence', 'notary', 'health-card']) await office.checkIn(service)
    office.clock.advance(5 * MINUTE)
    await agent.callNext('victoria', '1')
    const { rows } = await screen.until((view) => counter(view.rows, '1').doing === 'called')

    await office.app.rollups.written()
    const day = officeDay(office.clock.now(), 'America/Vancouver')
    const query = queryOf(['victoria'], day, nextDay(day))
    const { total } = await figuresOf(office.db, query, office.clock.now())
    const live = today(rows).figures
    assert.equal(live.spreads.waitSoFar.n, 2)
    assert.deepEqual({ ...live.spreads, waitSoFar: null }, { ...total.spreads, waitSoFar: null })
    const { spreads: _one, ...liveRest } = live
    const { spreads: _other, ...rest } = total
    assert.deepEqual(liveRest, rest)
    screen.close()
  })

  it('F8 tells at the very instant that somebody has waited too long, until they are called', async () => {
    const screen = await manager()
    const target = today(screen.view.rows).targetMinutes
    const { id, ticket } = await office.checkIn()
    await screen.until((view) => view.rows.some((row) => row.id === id))

    office.clock.advance(target * MINUTE - 1)
    assert.deepEqual(alerts(screen.view.rows), [])
    office.clock.advance(1)
    const { rows } = await screen.until((view) => alerts(view.rows).length === 1)

    const alert = alerts(rows).at(0)
    assert.ok(alert)
    assert.equal(alert.ticket, ticket)
    assert.equal(alert.what, 'wait')
    assert.equal(today(rows).tooLong, 1)
    assert.equal(Date.parse(alert.crossedAt), office.clock.now())
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    await agent.callNext('victoria', '1')
    await screen.until((view) => alerts(view.rows).length === 0)
    screen.close()
  })

  it('F5 says what would help at the very instant that somebody waits for long, and to whoever sees figures', async () => {
    const screen = await manager()
    const { attentionMinutes } = today(screen.view.rows)
    const token = await office.tokenOf('executive')
    const executive = await Listener.open(office, 'manager', token)
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    const { id } = await office.checkIn()
    await screen.until((view) => view.rows.some((row) => row.id === id))
    office.clock.advance(attentionMinutes * MINUTE - 1)
    assert.equal(help(screen.view.rows), undefined)

    office.clock.advance(1)
    const { rows } = await screen.until((view) => help(view.rows) !== undefined)
    const told = help(rows)
    assert.equal(told?.isSoon, true)
    assert.deepEqual(told.advice[0], {
      ...{ do: 'call', counters: ['1'], services: ['driver-licence'], tickets: 1 },
    })
    await executive.until((view) => help(view.rows) !== undefined)
    await agent.callNext('victoria', '1')
    await screen.until((view) => help(view.rows) === undefined)
    screen.close()
    executive.close()
  })

  it('F17 has the time of agents add up, and tells of one agent only where the office wants it', async () => {
    const screen = await manager()
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    office.clock.advance(10 * MINUTE)
    await agent.changeAvailability('victoria', { availability: 'break' })
    office.clock.advance(15 * MINUTE)
    await agent.changeAvailability('victoria', { availability: 'available' })
    const { rows } = await screen.until((view) => agents(view.rows).split.break === 15 * MINUTE)

    assert.equal(agents(rows).signedIn, 1)
    assert.equal(agents(rows).split.idle, 10 * MINUTE)
    assert.equal(counter(rows, '1').doing, 'idle')
    assert.equal(counter(rows, '1').day, null)
    await configure(office, (settings) => ({ ...settings, agentFigures: true }))
    const shown = await screen.until((view) => counter(view.rows, '1').day !== null)
    assert.equal(counter(shown.rows, '1').day?.break, 15 * MINUTE)
    screen.close()
  })

  it('F5 says of each service how many open counters take it, pauses left out', async () => {
    const screen = await manager()
    await office.checkIn('notary')
    const [one, other] = [
      await office.signIn('agent.victoria'),
      await office.signIn('agent2.victoria'),
    ]
    const openFor = (count: number) =>
      screen.until(({ rows }) => {
        const row = rows.find(({ id }) => id === 'service:notary')
        return row?.kind === 'service' && row.openCounters === count
      })
    await openFor(0)
    await one.takeCounter('victoria', { counter: '1', services: ['driver-licence'] })
    await other.takeCounter('victoria', { counter: '2' })
    await openFor(1)
    await other.changeAvailability('victoria', { availability: 'break' })
    await openFor(0)
    await one.takeCounter('victoria', { counter: '1', services: null })
    await openFor(1)
    screen.close()
  })

  it('F5 says how many were counted at the door today, and nothing of the day before', async () => {
    const screen = await manager()
    assert.equal(today(screen.view.rows).door, null)
    const at = new Date(office.clock.now()).toISOString()
    await (await office.signIn('greeter.victoria')).countDoor('victoria', 4)
    const { rows } = await screen.until((view) => today(view.rows).door !== null)
    assert.deepEqual(today(rows).door, { people: 4, at })
    screen.close()

    office.clock.advance(24 * 60 * MINUTE)
    const next = await manager()
    assert.equal(today(next.view.rows).door, null)
    next.close()
  })

  it('F17 counts an agent as ready from the very end of a service, and keeps what was before', async () => {
    const screen = await manager()
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    const { id } = await office.checkIn()
    office.clock.advance(5 * MINUTE)
    await agent.begin(id, { counter: '1' })
    office.clock.advance(10 * MINUTE)
    await agent.finish(id, {})

    const { rows } = await screen.until((view) => today(view.rows).figures.counts.served === 1)
    assert.equal(Date.parse(counter(rows, '1').since ?? ''), office.clock.now())
    assert.equal(agents(rows).split.serving, 10 * MINUTE)
    assert.equal(agents(rows).split.idle, 5 * MINUTE)
    screen.close()
  })

  it('F14 shows the province one row an office, within the scope of whoever looks', async () => {
    const screen = await Listener.openProvince(office, await office.tokenOf('executive'))
    await office.checkIn()
    await office.checkIn('notary', undefined, 'cranbrook')
    const { rows } = await screen.until((view) => province(view.rows)?.waiting === 2, 8_000)

    const victoria = rows.find((row) => row.id === 'office:victoria')
    assert.equal(victoria?.kind === 'office' && victoria.waiting, 1)
    assert.equal(province(rows)?.figures.counts.visits, 2)
    assert.ok(rows.some((row) => row.kind === 'programme'))
    screen.close()
  })

  it('F14 tells the province at the very instant that somebody has waited too long', async () => {
    const screen = await Listener.openProvince(office, await office.tokenOf('executive'))
    await office.checkIn('notary', undefined, 'cranbrook')
    await screen.until(({ rows }) => province(rows)?.waiting === 1, 8_000)
    const { targetMinutes } = cranbrook(screen.view.rows)
    office.clock.advance(targetMinutes * MINUTE - 1)
    assert.equal(cranbrook(screen.view.rows).tooLong, 0)

    office.clock.advance(1)
    const { rows } = await screen.until((view) => province(view.rows)?.tooLong === 1, 8_000)
    assert.equal(cranbrook(rows).tooLong, 1)
    screen.close()
  })

  it('F6 says that an office opens to whoever watches it or the province, though nobody comes', async () => {
    const day = [{ from: 9 * 60 + 20, to: 16 * 60 }]
    const week = [day, day, day, day, day, day, day] as const
    await configure(office, (settings) => ({ ...settings, hours: { week, exceptions: [] } }))
    const screen = await manager()
    const all = await Listener.openProvince(office, await office.tokenOf('executive'))
    const isOpen = (rows: readonly ProvinceFigures[]): boolean =>
      rows.some((row) => row.id === 'office:victoria' && row.kind === 'office' && row.isOpen)
    assert.equal(today(screen.view.rows).isOpen, false)
    assert.equal(isOpen(all.view.rows), false)

    office.clock.advance(20 * MINUTE)
    await screen.until(({ rows }) => today(rows).isOpen)
    await all.until(({ rows }) => isOpen(rows), 8_000)
    screen.close()
    all.close()
  })

  it('F23 refuses whoever may not, and keeps tickets and agents from those who see figures alone', async () => {
    const cases: [who: string, code: string, problem: string][] = [
      ['agent.victoria', 'victoria', 'not-allowed'],
      ['manager.victoria', 'cranbrook', 'not-your-office'],
      ['manager.victoria', 'atlantis', 'office-unknown'],
    ]
    for (const [who, code, problem] of cases) {
      const socket = connectSocket(office, { token: await office.tokenOf(who) })
      const watched = await watch(socket, { office: code, as: 'manager' })
      assert.equal(!watched.ok && watched.problem.code, problem, `${who} ${code}`)
      socket.disconnect()
    }
    const socket = connectSocket(office, { token: await office.tokenOf('manager.victoria') })
    const refused = await watchProvince(socket, {})
    assert.equal(!refused.ok && refused.problem.code, 'not-allowed')
    for (const bad of [null, 'coast', { region: 7 }, { more: 1 }]) {
      const watched = await watchProvince(socket, bad)
      assert.equal(!watched.ok && watched.problem.code, 'invalid-input')
    }
    socket.disconnect()

    await office.checkIn()
    const executive = await Listener.open(office, 'manager', await office.tokenOf('executive'))
    assert.ok(executive.view.rows.every(({ kind }) => kind !== 'visit' && kind !== 'alert'))
    assert.equal(today(executive.view.rows).figures.counts.visits, 1)
    executive.close()
  })
})

type Rows = readonly ManagerRow[]

function today(rows: Rows): Extract<ManagerRow, { kind: 'today' }> {
  const row = rows.find((each) => each.kind === 'today')
  assert.ok(row)
  return row
}

function counter(rows: Rows, code: string): Extract<ManagerRow, { kind: 'counter' }> {
  const row = rows.find((each) => each.id === `counter:${code}`)
  assert.ok(row?.kind === 'counter')
  return row
}

function agents(rows: Rows): Extract<ManagerRow, { kind: 'agents' }> {
  const row = rows.find((each) => each.kind === 'agents')
  assert.ok(row)
  return row
}

const help = (rows: readonly ManagerRow[]): HelpRow | undefined =>
  rows.find((row): row is HelpRow => row.kind === 'help')
const alerts = (rows: Rows): AlertRow[] => rows.filter((row) => row.kind === 'alert')

function cranbrook(rows: readonly ProvinceFigures[]) {
  const row = rows.find(({ id }) => id === 'office:cranbrook')
  assert.ok(row?.kind === 'office')
  return row
}

function province(rows: readonly ProvinceFigures[]) {
  return rows.find((row) => row.kind === 'province')
}
