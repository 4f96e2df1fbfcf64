// A manager says afterwards how a visit really ended: today's or one of an earlier day. A fact of its
// own; the segments add up to the corrected time; the present of the office does not move.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { factsAfter } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { loadVisit } from '../../server/db/visit-loader.ts'
import { waitOf } from '../../server/domain/metrics.ts'
import { apply, emptyOffice } from '../../server/domain/state.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { HOUR, MINUTE, OPENING } from '../support/seeded.ts'

const at = (minute: number) => new Date(OPENING + minute * MINUTE).toISOString()
const reason = 'forgot'

describeOnEach('a correction', (database) => {
  let office: TestOffice
  let agent: Api
  let manager: Api
  let id: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    manager = await office.signIn('manager.victoria')
    id = (await office.checkIn('driver-licence', 'Zebulon Quatrefages')).id
    office.clock.advance(10 * MINUTE)
    await agent.begin(id, { counter: '1' })
  })
  afterEach(() => office.close())

  /** Sessions last a day: everybody signs in again. */
  async function nextDay(): Promise<void> {
    office.clock.advance(24 * HOUR)
    await office.checkIn()
    agent = await office.signIn('agent.victoria')
    manager = await office.signIn('manager.victoria')
  }

  interface Row {
    state: string
    started_at: number
    ended_at: number
  }
  async function minutes(visit = id): Promise<[string, number][]> {
    const tables = await office.tables()
    const rows = await tables<Row>('segments').where('visit_id', visit).orderBy('ordinal')
    return rows.map((row) => [row.state, (row.ended_at - row.started_at) / MINUTE])
  }

  async function assertSame(): Promise<void> {
    const live = await office.app.door.snapshot('victoria')
    const loaded = await loadOffice(office.db.reader, 'victoria')
    const folded = (await factsAfter(office.db.reader, 'victoria', 0)).reduce(
      apply,
      emptyOffice('victoria'),
    )
    const plain = ({ seq, visits, ended }: typeof folded) => {
      return { seq, visits: visits.toJS(), ended: ended.toJS() }
    }
    assert.ok(live && loaded)
    assert.deepEqual(plain(loaded.state), plain(folded))
    assert.deepEqual(plain(live.state), plain(folded))
  }

  it('ends a visit that was forgotten at the counter, and frees its agent', async () => {
    office.clock.advance(2 * HOUR)

    const corrected = await manager.correct(id, { to: 'served', endedAt: at(25), reason })

    assert.deepEqual([corrected.state, corrected.since], ['served', at(25)])
    assert.ok(corrected.requests.every((each) => each.done))
    assert.deepEqual(await minutes(), [
      ['waiting', 10],
      ['serving', 15],
    ])
    assert.equal(await agent.callNext('victoria', '1'), null)
    await assertSame()
  })

  it('cuts off what was recorded after the true end, and fills in what is missing', async () => {
    await agent.finish(id, {})
    office.clock.advance(HOUR)
    await manager.correct(id, { to: 'left', endedAt: at(4), reason })
    assert.deepEqual(await minutes(), [['waiting', 4]])
    await assertSame()

    await manager.correct(id, { to: 'served', endedAt: at(40), reason })
    assert.deepEqual(await minutes(), [['waiting', 40]])
    await assertSame()
  })

  it('of an earlier day changes its rows and its story, and nothing of today', async () => {
    await agent.finish(id, {})
    await nextDay()
    const before = await agent.desk('victoria')

    const corrected = await manager.correct(id, { to: 'left', endedAt: at(6), reason })

    assert.deepEqual([corrected.state, corrected.since], ['left', at(6)])
    assert.deepEqual(await minutes(), [['waiting', 6]])
    const found = await loadVisit(office.db.reader, id)
    assert.ok(found)
    assert.equal(waitOf(found.visit, 0), 6 * MINUTE)
    const [row] = await (
      await office.tables()
    )<{ state: string; id: string }>('visits').where('id', id)
    assert.equal(row?.state, 'left')
    const after = await agent.desk('victoria')
    assert.deepEqual(after.rows, before.rows)
    await assertSame()
    await office.restart()
    await assertSame()
  })

  it('of an earlier day, twice at once: both are on record, the last one counts', async () => {
    await agent.finish(id, {})
    await nextDay()

    await Promise.all([
      manager.correct(id, { to: 'served', endedAt: at(12), reason }),
      manager.correct(id, { to: 'left', endedAt: at(8), reason: 'wrong-key' }),
    ])

    const found = await loadVisit(office.db.reader, id)
    const [row] = await (
      await office.tables()
    )<{ state: string; id: string }>('visits').where('id', id)
    assert.equal(row?.state, found?.visit.state)
    assert.deepEqual(
      await minutes(),
      found?.visit.segments.map((each) => [each.state, ((each.to ?? 0) - each.from) / MINUTE]),
    )
  })

  it('is refused with an impossible time, an unknown reason, and to whoever is no manager', async () => {
    await assertNothingChanges(office, async () => {
      const correct = (more: object) =>
        manager.correct(id, { to: 'served', endedAt: at(5), reason, ...more })
      await assertRefused(correct({ endedAt: at(-1) }), 'times-impossible')
      await assertRefused(correct({ endedAt: at(11) }), 'times-impossible')
      await assertRefused(correct({ reason: 'whim' }), 'reason-unknown')
      const mine = agent.correct(id, { to: 'served', endedAt: at(5), reason })
      await assertRefused(mine, 'not-allowed')
      const theirs = await office.signIn('manager.cranbrook')
      const other = theirs.correct(id, { to: 'served', endedAt: at(5), reason })
      await assertRefused(other, 'not-your-office')
      const body = { to: 'closed', endedAt: at(5), reason }
      const token = await office.tokenOf('manager.victoria')
      const path = `/api/v1/visits/${id}/correct`
      assertProblem(await office.request('POST', path, { token, body }), 'invalid-input')
    })
  })

  it('C22 can be undone within a minute, by the manager', async () => {
    await manager.correct(id, { to: 'served', endedAt: at(5), reason })

    const undone = await manager.undo(id, {})

    assert.equal(undone.state, 'serving')
    await agent.finish(id, {})
    assert.deepEqual(await minutes(), [
      ['waiting', 10],
      ['serving', 0],
    ])
    await assertSame()
  })

  it('is told in the story of the visit, by whom and why; agents are not told it', async () => {
    await agent.finish(id, {})
    office.clock.advance(MINUTE)
    await manager.correct(id, { to: 'left', endedAt: at(6), reason })

    const story = await manager.story(id)

    assert.deepEqual([story.visit, story.office, story.ticket], [id, 'victoria', 'A001'])
    assert.deepEqual(
      story.facts.map((each) => each.type),
      ['visit-arrived', 'visit-begun', 'request-finished', 'visit-corrected'],
    )
    const [arrived, begun, , corrected] = story.facts
    assert.equal(arrived?.by, null)
    assert.equal(begun?.counter, '1')
    assert.notEqual(begun.by, null)
    assert.equal(corrected?.reason, reason)
    await assertRefused(agent.story(id), 'not-allowed')
    assert.ok(!JSON.stringify(story).includes('Zebulon'))
  })

  it('C12 the story goes on in another office, in one order', async () => {
    await agent.transfer(id, { office: 'cranbrook' })
    const there = await office.signIn('agent.cranbrook')
    await there.callNext('cranbrook', '1')

    const story = await (await office.signIn('manager.cranbrook')).story(id)

    assert.deepEqual(
      story.facts.map((each) => each.type),
      ['visit-arrived', 'visit-begun', 'visit-sent', 'visit-received', 'visit-called'],
    )
    assert.equal(story.ticket, 'VIC A001')
    assert.deepEqual(
      story.facts.flatMap(({ office: code, officeName }) => (code ? [[code, officeName?.fr]] : [])),
      [
        ['cranbrook', 'Cranbrook'],
        ['victoria', 'Victoria'],
      ],
    )
  })

  it('the visits that ended today are listed, the newest first', async () => {
    await agent.finish(id, {})
    office.clock.advance(MINUTE)
    const second = await office.checkIn()
    await agent.leave(second.id, {})
    await office.checkIn()

    const { visits } = await agent.ended('victoria')

    assert.deepEqual(
      visits.map((each) => [each.id, each.state]),
      [
        [second.id, 'left'],
        [id, 'served'],
      ],
    )
    const other = await office.signIn('agent.cranbrook')
    await assertRefused(other.ended('victoria'), 'not-your-office')
  })
})
