// The journal: append-only by the database's own refusal, whole by its hashes, and the sums it
// amounts to exact.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { verifyJournal } from '../../server/db/journal.ts'
import { describeOnEach } from '../support/databases.ts'
import { busyDay } from '../support/busy-day.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

describeOnEach('the journal', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  const verify = () => verifyJournal(office.db.reader, 'victoria')

  it('cannot be changed, emptied or shortened: the database itself refuses', async () => {
    await office.checkIn()
    const before: unknown[] = await office.db.reader('facts').orderBy(['office_id', 'seq'])
    const statements = [
      `UPDATE facts SET actor_id = 'somebody else'`,
      `UPDATE facts SET data = '{}' WHERE seq = 1`,
      `DELETE FROM facts WHERE seq = 2`,
      `DELETE FROM facts`,
      ...(database.name === 'postgres'
        ? ['TRUNCATE facts', 'TRUNCATE facts CASCADE']
        : [`INSERT OR REPLACE INTO facts SELECT * FROM facts WHERE seq = 2`]),
    ]

    for (const statement of statements)
      await assert.rejects(office.db.knex.raw(statement), /append-only/, statement)

    assert.deepEqual(await office.db.reader('facts').orderBy(['office_id', 'seq']), before)
  })

  it('is whole after a busy day', async () => {
    await busyDay(office, { steps: 120, seed: 7 })

    const { facts, brokenAt } = await verify()

    assert.equal(brokenAt, null)
    assert.ok(facts > 80, `${facts} facts`)
  })

  it('shows where it was changed behind the database’s back', async () => {
    await busyDay(office, { steps: 20, seed: 8 })
    await withoutTriggers(office)

    await office.db.knex('facts').where({ office_id: 'victoria', seq: 5 }).update({ actor_id: 'x' })

    assert.deepEqual(await verify(), { facts: 4, brokenAt: 5 })
  })

  it('shows that a fact in the middle is gone', async () => {
    await busyDay(office, { steps: 20, seed: 8 })
    await withoutTriggers(office)

    await office.db.knex('facts').where({ office_id: 'victoria', seq: 5 }).delete()

    assert.deepEqual(await verify(), { facts: 4, brokenAt: 6 })
  })

  it('shows that its end is gone', async () => {
    await busyDay(office, { steps: 20, seed: 8 })
    await office.app.door.rowsWritten()
    const { facts } = await verify()
    await withoutTriggers(office)

    await office.db.knex('facts').where({ office_id: 'victoria', seq: facts }).delete()

    assert.deepEqual(await verify(), { facts: facts - 1, brokenAt: facts })
  })

  it('has segments in SQL that sum to the time in office of each ended visit, exactly', async () => {
    await busyDay(office, { steps: 480, seed: 9 })
    const tables = await office.tables()

    const rows = await tables<{ visits: number; differing: number }>('visits')
      .whereNotNull('visits.ended_at')
      .join('segments', 'segments.visit_id', 'visits.id')
      .groupBy('visits.id', 'visits.ended_at', 'visits.arrived_at')
      .select('visits.id')
      .select(
        tables.raw(
          'visits.ended_at - visits.arrived_at - sum(segments.ended_at - segments.started_at) AS rest',
        ),
      )

    assert.ok(rows.length >= 8, `${rows.length} visits`)
    for (const row of rows as { rest: number | string }[]) assert.equal(Number(row.rest), 0)
    const open = await tables('segments')
      .join('visits', 'visits.id', 'segments.visit_id')
      .whereNull('segments.ended_at')
      .whereNotNull('visits.ended_at')
    assert.deepEqual(open, [])
  })
})

async function withoutTriggers({ db }: TestOffice): Promise<void> {
  const names = ['facts_are_never_changed', 'facts_are_never_removed']
  const on = db.kind === 'postgres' ? ' ON facts' : ''
  for (const name of names) await db.knex.raw(`DROP TRIGGER IF EXISTS ${name}${on}`)
}
