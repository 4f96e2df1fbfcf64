// The server's clock is a setting: waits are recorded in its time, facts never go back, a day is
// the office's own, and its night closes what the day left.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { runningClock } from '../../server/clock.ts'
import type { OfficeSettings } from '../../server/domain/settings.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR, MINUTE, OPENING } from '../support/seeded.ts'

const instant = (text: string): number => Date.parse(text)

describe('a clock that runs', () => {
  it('shows sixty of its seconds for each real one, and runs timers by them', async () => {
    const clock = runningClock(OPENING, 600)
    let ran = 0
    clock.at(OPENING + 60_000, () => (ran = clock.now()))
    const cancel = clock.at(OPENING + 30_000, () => assert.fail('it was called off'))
    cancel()

    await eventually(() => ran > 0, 'the timer')

    assert.ok(ran >= OPENING + 60_000)
    assert.ok(clock.now() - OPENING < 60 * 60_000)
  })
})

describeOnEach('on a clock at speed 60', (database) => {
  it('a wait is recorded as long as it was on that clock', async () => {
    const office = await openOffice(database)
    const clock = runningClock(OPENING + HOUR, 60)
    // The driven clock follows the running one: the office knows no other time.
    const follow = setInterval(() => office.clock.set(clock.now()), 1)
    try {
      const agent = await office.signIn('agent.victoria')
      const started = clock.now()
      const { id } = await office.checkIn()
      await sleep(500)
      await agent.callNext('victoria', '1')
      const passed = clock.now() - started
      const tables = await office.tables()
      const [row] = await tables<{ visit_id: string; started_at: number; ended_at: number }>(
        'segments',
      )
        .where('visit_id', id)
        .orderBy('ordinal')
      const wait = (row?.ended_at ?? 0) - (row?.started_at ?? 0)

      assert.ok(wait >= 29_000 && wait <= passed, `${wait} of ${passed} ms`)
    } finally {
      clearInterval(follow)
      await office.close()
    }
  })
})

