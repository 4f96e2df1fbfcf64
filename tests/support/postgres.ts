// A throw-away PostgreSQL for the tests: one cluster for each test process, started when the first
// test asks for it. A small shell owns it and waits on a pipe from us: however we end, even by
// kill -9, the pipe closes, the cluster stops and its folder goes.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../server/cli/simulate/free-port.ts'
import { findPostgres } from '../../scripts/programs.ts'

// Durability is not what these tests look at (the tests that kill a server do so on SQLite and
// leave PostgreSQL itself running), so its syncs are off.
const START_AND_WAIT = `
"$1/initdb" -D "$2/data" -A trust -U postgres -E UTF8 --locale=C --no-sync >"$2/log" 2>&1 &&
"$1/pg_ctl" -D "$2/data" -l "$2/log" -w -o "-p $3 -k $2 -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200" start >>"$2/log" 2>&1 &&
echo ready || { cat "$2/log" >&2; rm -rf "$2"; exit 1; }
cat >/dev/null
"$1/pg_ctl" -D "$2/data" -m immediate stop >/dev/null 2>&1
rm -rf "$2"
`

/** Why there is no PostgreSQL to test on, or null when there is one. */
export function postgresMissing(): string | null {
  return findPostgres() ? null : 'no PostgreSQL server programs: run `npm run machine`'
}

let cluster: Promise<string> | null = null
let databases = 0

/**
 * The address of a new, empty database; of a copy when `template` is the address of another one,
 * to which nobody may be connected at that moment.
 */
export async function createDatabase(template?: string): Promise<string> {
  const server = await startCluster()
  databases += 1
  const name = `guichet_${databases}`
  const source = template ? new URL(template).pathname.slice(1) : 'template0'
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${source} ${await howToCopy(server)}`)
  return `${server}/${name}`
}

let copying: Promise<string> | null = null

/**
 * Files are copied as they are: through the log, as a PostgreSQL since 15 does unless it is told,
 * it takes about twice the time.
 */
function howToCopy(server: string): Promise<string> {
  copying ??= run(server, 'SHOW server_version_num').then(([row]) =>
    Number(row?.server_version_num) >= 150_000 ? 'STRATEGY FILE_COPY' : '',
  )
  return copying
}

/** Drops a database made by `createDatabase`, whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const { origin, pathname } = splitAddress(url)
  await run(origin, `DROP DATABASE IF EXISTS ${pathname} WITH (FORCE)`)
}

function splitAddress(url: string): { origin: string; pathname: string } {
  const end = url.lastIndexOf('/')
  return { origin: url.slice(0, end), pathname: url.slice(end + 1) }
}

async function run(server: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** Starts the cluster of this process, once. Resolves with its address. */
export function startCluster(): Promise<string> {
  cluster ??= start()
  return cluster
}

async function start(): Promise<string> {
  const programs = findPostgres()
  if (!programs) throw new Error(postgresMissing() ?? '')
  const owner = unprivilegedOwner()
  const folder = mkdtempSync(join(tmpdir(), 'guichet-postgres-'))
  chmodSync(folder, 0o711)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const port = await freePort()
  const shell = spawn('sh', ['-c', START_AND_WAIT, 'sh', programs, folder, String(port)], {
    ...owner,
    cwd: folder,
    detached: true,
    env: { PATH: process.env.PATH, LANG: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([once(shell.stdout, 'data'), once(shell, 'close')])) as [
    unknown,
  ]
  if (String(line).trim() !== 'ready') throw new Error('PostgreSQL did not start; see above')
  letProcessEnd(shell)
  return `postgres://postgres@127.0.0.1:${port}`
}

/** Mocha leaves when nothing is left to wait for; the cluster must not keep it. */
function letProcessEnd(shell: ReturnType<typeof spawn>): void {
  shell.unref()
  for (const stream of [shell.stdin, shell.stdout])
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
}

/** PostgreSQL refuses to run as root: its own account, else nobody. Null when we are not root. */
function unprivilegedOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    try {
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  }
  throw new Error('no account to run PostgreSQL as')
}
