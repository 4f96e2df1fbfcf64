// Migrations, by name without extension, so that the sources and the compiled program agree.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Knex } from 'knex'
import type { Database } from './connect.ts'

interface Migration {
  up(knex: Knex): Promise<void>
  down(knex: Knex): Promise<void>
}

const FOLDER = join(import.meta.dirname, '..', '..', 'migrations')

const source: Knex.MigrationSource<string> = {
  async getMigrations() {
    const files = await readdir(FOLDER)
    return files.filter((file) => /^\d{8}T\d{4}_\w+\.(ts|js)$/.test(file)).sort()
  },
  getMigrationName: (file) => file.replace(/\.(ts|js)$/, ''),
  getMigration: (file) => import(pathToFileURL(join(FOLDER, file)).href) as Promise<Migration>,
}

/** Brings the database up to date. Returns the names of the migrations that were run. */
export async function migrateUp(db: Database): Promise<string[]> {
  const [, names] = (await db.knex.migrate.latest({ migrationSource: source })) as [
    number,
    string[],
  ]
  return names
}

/** Takes every migration back: the tables are gone afterwards. */
export async function migrateDown(db: Database): Promise<void> {
  await db.knex.migrate.rollback({ migrationSource: source }, true)
}
