// One database, either kind. Everything above this folder sees a `Database` and never asks which.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import knexLibrary, { type Knex } from 'knex'
import pg from 'pg'
import { SQLITE_BATCH_SETUP } from './batch-statement.ts'
import { forgetPrepared } from './transaction.ts'

export type DatabaseKind = 'sqlite' | 'postgres'

export interface Database {
  readonly kind: DatabaseKind
  readonly url: string
  /** Reads and writes. On SQLite: the one connection that writes. */
  readonly knex: Knex
  /** Reads only: a long report does not stand in the way of a call. */
  readonly reader: Knex
  close(): Promise<void>
}

/** bigint columns hold instants and sequence numbers, all far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const SQLITE_SETTINGS = [
  'PRAGMA foreign_keys = ON',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA busy_timeout = 5000',
  'PRAGMA wal_autocheckpoint = 8000',
  'PRAGMA secure_delete = ON',
]

/**
 * Opens `url`: `sqlite:path/to/file.db` or `postgres://…`. Nothing is read or written yet.
 * Throws on any other kind of address.
 */
export function connect(url: string): Database {
  if (url.startsWith('sqlite:')) return connectSqlite(url)
  if (/^postgres(ql)?:\/\//.test(url)) return connectPostgres(url)
  throw new Error(`not a database address: ${url}`)
}

function connectSqlite(url: string): Database {
  const filename = url.slice('sqlite:'.length)
  mkdirSync(dirname(filename), { recursive: true })
  const open = (settings: string[]): Knex =>
    knexLibrary({
      client: 'sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // Kept open: what it has prepared and what it has seen of other writers belong to it.
      pool: { min: 1, max: 1, afterCreate: prepare(settings) },
    })
  const knex = open([...SQLITE_SETTINGS, ...SQLITE_BATCH_SETUP])
  const reader = open([...SQLITE_SETTINGS, 'PRAGMA query_only = ON'])
  return {
    kind: 'sqlite',
    url,
    knex,
    reader,
    async close() {
      await forgetPrepared(knex)
      await closeBoth(knex, reader)
    },
  }
}

type Done = (error: Error | null, connection: unknown) => void
interface SqliteConnection {
  all(sql: string, done: (error: Error | null, rows: Record<string, unknown>[]) => void): void
}

/** Applies the settings to a new connection and reads back that commits are synced. */
function prepare(settings: string[]) {
  return (connection: SqliteConnection, done: Done): void => {
    const run = (sql: string): Promise<Record<string, unknown>[]> =>
      new Promise((resolve, reject) => {
        connection.all(sql, (error, rows) => {
          if (error) reject(error)
          else resolve(rows)
        })
      })
    const apply = async (): Promise<void> => {
      for (const setting of settings) await run(setting)
      const [row] = await run('PRAGMA synchronous')
      if (row?.synchronous !== 2) throw new Error('SQLite does not sync its commits')
    }
    apply().then(
      () => {
        done(null, connection)
      },
      (error: unknown) => {
        done(error as Error, connection)
      },
    )
  }
}

function connectPostgres(url: string): Database {
  const open = (options: string, size: number): Knex =>
    knexLibrary({
      client: 'pg',
      connection: { connectionString: url, options },
      pool: { min: 0, max: size },
    })
  const knex = open('-c synchronous_commit=on -c timezone=UTC', 10)
  const reader = open('-c default_transaction_read_only=on -c timezone=UTC', 4)
  return { kind: 'postgres', url, knex, reader, close: () => closeBoth(knex, reader) }
}

async function closeBoth(knex: Knex, reader: Knex): Promise<void> {
  await reader.destroy()
  await knex.destroy()
}

/** What the database does before it says that a commit is done, in its own words. */
export async function synchronousSetting(db: Database): Promise<string> {
  if (db.kind === 'postgres') {
    const { rows } = await db.knex.raw<{ rows: { synchronous_commit: string }[] }>(
      'SHOW synchronous_commit',
    )
    return rows[0]?.synchronous_commit ?? 'unknown'
  }
  const [row] = await db.knex.raw<{ synchronous: number }[]>('PRAGMA synchronous')
  return ['off', 'normal', 'full', 'extra'][row?.synchronous ?? -1] ?? 'unknown'
}
