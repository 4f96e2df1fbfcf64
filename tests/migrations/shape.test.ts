// The shape of the tables: each has a primary key, and what is asked often is found by an index.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import type { Knex } from 'knex'
import { addPast } from '../../server/cli/past/add-past.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import { ARE_SETTINGS } from '../../server/db/journal.ts'
import { endedSince, IS_LIVE } from '../../server/db/visit-loader.ts'
import type { VisitRow } from '../../server/db/visit-rows.ts'
import { describeOnEach, type FreshDatabase } from '../support/databases.ts'
import { OPENING, seeded } from '../support/seeded.ts'

describeOnEach('the tables', (database) => {
  let fresh: FreshDatabase
  let db: Database
  before(async function () {
    this.timeout(60_000)
    fresh = await database.fresh(seeded)
    db = connect(fresh.url)
    const days = { from: '2026-05-19', to: '2026-05-22', journalFrom: '2026-05-19' }
    await addPast(db, { offices: ['victoria'], ...days, now: OPENING })
    await db.knex.raw('ANALYZE')
  })
  after(async () => {
    await db.close()
    await fresh.drop()
  })

  it('each have a primary key', async () => {
    const names = await tables(db)
    assert.ok(names.length >= 12, names.join())
    for (const name of names) assert.ok(await hasPrimaryKey(db, name), name)
  })

  const HOT: [what: string, index: RegExp, query: (knex: Knex) => Knex.QueryBuilder][] = [
    [
      'the live visits of an office',
      /visits_live/,
      (knex) => knex('visits').where('office_id', 'victoria').whereRaw(IS_LIVE),
    ],
    [
      'the visits of a day',
      /visits_number_once/,
      (knex) => knex('visits').where({ office_id: 'victoria', day: '2026-06-01' }),
    ],
    [
      'who has ended since',
      /visits_by_end/,
      (knex) => knex('visits').where('office_id', 'victoria').where('ended_at', '>=', OPENING),
    ],
    [
      'what was typed in from paper since',
      /visits_on_paper/,
      (knex) =>
        endedSince(knex<VisitRow>('visits'), 'victoria', {
          arrived_at: OPENING,
          arrived_seq: 4_000,
        }),
    ],
    [
      'a command by its key',
      /command_keys_pkey|autoindex_command_keys/,
      (knex) => knex('command_keys').where({ actor_id: 'a', key: 'k' }),
    ],
    [
      'the keys that are too old',
      /command_keys_by_age/,
      (knex) => knex('command_keys').where('created_at', '<', 1),
    ],
    [
      'the facts after another',
      /facts_pkey|autoindex_facts/,
      (knex) =>
        knex('facts')
          .where('office_id', 'victoria')
          .where('seq', '>', 4_000)
          .orderBy('seq')
          .limit(100),
    ],
    [
      'the facts of a visit',
      /facts_of_a_visit/,
      (knex) => knex('facts').where('visit_id', 'one').orderBy('seq'),
    ],
    [
      'the last settings of offices',
      /facts_of_settings/,
      (knex) =>
        knex('facts')
          .select('office_id')
          .max({ seq: 'seq' })
          .whereIn('office_id', ['victoria', 'cranbrook'])
          .whereRaw(ARE_SETTINGS)
          .groupBy('office_id'),
    ],
    [
      'the settings an office had before',
      /facts_of_settings/,
      (knex) => knex('facts').where('office_id', 'victoria').whereRaw(ARE_SETTINGS).orderBy('at'),
    ],
    [
      'the segments of a visit',
      /segments_pkey|autoindex_segments/,
      (knex) => knex('segments').whereIn('visit_id', ['one', 'other']),
    ],
  ]
  for (const [what, index, query] of HOT)
    it(`find ${what} by an index`, async () => {
      const plan = await explain(db, query)

      assert.match(plan, index)
      assert.doesNotMatch(plan, /Seq Scan|SCAN (visits|facts|segments|command_keys)(?! USING)/)
    })
})

async function tables({ kind, knex }: Database): Promise<string[]> {
  const rows =
    kind === 'sqlite'
      ? await knex.raw<{ name: string }[]>(
          `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
        )
      : (
          await knex.raw<{ rows: { name: string }[] }>(
            `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
          )
        ).rows
  return rows.map((row) => row.name)
}

async function hasPrimaryKey({ kind, knex }: Database, table: string): Promise<boolean> {
  if (kind === 'sqlite') {
    const columns = await knex.raw<{ pk: number }[]>(`PRAGMA table_info(${table})`)
    return columns.some((column) => column.pk > 0)
  }
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'p'`,
  )
  return rows.length > 0
}

/** The plan in words. PostgreSQL is told to avoid reading small tables whole, as it would. */
async function explain(
  { kind, knex }: Database,
  query: (knex: Knex) => Knex.QueryBuilder,
): Promise<string> {
  if (kind === 'sqlite') {
    const { sql, bindings } = query(knex).toSQL()
    const rows = await knex.raw<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [...bindings])
    return rows.map((row) => row.detail).join('\n')
  }
  return knex.transaction(async (trx) => {
    await trx.raw('SET LOCAL enable_seqscan = off')
    const { sql, bindings } = query(trx).toSQL()
    const { rows } = await trx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`EXPLAIN ${sql}`, [
      ...bindings,
    ])
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}
