// A generated past: the same as if it had been lived, as far as the journal, the rows and the figures go.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import { addPast } from '../../server/cli/past/add-past.ts'
import { pastOf } from '../../server/cli/past/past-plan.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import { verifyJournal } from '../../server/db/journal.ts'
import { readyForBulk } from '../../server/db/ready-for-bulk.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import type { SegmentRow, VisitRow } from '../../server/db/visit-rows.ts'
import { rebuildRollups } from '../../server/features/reports/rollups/make-rollups.ts'
import { piecesOf } from '../../server/features/pieces.ts'
import { nextDay } from '../../server/domain/office-time.ts'
import { describeOnEach, type FreshDatabase } from '../support/databases.ts'
import { OPENING, seeded } from '../support/seeded.ts'

const OFFICES = ['victoria', 'dawson-creek']
/** Three weeks with a holiday in them, the last of them in the journal. */
const PAST = { from: '2026-05-11', to: '2026-05-29', journalFrom: '2026-05-25' }

describeOnEach('a past', (database) => {
  let fresh: FreshDatabase
  let db: Database
  let made: number
  before(async function () {
    this.timeout(60_000)
    fresh = await database.fresh(seeded)
    db = connect(fresh.url)
    await readyForBulk(db)
    made = await addPast(db, { ...PAST, offices: OFFICES, now: OPENING })
  })
  after(async () => {
    await db.close()
    await fresh.drop()
  })
  const visits = () => db.knex<VisitRow>('visits')
  const facts = () => db.knex<{ office_id: string; visit_id: string | null; type: string }>('facts')

  it('has everybody ended, each at the sum of their segments', async () => {
    const rows = await visits()

    assert.equal(rows.length, made)
    assert.ok(made > 3_000, String(made))
    const sums = await db
      .knex<SegmentRow>('segments')
      .select('visit_id')
      .sum({ length: db.knex.raw('ended_at - started_at') })
      .groupBy('visit_id')
    const lengths = new Map(
      (sums as { visit_id: string; length: number }[]).map((row) => [row.visit_id, row.length]),
    )
    for (const row of rows) {
      assert.ok(['served', 'left', 'no-show', 'closed'].includes(row.state))
      assert.equal(Number(lengths.get(row.id)), (row.ended_at ?? 0) - row.arrived_at)
    }
  })

  it('is read in pieces of so many visits, however busy its days are: all of it, in order, nothing twice', async () => {
    const period = { from: '2026-05-01', to: '2026-06-20' }
    const sizes = async (atOnce?: number): Promise<{ days: number; visits: number }[]> => {
      const found: { days: number; visits: number }[] = []
      let next = period.from
      for await (const { from, to } of piecesOf(db.reader, 'victoria', period, atOnce)) {
        assert.equal(from, next)
        let days = 0
        for (let day = from; day < to; day = nextDay(day)) days += 1
        const rows = await visits()
          .where('office_id', 'victoria')
          .whereBetween('day', [from, to])
          .whereNot('day', to)
        found.push({ days, visits: rows.length })
        next = to
      }
      assert.equal(next, period.to)
      return found
    }

    const [usual, few] = [await sizes(), await sizes(300)]

    assert.ok(usual.every(({ days }) => days <= 7))
    assert.ok(usual.some(({ visits: held }) => held > 300))
    assert.ok(few.every(({ days, visits: held }) => held <= 300 || days === 1))
    assert.ok(few.some(({ days }) => days > 1))
  })

  it('is closed at weekends and on holidays', async () => {
    const days = await visits().distinct('day').orderBy('day')

    assert.equal(days.length, 14)
    assert.ok(!days.some(({ day }) => day === '2026-05-18' || day === '2026-05-17'))
  })

  it('has its last days in the journal, which is whole, and of older visits only the rows', async () => {
    for (const office of OFFICES) {
      assert.equal((await verifyJournal(db.knex, office)).brokenAt, null)
      const told = await facts().where({ office_id: office, type: 'visit-arrived' })
      const recent = await visits().where('office_id', office).where('day', '>=', PAST.journalFrom)
      assert.deepEqual(told.map((fact) => fact.visit_id).sort(), recent.map(({ id }) => id).sort())
      const days = await facts().where({ office_id: office, type: 'history-added' })
      assert.equal(days.length, 9)
    }
  })

  it('leaves an office that opens its doors as on any morning', async () => {
    const loaded = await loadOffice(db.knex, 'victoria')

    assert.equal(loaded?.behind, null)
    assert.equal(loaded.state.visits.size, 0)
    assert.equal(loaded.state.agents.size, 0)
  })

  it('has the very figures that its rows give', async function () {
    this.timeout(60_000)
    const rollups = () =>
      db
        .knex<{ office_id: string; grain: string; start: string; cells: Uint8Array }>('rollups')
        .orderBy(['office_id', 'grain', 'start', 'part'])
        .select('office_id', 'grain', 'start', 'cells')
    const cost = () =>
      db
        .knex<{ office_id: string; day: string; cells: string }>('cost_days')
        .orderBy(['office_id', 'day'])
        .select('office_id', 'day', 'cells')
    const made = await rollups()
    const costMade = await cost()

    for (const office of OFFICES) await rebuildRollups(db, office, OPENING)

    const anew = await rollups()
    assert.equal(made.length, anew.length)
    assert.ok(made.length > 100, String(made.length))
    for (const [index, row] of made.entries()) assert.deepEqual(row, anew[index])
    assert.equal(costMade.length, 28)
    assert.deepEqual(costMade, await cost())
  })

  it('is the same for the same offices and days', async function () {
    this.timeout(60_000)
    const other = await database.fresh(seeded)
    const again = connect(other.url)

    await addPast(again, { ...PAST, offices: OFFICES, now: OPENING })

    const [one, two] = await Promise.all(
      [db, again].map((each) =>
        each.knex<VisitRow>('visits').orderBy('id').select('id', 'state', 'arrived_at', 'ended_at'),
      ),
    )
    assert.deepEqual(one, two)
    await again.close()
    await other.drop()
  })

  it('lasts as long as is asked for, up to yesterday', () => {
    const plan = pastOf(OPENING, { years: 2, journalDays: 90, visits: 0 })

    assert.deepEqual(
      [plan?.from, plan?.journalFrom, plan?.to],
      ['2024-06-01', '2026-03-04', '2026-06-01'],
    )
    assert.equal(pastOf(OPENING, { years: 0, journalDays: 90, visits: 0 }), null)
  })
})