describeOnEach('time in an office', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  /** Moves Victoria to the east, where clocks still change, at an instant. */
  async function inToronto(now: number): Promise<void> {
    office.clock.set(now)
    const token = await office.tokenOf('administrator')
    const path = '/api/v1/offices/victoria/settings'
    const { body } = await office.request('GET', path, { token })
    const settings = { ...(body as OfficeSettings), timeZone: 'America/Toronto' }
    assert.equal((await office.request('PUT', path, { token, body: settings })).status, 200)
  }
  const stateOf = async (id: string): Promise<string> =>
    (await (await office.signIn('agent.victoria')).visit(id)).state

  it('never goes back in the journal, though the clock does', async () => {
    const { id } = await office.checkIn()
    office.clock.set(OPENING - HOUR)
    const agent = await office.signIn('agent.victoria')

    await agent.begin(id, { counter: '1' })
    office.clock.set(OPENING + MINUTE)
    await agent.finish(id, {})

    const facts = await office.db
      .reader<{ recorded_at: number; at: number; office_id: string }>('facts')
      .where('office_id', 'victoria')
      .orderBy('seq')
    const recorded = facts.map((fact) => fact.recorded_at)
    assert.deepEqual(
      recorded,
      [...recorded].sort((a, b) => a - b),
    )
    assert.ok(facts.every((fact) => fact.at <= fact.recorded_at))
    const tables = await office.tables()
    const rows = await tables<{ visit_id: string; started_at: number; ended_at: number }>(
      'segments',
    ).where('visit_id', id)
    assert.ok(rows.every((row) => row.ended_at >= row.started_at))
  })

  it('starts the numbers again at local midnight, on the long day of a clock change too', async () => {
    // 1 November 2026 has 25 hours in Toronto: it ends at 05:00 UTC, not 04:00.
    await inToronto(instant('2026-11-01T03:59:30Z'))
    const before = await office.checkIn()
    office.clock.set(instant('2026-11-01T04:00:00Z'))
    const first = await office.checkIn()
    office.clock.set(instant('2026-11-02T04:59:59Z'))
    const last = await office.checkIn()
    office.clock.set(instant('2026-11-02T05:00:00Z'))
    const next = await office.checkIn()

    assert.deepEqual(
      [before, first, last, next].map((each) => each.ticket),
      ['A001', 'A001', 'A002', 'A001'],
    )
    const tables = await office.tables()
    const days = await tables<{ day: string; arrived_at: number }>('visits').orderBy('arrived_at')
    assert.deepEqual(
      days.map((row) => row.day),
      ['2026-10-31', '2026-11-01', '2026-11-01', '2026-11-02'],
    )
  })

  it('closes at night what the day left, as closed and never as served', async () => {
    const agent = await office.signIn('agent.victoria')
    const [one, two] = [await office.checkIn(), await office.checkIn()]
    await agent.begin(one.id, { counter: '1' })
    office.clock.set(instant('2026-06-03T09:59:59Z'))
    assert.deepEqual([await stateOf(one.id), await stateOf(two.id)], ['serving', 'waiting'])

    office.clock.set(instant('2026-06-03T10:00:00Z'))

    await eventually(async () => (await stateOf(two.id)) === 'closed', 'the night')
    assert.equal(await stateOf(one.id), 'closed')
    const closed = await office.db
      .reader<{ type: string; actor_kind: string; recorded_at: number }>('facts')
      .where('type', 'visit-closed')
    assert.equal(closed.length, 2)
    assert.ok(closed.every((fact) => fact.actor_kind === 'system'))
    assert.ok(closed.every((fact) => fact.recorded_at === instant('2026-06-03T10:00:00Z')))
  })

  it('leaves those who came after midnight, and closes them the night after', async () => {
    office.clock.set(instant('2026-06-03T08:00:00Z'))
    const { id } = await office.checkIn()
    office.clock.set(instant('2026-06-03T10:00:00Z'))
    await sleep(50)
    assert.equal(await stateOf(id), 'waiting')

    office.clock.set(instant('2026-06-04T10:00:00Z'))

    await eventually(async () => (await stateOf(id)) === 'closed', 'the second night')
  })

  it('tries again a minute later when the night could not be closed', async () => {
    const { id } = await office.checkIn()
    await office.db.knex.raw(
      database.name === 'sqlite'
        ? `CREATE TRIGGER not_now BEFORE INSERT ON facts WHEN NEW.type = 'visit-closed'
           BEGIN SELECT RAISE(ABORT, 'not now'); END`
        : `ALTER TABLE facts ADD CONSTRAINT not_now CHECK (type <> 'visit-closed') NOT VALID`,
    )
    office.clock.set(instant('2026-06-03T10:00:00Z'))
    await sleep(100)
    assert.equal(await stateOf(id), 'waiting')
    const lift = database.name === 'sqlite' ? 'DROP TRIGGER' : 'ALTER TABLE facts DROP CONSTRAINT'
    await office.db.knex.raw(`${lift} not_now`)

    office.clock.advance(MINUTE)

    await eventually(async () => (await stateOf(id)) === 'closed', 'the night')
  })

  it('makes up at a start for a night that passed while the server was down', async () => {
    const { id } = await office.checkIn()
    await office.stop()
    office.clock.set(instant('2026-06-03T16:00:00Z'))

    await office.start()

    assert.equal(await stateOf(id), 'closed')
  })

  it('closes the night of a clock change at 03:00 by the wall clock', async () => {
    // 14 March 2027: Toronto goes from 02:00 to 03:00, so 03:00 is 07:00 UTC.
    await office.stop()
    office.clock.set(instant('2026-06-02T16:00:00Z'))
    await office.start()
    await inToronto(instant('2027-03-13T20:00:00Z'))
    const { id } = await office.checkIn()
    office.clock.set(instant('2027-03-14T06:59:59Z'))
    await sleep(30)
    assert.equal(await stateOf(id), 'waiting')

    office.clock.set(instant('2027-03-14T07:00:00Z'))

    await eventually(async () => (await stateOf(id)) === 'closed', 'the night')
  })

  it('ends a session after a working day', async () => {
    const agent = await office.signIn('agent.victoria')
    await agent.me()

    office.clock.advance(12 * HOUR)

    await assert.rejects(agent.me(), /sign-in-needed/)
  })
})
