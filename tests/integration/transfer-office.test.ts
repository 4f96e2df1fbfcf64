// A visit goes to another office: gone in one, waiting in the other, in one commit, with its number
// and its arrival. Both offices are told; whatever fails, it is in one of them and never in both.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol/api'
import { factsAfter } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { timeInOffice } from '../../server/domain/metrics.ts'
import { lengthOf } from '../../server/domain/segments.ts'
import { apply, emptyOffice, findVisit } from '../../server/domain/state.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'
import { MINUTE } from '../support/seeded.ts'

describeOnEach('a transfer to another office', (database) => {
  let office: TestOffice
  let agent: Api
  let there: Api
  let id: string
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    there = await office.signIn('agent.cranbrook')
    id = (await office.checkIn('driver-licence', 'Zebulon Quatrefages')).id
    office.clock.advance(5 * MINUTE)
  })
  afterEach(() => office.close())

  it('C12 P16 keeps number, arrival, name and note, and waits there from its arrival', async () => {
    const before = await agent.changeVisit(id, { note: 'brings a guide dog', party: 3 })
    await agent.begin(id, { counter: '1' })
    office.clock.advance(MINUTE)

    const sent = await agent.transfer(id, { office: 'cranbrook', service: 'health-card' })

    assert.deepEqual([sent.office, sent.state, sent.ticket], ['cranbrook', 'waiting', 'VIC A001'])
    assert.deepEqual([sent.arrivedAt, sent.service], [before.arrivedAt, 'health-card'])
    assert.deepEqual([sent.name, sent.note, sent.party], [before.name, before.note, 3])
    assert.equal(sent.peopleAhead, 0)
    assert.equal((await there.callNext('cranbrook', '1'))?.id, id)
    // The agent is free again, and the office has nobody left.
    assert.equal(await agent.callNext('victoria', '1'), null)
    await assertRefused(agent.visit(id), 'not-your-office')
  })

  it('C12 takes its time along: waiting and service of both offices add up to its stay', async () => {
    await agent.begin(id, { counter: '1' })
    office.clock.advance(MINUTE)
    await agent.transfer(id, { office: 'cranbrook' })
    office.clock.advance(2 * MINUTE)
    await there.callNext('cranbrook', '1')
    await there.begin(id, {})
    office.clock.advance(3 * MINUTE)
    await there.finish(id, {})

    for (const state of await statesOf('cranbrook')) {
      const visit = findVisit(state, id)
      assert.ok(visit)
      assert.deepEqual(
        visit.segments.map((each) => [each.state, lengthOf(each, 0) / MINUTE]),
        [
          ['waiting', 5],
          ['serving', 1],
          ['waiting', 2],
          ['called', 0],
          ['serving', 3],
        ],
      )
      assert.equal(timeInOffice(visit, 0), 11 * MINUTE)
    }
    for (const state of await statesOf('victoria')) assert.equal(findVisit(state, id), undefined)
    const rows = await (await office.tables())<{ office_id: string }>('visits').select('office_id')
    assert.deepEqual(rows, [{ office_id: 'cranbrook' }])
  })

  it('C12 is one commit: both journals have it or neither, and both verify', async () => {
    await agent.transfer(id, { office: 'cranbrook' })

    const facts = await office.db
      .reader<{ type: string; office_id: string; recorded_at: number }>('facts')
      .where('type', 'like', 'visit-%')
      .whereIn('type', ['visit-sent', 'visit-received'])
      .orderBy('type')
    assert.deepEqual(
      facts.map(({ type, office_id }) => [type, office_id]),
      [
        ['visit-received', 'cranbrook'],
        ['visit-sent', 'victoria'],
      ],
    )
    assert.equal(facts[0]?.recorded_at, facts[1]?.recorded_at)
  })

  it('C12 tells the desks of both offices: one lets it go, the other shows it', async () => {
    const here = await Listener.open(office, 'desk', await office.tokenOf('agent.victoria'))
    const token = await office.tokenOf('agent.cranbrook')
    const other = await Listener.open(office, 'desk', token, 'cranbrook')
    const shows = (rows: { id: string }[]) => rows.some((row) => row.id === id)
    assert.ok(shows(here.view.rows))

    await agent.transfer(id, { office: 'cranbrook' })

    await here.until(({ rows }) => !shows(rows))
    await other.until(({ rows }) => shows(rows))
    assert.equal(here.gaps + other.gaps, 0)
    here.close()
    other.close()
  })

  it('C12 comes back with its own number', async () => {
    await agent.transfer(id, { office: 'cranbrook' })

    const back = await there.transfer(id, { office: 'victoria' })

    assert.equal(back.ticket, 'A001')
    assert.equal((await agent.callNext('victoria', '1'))?.id, id)
    await agent.begin(id, {})
    await agent.addRequest(id, { service: 'notary' })
    await office.restart()
    const undone = await (await office.signIn('agent.victoria')).undo(id, {})
    assert.equal(undone.requests.length, 1)
    await assertAllSame()
  })

  it('C12 asked twice with one key happens once, after a restart too', async () => {
    const first = await agent.transfer(id, { office: 'cranbrook' }, 'key-1')
    const again = await agent.transfer(id, { office: 'cranbrook' }, 'key-1')
    await office.restart()
    agent = await office.signIn('agent.victoria')
    const late = await agent.transfer(id, { office: 'cranbrook' }, 'key-1')

    for (const each of [again, late]) assert.deepEqual(each, first)
    const other = agent.transfer(id, { office: 'cranbrook', service: 'notary' }, 'key-1')
    await assertRefused(other, 'key-reused')
    await assertRefused(agent.transfer(id, { office: 'cranbrook' }, 'key-2'), 'not-your-office')
  })

  it('is refused, each with its code: same, unknown or direct office, service not there', async () => {
    await configure(
      office,
      (settings) => ({
        ...settings,
        services: settings.services
          .filter((each) => each.code !== 'notary')
          .map((each) => (each.code === 'health-card' ? { ...each, withdrawn: true } : each)),
      }),
      'cranbrook',
    )
    const ask = (body: Parameters<Api['transfer']>[1]) => agent.transfer(id, body)
    await assertNothingChanges(office, async () => {
      await assertRefused(ask({ office: 'victoria' }), 'same-office')
      await assertRefused(ask({ office: 'atlantis' }), 'office-unknown')
      await assertRefused(ask({ office: 'dawson-creek' }), 'office-closed-to-transfer')
      await assertRefused(ask({ office: 'cranbrook', service: 'notary' }), 'service-unknown')
      await assertRefused(ask({ office: 'cranbrook', service: 'health-card' }), 'service-withdrawn')
      const path = `/api/v1/visits/${id}/transfer`
      const token = await office.tokenOf('agent.victoria')
      const body = { office: 'cranbrook', counter: '1' }
      assertProblem(await office.request('POST', path, { token, body }), 'invalid-input')
    })
  })

  it('is refused for what another agent has, and when it is over', async () => {
    const other = await office.signIn('agent2.victoria')
    await other.begin(id, { counter: '2' })
    const problem = await assertRefused(
      agent.transfer(id, { office: 'cranbrook' }),
      'visit-with-other-agent',
    )
    assert.deepEqual(
      [problem.details?.agent, problem.details?.counter],
      [await office.idOf('agent2.victoria'), '2'],
    )
    await other.finish(id, {})
    await assertRefused(agent.transfer(id, { office: 'cranbrook' }), 'move-not-allowed')
  })

  it('C22 cannot be undone: the other office has it now', async () => {
    const manager = await office.signIn('manager.victoria')
    await manager.transfer(id, { office: 'cranbrook' })

    // A manager of one office has no say in the other; the table of moves has the rest.
    await assertRefused(agent.undo(id, {}), 'not-your-office')
    await assertRefused(there.undo(id, {}), 'nothing-to-undo')
  })

  it('C12 two agents at once, to two offices and back: it is in one office, once', async () => {
    const second = await office.signIn('agent2.victoria')
    const ids = [id]
    for (let n = 0; n < 7; n += 1) ids.push((await office.checkIn()).id)

    const asked = ids.flatMap((each) => [
      agent.transfer(each, { office: 'cranbrook' }),
      second.transfer(each, { office: 'cranbrook' }),
      agent.leave(each, {}),
      office.checkIn('notary', undefined, 'cranbrook'),
    ])
    await Promise.allSettled(asked)

    const rows = await (await office.tables())<{ id: string }>('visits').whereIn('id', ids)
    assert.equal(rows.length, ids.length)
    await assertAllSame()
    const [here, other] = await Promise.all([live('victoria'), live('cranbrook')])
    for (const each of ids) {
      const found = [findVisit(here, each), findVisit(other, each)].filter(Boolean)
      assert.equal(found.length, 1)
    }
  })

  const live = async (code: string) => {
    const snapshot = await office.app.door.snapshot(code)
    assert.ok(snapshot)
    return snapshot.state
  }

  /** One office, three ways: live, loaded, folded. */
  async function statesOf(code: string) {
    const loaded = await loadOffice(office.db.reader, code)
    assert.ok(loaded)
    const folded = (await factsAfter(office.db.reader, code, 0)).reduce(apply, emptyOffice(code))
    return [await live(code), loaded.state, folded]
  }

  async function assertAllSame(): Promise<void> {
    for (const code of ['victoria', 'cranbrook']) {
      const [first, ...others] = (await statesOf(code)).map(({ visits, ended, ...rest }) => ({
        ...{ seq: rest.seq, series: rest.series, calls: rest.calls },
        visits: visits.toJS(),
        ended: ended.toJS(),
      }))
      for (const each of others) assert.deepEqual(each, first)
    }
  }
})
