// Years of rows at once: what an import and a generated past write.
import { SQLITE_BATCH_SETUP } from './batch-statement.ts'
import type { Database } from './connect.ts'

/**
 * Readies the connection that writes for years of rows, in a program that does nothing else: ids come in no
 * order, so every row touches pages of its own, which are better kept than read, set aside and written anew
 * each time. Takes some 100 MB of memory, and 250 MB beside the database file until it is closed.
 */
export async function readyForBulk({ kind, knex }: Database): Promise<void> {
  if (kind === 'postgres') return
  const settings = ['cache_size = -65536', 'temp_store = MEMORY', 'wal_autocheckpoint = 65536']
  for (const setting of settings) await knex.raw(`PRAGMA ${setting}`)
  // Where temporary tables are kept has changed: those that were there are gone.
  for (const made of SQLITE_BATCH_SETUP) await knex.raw(made)
}
