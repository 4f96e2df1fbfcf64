// One state, three ways to it: the live one, the tables loaded, the journal folded. Equal in
// everything after any day, on both databases.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { factsAfter } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { UNDO_WITHIN } from '../../server/domain/moves.ts'
import { apply, emptyOffice, type OfficeState } from '../../server/domain/state.ts'
import type { Visit } from '../../server/domain/visit.ts'
import { busyDay } from '../support/busy-day.ts'
import { describeOnEach } from '../support/databases.ts'
import { rounds } from '../support/long.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR } from '../support/seeded.ts'

describeOnEach('the state of an office', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  for (let seed = 1; seed <= rounds(3, 40); seed += 1)
    it(`is one: live, from its tables, from its journal (day ${seed}) @long`, async () => {
      await busyDay(office, { steps: rounds(90, 600), seed })
      await assertSame(office)
      await office.restart()
      await busyDay(office, { steps: 30, seed: seed + 100 })
      await assertSame(office)
    })

  it('is one after a night: a new day, and what the last one left', async () => {
    await busyDay(office, { steps: 60, seed: 5 })
    office.clock.advance(8 * HOUR)
    await office.checkIn()
    office.clock.advance(14 * HOUR)

    await busyDay(office, { steps: 60, seed: 6 })

    await assertSame(office)
  })

  it('is one when a visit of yesterday ends today, and its end can be undone', async () => {
    office.clock.advance(14.9 * HOUR)
    const late = await office.checkIn()
    office.clock.advance(0.2 * HOUR)
    await office.checkIn()
    const agent = await office.signIn('agent.victoria')
    await agent.begin(late.id, { counter: '1' })
    await agent.finish(late.id, {})

    await assertSame(office)
    await office.restart()

    const undone = await (await office.signIn('agent.victoria')).undo(late.id, {})
    assert.equal(undone.state, 'serving')
    await assertSame(office)
  })
})

async function assertSame(office: TestOffice): Promise<void> {
  for (const code of ['victoria', 'cranbrook']) {
    const live = (await office.app.door.snapshot(code))?.state
    // Its rows may be some commits behind: first they are loaded as they are, and then once brought up.
    const behind = await loadOffice(office.db.reader, code)
    await office.app.door.rowsWritten()
    const loaded = await loadOffice(office.db.reader, code)
    const folded = (await factsAfter(office.db.reader, code, 0)).reduce(apply, emptyOffice(code))
    assert.ok(live && loaded && behind)
    assert.equal(loaded.behind, null)
    assert.deepEqual(plain(behind.state), plain(folded))
    assert.deepEqual(plain(loaded.state), plain(folded))
    assert.deepEqual(plain(live), plain(folded))
  }
}

/** As plain data; what undo would restore only where it may still be asked for. */
function plain(state: OfficeState): unknown {
  const isRecent = (visit: Visit) => visit.last.at >= state.recordedAt - UNDO_WITHIN
  const shown = (visit: Visit) => ({ ...visit, before: isRecent(visit) ? visit.before : null })
  const { agents, visits, ended, ...rest } = state
  return {
    ...rest,
    agents: agents.toJS(),
    visits: visits.map(shown).toJS(),
    ended: ended.map(shown).toJS(),
  }
}
