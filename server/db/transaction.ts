// Transactions that say at their start that they will write. On SQLite a plain BEGIN fails with
// "busy" when another process writes first, however long one is ready to wait; IMMEDIATE waits.
import type { Knex } from 'knex'
import type { Database } from './connect.ts'

export type Row = Record<string, unknown>

/** Runs one statement within the transaction. */
export type Run = (sql: string, bindings?: readonly Knex.RawBinding[]) => Promise<Row[]>

/**
 * Runs `work` in one transaction and commits it durably. When this throws, nothing was kept —
 * unless the error came from the commit itself (`CommitUnknown`).
 */
export async function inTransaction<T>(db: Database, work: (run: Run) => Promise<T>): Promise<T> {
  const connection: unknown = await (db.knex.client as Knex.Client).acquireConnection()
  const run: Run = async (sql, bindings = []) => {
    const answer: unknown = await db.knex.raw(sql, [...bindings]).connection(connection)
    return Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows
  }
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
