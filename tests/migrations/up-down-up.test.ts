// Every migration can be taken back, and leaves nothing behind when it is.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { connect, type Database } from '../../server/db/connect.ts'
import { migrateDown, migrateUp } from '../../server/db/migrate.ts'
import { describeOnEach, type FreshDatabase } from '../support/databases.ts'

/** What Knex itself keeps: it stays when everything else has gone. */
const OF_KNEX = /^(knex_migrations|knex_migrations_lock|sqlite_\w+)$/

describeOnEach('the migrations', (database) => {
  let fresh: FreshDatabase
  let db: Database

  beforeEach(async () => {
    fresh = await database.fresh()
    db = connect(fresh.url)
  })
  afterEach(async () => {
    await db.close()
    await fresh.drop()
  })

  it('go up, down to nothing, and up again to the same', async () => {
    const names = await migrateUp(db)
    const first = await schemaOf(db)

    await migrateDown(db)
    const between = await schemaOf(db)
    const again = await migrateUp(db)

    assert.ok(first.length > 0)
    assert.deepEqual(between, [])
    assert.deepEqual(again, names)
    assert.deepEqual(await schemaOf(db), first)
  })

  it('have nothing to do the second time', async () => {
    await migrateUp(db)

    assert.deepEqual(await migrateUp(db), [])
  })

  it('are remembered by a name without an ending, so that a build agrees', async () => {
    for (const name of await migrateUp(db)) assert.match(name, /^\d{8}T\d{4}_[a-z]+(_[a-z]+)+$/)
  })
})

/** Tables, columns, indexes, triggers and functions, in an order of their own. */
async function schemaOf(db: Database): Promise<unknown[]> {
  const rows =
    db.kind === 'sqlite'
      ? await db.knex.raw<NamedRow[]>(
          'SELECT tbl_name AS owner, name, sql AS what FROM sqlite_master ORDER BY 2',
        )
      : (await db.knex.raw<{ rows: NamedRow[] }>(POSTGRES_SCHEMA)).rows
  return rows.filter(({ owner }) => !OF_KNEX.test(owner))
}

interface NamedRow {
  readonly owner: string
  readonly name: string
  readonly what: string
}

const POSTGRES_SCHEMA = `
  SELECT table_name AS owner, column_name AS name, data_type || is_nullable AS what
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT event_object_table, trigger_name, action_statement
    FROM information_schema.triggers WHERE trigger_schema = 'public'
  UNION ALL SELECT routine_name, routine_name, routine_definition
    FROM information_schema.routines WHERE routine_schema = 'public'
  ORDER BY 1, 2, 3`
