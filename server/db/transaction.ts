// Transactions that say at their start that they will write. On SQLite a plain BEGIN fails with
// "busy" when another process writes first, however long one is ready to wait; IMMEDIATE waits.
import type { Knex } from 'knex'
import type { Database } from './connect.ts'

export type Row = Record<string, unknown>
type Value = string | number | boolean | null

/** Runs one statement within the transaction; each `?` in it takes one of `values`. */
export type Run = (sql: string, values?: readonly Value[]) => Promise<Row[]>

/**
 * Runs `work` in one transaction and commits it durably. When this throws, nothing was kept —
 * unless the error came from the commit itself (`CommitUnknown`).
 */
export async function inTransaction<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  const connection: unknown = await (db.knex.client as Knex.Client).acquireConnection()
  const run = db.kind === 'sqlite' ? onSqlite(connection) : onPostgres(connection)
  try {
    await run(db.kind === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN')
    let result: T
    try {
      result = await work(run)
    } catch (error) {
      await run('ROLLBACK').catch(() => undefined)
      throw error
    }
    await run('COMMIT').catch(async (error: unknown) => {
      await run('ROLLBACK').catch(() => undefined)
      throw new CommitUnknown(error)
    })
    return result
  } finally {
    await (db.knex.client as Knex.Client).releaseConnection(connection)
  }
}

// Every call of every office goes through here: the drivers are asked directly, since a query
// builder's own work for each statement would be most of what a call costs.

interface SqliteDriver {
  all(sql: string, values: readonly Value[], done: (error: Error | null, rows: Row[]) => void): void
}

function onSqlite(connection: unknown): Run {
  const driver = connection as SqliteDriver
  return (sql, values = []) =>
    new Promise((resolve, reject) => {
      driver.all(sql, values, (error, rows) => {
        if (error) reject(error)
        else resolve(rows)
      })
    })
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

/** The commit was asked for and its answer was an error: it may have happened or not. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the commit may or may not have happened', { cause })
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
