// Both kinds of database, for suites that must hold on each. SQLite is a file in a temporary
// folder; PostgreSQL a database of this process's throw-away cluster.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'mocha'
import { createDatabase, dropDatabase, postgresMissing, startCluster } from './postgres.ts'

/** Fills an empty database (migrates, seeds) and closes its connections before it returns. */
export type Prepare = (url: string) => Promise<void>

export interface FreshDatabase {
  readonly url: string
  /** Removes it. Close your own connections first. */
  drop(): Promise<void>
}

export interface TestDatabase {
  readonly name: 'sqlite' | 'postgres'
  /**
   * A database nobody else uses: empty, or as `prepare` leaves one. `prepare` (told apart by
   * identity, so pass a named function) runs once in a process; each later call gets a copy.
   */
  fresh(prepare?: Prepare): Promise<FreshDatabase>
}

/** What a busy machine may take to start PostgreSQL, ms: no test should pay for it. */
const STARTS_WITHIN = 60_000

/** The databases to test on. `GUICHET_DATABASES=sqlite` narrows them. */
export function databases(): TestDatabase[] {
  return [SQLITE, POSTGRES].filter((database) => isWanted(database.name))
}

function isWanted(name: TestDatabase['name']): boolean {
  return (process.env.GUICHET_DATABASES ?? 'sqlite,postgres').split(',').includes(name)
}

/**
 * Declares the suite once for each database. Without PostgreSQL's programs its share is skipped,
 * and fails where CI is true.
 */
export function describeOnEach(title: string, body: (database: TestDatabase) => void): void {
  for (const database of databases()) {
    const named = `${title} (${database.name})`
    const suite = (): void => {
      body(database)
    }
    if (database.name === 'postgres') describeOnPostgres(named, suite)
    else describe(named, suite)
  }
}

/** Declares a suite that needs a PostgreSQL: skipped without one, failed where CI is true. */
export function describeOnPostgres(title: string, suite: () => void): void {
  if (!isWanted('postgres')) return
  const missing = postgresMissing()
  if (!missing)
    describe(title, () => {
      before(async function () {
        this.timeout(STARTS_WITHIN)
        await startCluster()
      })
      suite()
    })
  else if (process.env.CI === 'true')
    describe(title, () => {
      it('has PostgreSQL to run on', () => {
        throw new Error(missing)
      })
    })
  else describe.skip(`${title}: ${missing}`, suite)
}

const templates = new Map<string, Promise<string>>()
const prepareNames = new Map<Prepare, number>()

/** The address of the database that `prepare` filled, made once. */
function templateOf(kind: string, prepare: Prepare, make: () => Promise<string>): Promise<string> {
  const number = prepareNames.get(prepare) ?? prepareNames.size
  prepareNames.set(prepare, number)
  const key = `${kind} ${number}`
  const template =
    templates.get(key) ??
    make().then(async (url) => {
      await prepare(url)
      return url
    })
  templates.set(key, template)
  return template
}

const SQLITE: TestDatabase = {
  name: 'sqlite',
  async fresh(prepare) {
    const url = sqliteAddress()
    if (prepare) {
      const template = await templateOf('sqlite', prepare, () => Promise.resolve(sqliteAddress()))
      for (const end of ['', '-wal'])
        if (existsSync(fileOf(template) + end))
          copyFileSync(fileOf(template) + end, fileOf(url) + end)
    }
    return {
      url,
      drop() {
        rmSync(join(fileOf(url), '..'), { recursive: true, force: true })
        return Promise.resolve()
      },
    }
  },
}

const POSTGRES: TestDatabase = {
  name: 'postgres',
  async fresh(prepare) {
    const template = prepare && (await templateOf('postgres', prepare, () => createDatabase()))
    const url = await createDatabase(template)
    return { url, drop: () => dropDatabase(url) }
  },
}

let folder: string | null = null

function sqliteAddress(): string {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), 'guichet-sqlite-'))
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true })
    })
    folder = made
  }
  return `sqlite:${join(mkdtempSync(join(folder, 'office-')), 'guichet.db')}`
}

function fileOf(url: string): string {
  return url.slice('sqlite:'.length)
}

/** SQLite, for tests that are about something else than the database. */
export function sqliteOnly(): TestDatabase {
  return SQLITE
}
