// Transactions that say at their start that they will write. On SQLite a plain BEGIN fails with
// "busy" when another process writes first, however long one is ready to wait; IMMEDIATE waits.
import type { Knex } from 'knex'
import type { Database } from './connect.ts'

export type Row = Record<string, unknown>
type Value = string | number | boolean | null

/** Runs one statement within the transaction; each `?` in it takes one of `values`. */
export type Run = (sql: string, values?: readonly Value[]) => Promise<Row[]>

/** Runs one statement on its own: a transaction of itself, durable once this is answered. */
export async function runAlone(
  db: Database,
  sql: string,
  values: readonly Value[],
): Promise<Row[]> {
  return withConnection(db, (run) => run(sql, values))
}

/**
 * Runs `work` in one transaction and commits it durably. When this throws, nothing was kept, unless
 * the error came from the commit itself: then nobody knows.
 */
export async function inTransaction<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  return withConnection(db, async (run) => {
    await run(db.kind === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN')
    try {
      const result = await work(run)
      await run('COMMIT')
      return result
    } catch (error) {
      await run('ROLLBACK').catch(() => undefined)
      throw error
    }
  })
}

async function withConnection<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  const client = db.knex.client as Knex.Client
  const connection: unknown = await client.acquireConnection()
  try {
    return await work(db.kind === 'sqlite' ? onSqlite(connection) : onPostgres(connection))
  } finally {
    await client.releaseConnection(connection)
  }
}

// Every call of every office goes through here: the drivers are asked directly, since a query
// builder's own work for each statement would be most of what a call costs.

interface SqliteStatement {
  all(values: readonly Value[], done: (error: Error | null, rows: Row[]) => void): void
  finalize(done: () => void): void
}
interface SqliteDriver {
  prepare(sql: string): SqliteStatement
}

/** Statements prepared once for each connection: they are few, and their texts never change. */
const prepared = new WeakMap<SqliteDriver, Map<string, SqliteStatement>>()

function onSqlite(connection: unknown): Run {
  const driver = connection as SqliteDriver
  const known = prepared.get(driver) ?? new Map<string, SqliteStatement>()
  prepared.set(driver, known)
  return (sql, values = []) =>
    new Promise((resolve, reject) => {
      const statement = known.get(sql) ?? driver.prepare(sql)
      known.set(sql, statement)
      statement.all(values, (error, rows) => {
        if (error) reject(error)
        else resolve(rows)
      })
    })
}

/** Lets go of the prepared statements of SQLite's writing connection: it cannot close with them. */
export async function forgetPrepared(knex: Knex): Promise<void> {
  const client = knex.client as Knex.Client
  const connection = (await client.acquireConnection()) as SqliteDriver
  const statements = [...(prepared.get(connection)?.values() ?? [])]
  prepared.delete(connection)
  for (const each of statements) await new Promise<void>((done) => each.finalize(done))
  await client.releaseConnection(connection)
}

interface PostgresDriver {
  query(sql: string, values: readonly Value[]): Promise<{ rows: Row[] }>
}

function onPostgres(connection: unknown): Run {
  const driver = connection as PostgresDriver
  return async (sql, values = []) => {
    let n = 0
    const numbered = sql.replaceAll('?', () => `$${(n += 1)}`)
    return (await driver.query(numbered, values)).rows
  }
}

/** Whether the error says that the database could not be written just now. */
export function isBusy(error: unknown): boolean {
  const code = causeCode(error)
  return (
    code !== null &&
    /^(SQLITE_(BUSY|LOCKED|READONLY|IOERR|FULL|CANTOPEN)|ECONN|EPIPE|ETIMEDOUT|57P|53|55P03|40001|40P01|25006|08)/.test(
      code,
    )
  )
}

/** Whether the error says that a row with this key exists already. */
export function isDuplicate(error: unknown): boolean {
  const code = causeCode(error)
  return code === '23505' || code === 'SQLITE_CONSTRAINT'
}

function causeCode(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code
    if (/acquiring a connection|Connection terminated/.test(each.message)) return 'ECONN'
  }
  return null
}
