// The databases that other suites stand on: fresh ones share nothing, copies hold what was
// prepared once, and a cluster does not outlive the process that started it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import knexLibrary, { type Knex } from 'knex'
import { it } from 'mocha'
import pg from 'pg'
import { describeOnEach, describeOnPostgres } from '../support/databases.ts'

function open(url: string): Knex {
  return url.startsWith('sqlite:')
    ? knexLibrary({ client: 'sqlite3', connection: { filename: fileOf(url) }, ...NULLS })
    : knexLibrary({ client: 'pg', connection: url })
}

const NULLS = { useNullAsDefault: true }

function fileOf(url: string): string {
  return url.slice('sqlite:'.length)
}

async function within<T>(url: string, work: (knex: Knex) => Promise<T>): Promise<T> {
  const knex = open(url)
  try {
    return await work(knex)
  } finally {
    await knex.destroy()
  }
}

describeOnEach('a database for a test', (database) => {
  let prepared = 0
  const prepare = (url: string): Promise<void> => {
    prepared += 1
    return within(url, (knex) => knex.schema.createTable('offices', (table) => table.text('id')))
  }

  it('is empty, and another one does not see what is written to it', async () => {
    const [one, other] = [await database.fresh(), await database.fresh()]

    await prepare(one.url)

    assert.equal(await within(other.url, (knex) => knex.schema.hasTable('offices')), false)
    await one.drop()
    await other.drop()
  })

  it('is a copy of what was prepared, once', async () => {
    prepared = 0
    const [one, other] = [await database.fresh(prepare), await database.fresh(prepare)]

    await within(one.url, (knex) => knex('offices').insert({ id: 'victoria' }))

    assert.deepEqual(await within(other.url, (knex) => knex('offices').select()), [])
    assert.equal(prepared, 1)
    await one.drop()
    await other.drop()
  })

  it('is gone once dropped', async () => {
    const { url, drop } = await database.fresh(prepare)

    await drop()

    if (database.name === 'sqlite') assert.equal(existsSync(fileOf(url)), false)
    else await assert.rejects(connect(url), /does not exist/)
  })
})

const STARTS_A_CLUSTER = `
import { createDatabase } from './tests/support/postgres.ts'
console.log(await createDatabase())
setInterval(() => undefined, 1000)
`

describeOnPostgres('a cluster of PostgreSQL', () => {
  it('stops when the process that started it is killed', async function () {
    this.timeout(20_000)
    const child = spawn(
      process.execPath,
      ['--import=tsx', '--input-type=module-typescript', '--eval', STARTS_A_CLUSTER],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const url = String(line).trim()
    assert.deepEqual(await within(url, (knex) => knex.raw('SELECT 1').then(() => 'up')), 'up')

    child.kill('SIGKILL')

    await eventually(() =>
      connect(url).then(
        () => false,
        () => true,
      ),
    )
  })
})

/** Connects to PostgreSQL and hangs up: Knex would print what it is refused. */
async function connect(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.end()
}

/** Waits until `condition` holds; Mocha's own time-out says when it never does. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(100)
}
