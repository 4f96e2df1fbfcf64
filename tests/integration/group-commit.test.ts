// Group commit: commands that wait for the disk together share one commit, and nothing else. One
// bad command fails alone, whether the rules refuse it or the database does.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { ApiError, type Api } from '#protocol/api'
import { verifyJournal } from '../../server/db/journal.ts'
import { countCommits } from '../support/commits.ts'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const COMMANDS = 40
const licence = { requests: [{ service: 'driver-licence' }] }
const notary = { requests: [{ service: 'notary' }] }

describeOnEach('commands that come together', (database) => {
  let office: TestOffice
  let kiosk: Api
  beforeEach(async () => {
    office = await openOffice(database, { env: { GUICHET_COMMIT_DELAY_MS: '10' } })
    kiosk = await office.kiosk()
  })
  afterEach(() => office.close())

  const together = (bodies: readonly (typeof licence)[]) =>
    Promise.allSettled(bodies.map((body) => kiosk.addVisit('victoria', body)))
  const codes = (settled: PromiseSettledResult<unknown>[]) =>
    settled.flatMap((each) =>
      each.status === 'rejected' && each.reason instanceof ApiError ? [each.reason.code] : [],
    )

  it('are all answered, with far fewer commits than commands', async () => {
    await office.checkIn()
    const before = await countCommits(office.db)

    const settled = await together(Array.from({ length: COMMANDS }, () => licence))

    const commits = (await countCommits(office.db)) - before
    assert.deepEqual(codes(settled), [])
    assert.ok(commits >= 1 && commits <= COMMANDS / 4, `${commits} commits`)
  })

  it('do not fail with the one that the rules refuse', async () => {
    const magic = { requests: [{ service: 'magic' }] }

    const settled = await together([licence, licence, magic, licence, licence])

    assert.deepEqual(codes(settled), ['service-unknown'])
    assert.equal((await (await office.tables())('visits')).length, 4)
  })

  it('do not fail with the one that the database refuses, and no screen hears of it', async () => {
    const agent = await office.signIn('agent.victoria')
    const desk = await Listener.open(office, 'desk', await office.tokenOf('agent2.victoria'))
    await refuse(office, 'facts', `NEW.data LIKE '%notary%'`)
    const bodies = [licence, licence, notary, licence, notary, licence, licence]

    const settled = await together(bodies)

    assert.deepEqual(codes(settled), ['unexpected', 'unexpected'])
    const tickets = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    assert.deepEqual(tickets.map((each) => each.ticket).sort(), [
      'A001',
      'A002',
      'A003',
      'A004',
      'A005',
    ])
    const view = await agent.desk('victoria')
    await desk.until(({ version }) => version === view.version)
    assert.deepEqual(desk.view.rows, view.rows)
    assert.equal(desk.gaps, 0)
    const shown = new Set(desk.changes.flatMap(({ put }) => put.map((row) => row.id)))
    for (const id of shown)
      assert.ok(
        view.rows.some((row) => row.id === id),
        id,
      )
    assert.equal((await verifyJournal(office.db.reader, 'victoria')).brokenAt, null)
  })

  it('lose nothing when their rows cannot follow: the journal has them, and so has a restart', async () => {
    const { db } = office
    if (db.kind === 'postgres') return
    const lift = await refuse(office, 'requests', `NEW.service = 'notary'`)
    const bodies = Array.from({ length: COMMANDS }, (_, n) => (n % 2 === 0 ? licence : notary))

    assert.deepEqual(codes(await together(bodies)), [])
    assert.deepEqual(codes(await together(bodies)), [])

    assert.ok((await db.reader('visits')).length < COMMANDS)
    const agent = await office.signIn('agent.victoria')
    const { rows } = await agent.desk('victoria')
    await office.restart()
    const again = await office.signIn('agent.victoria')
    assert.deepEqual((await again.desk('victoria')).rows, rows)
    await assert.rejects(office.app.door.rowsWritten(), /not this one/)
    await lift()
    assert.equal((await (await office.tables())('visits')).length, 2 * COMMANDS)
    assert.deepEqual((await again.desk('victoria')).rows, rows)
  })

  it('go on as before once the database takes everything again', async () => {
    const lift = await refuse(office, 'requests', `NEW.service = 'notary'`)
    assert.deepEqual(codes(await together([notary])), ['unexpected'])
    await lift()

    const [settled] = await together([notary])

    assert.equal(settled?.status === 'fulfilled' && settled.value.ticket.slice(1), '001')
  })
})

/** Makes the database refuse the rows of `table` that `when` names, until what it returns is called. */
async function refuse(
  office: TestOffice,
  table: string,
  when: string,
): Promise<() => PromiseLike<unknown>> {
  const { db } = office
  if (db.kind === 'sqlite') {
    await db.knex.raw(`CREATE TRIGGER not_these BEFORE INSERT ON ${table}
      WHEN ${when} BEGIN SELECT RAISE(ABORT, 'not this one'); END`)
    return () => office.db.knex.raw('DROP TRIGGER not_these')
  }
  await db.knex.raw(`CREATE FUNCTION not_these() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`)
  await db.knex.raw(`CREATE TRIGGER not_these BEFORE INSERT ON ${table} FOR EACH ROW
    WHEN (${when}) EXECUTE FUNCTION not_these()`)
  return () => office.db.knex.raw(`DROP TRIGGER not_these ON ${table}`)
}
