// kill -9 at random instants under load, on the real program: what was answered is there once after
// each restart, what was not answered can be asked again, and no number is given twice.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { it } from 'mocha'
import { ApiError, createApi, type Api } from '#protocol/api'
import { runningClock } from '../../server/clock.ts'
import { connect, type Database } from '../../server/db/connect.ts'
import { verifyJournal } from '../../server/db/journal.ts'
import { loadOffice } from '../../server/db/office-loader.ts'
import { Devices } from '../../server/features/devices/devices.ts'
import { Sessions } from '../../server/features/staff/sessions.ts'
import { findByUsername, toParty } from '../../server/features/staff/staff-store.ts'
import { seededRandom } from '../support/busy-day.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { rounds } from '../support/long.ts'
import { seeded } from '../support/seeded.ts'
import { SECRET, startServer } from '../support/server-process.ts'

/** What was asked under a key, and what was answered, if anything was. */
interface Asked {
  readonly key: string
  readonly again: (apis: Apis) => Promise<Answer>
  answer: Answer
}
type Answer = { id: string; version: number } | null
interface Apis {
  readonly kiosk: Api
  readonly agents: readonly Api[]
}

describeOnEach('a server killed under load', (database) => {
  it('@long loses nothing that it answered, and does nothing twice', async function () {
    this.timeout(180_000)
    const { url, drop } = await database.fresh(seeded)
    const db = connect(url)
    const tokens = await makeTokens(db)
    const random = seededRandom(Date.now())
    const log: Asked[] = []
    const env = { DATABASE_URL: url }

    for (let kill = 0; kill < rounds(3, 20); kill += 1) {
      const server = await startServer(env)
      const apis = apisAt(server.origin, tokens)
      await askAgain(log, apis)
      await check(db, log)
      const load = underLoad(apis, log, `${kill}`)
      await sleep(150 + random() * 700)
      await server.kill()
      await load
    }
    const server = await startServer(env)
    await askAgain(log, apisAt(server.origin, tokens))
    await check(db, log)
    assert.equal(await server.stop(), 0)

    assert.ok(log.length > 50, `${log.length} commands`)
    await db.close()
    await drop()
  })
})

/** A kiosk and four agents who work until nobody answers any more. */
async function underLoad({ kiosk, agents }: Apis, log: Asked[], name: string): Promise<void> {
  let count = 0
  async function ask(
    make: (apis: Apis, key: string) => Promise<Answer>,
    api: Apis,
  ): Promise<Answer> {
    const key = `${name}-${(count += 1)}`
    const asked: Asked = { key, again: (apis) => make(apis, key), answer: null }
    log.push(asked)
    try {
      return (asked.answer = await make(api, key))
    } catch (error) {
      // Refused: nothing happened, and nothing is to be found.
      if (error instanceof ApiError && error.code !== 'unreachable')
        log.splice(log.indexOf(asked), 1)
      throw error
    }
  }
  const apis = { kiosk, agents }
  const requests = [{ service: 'driver-licence' }]
  const citizens = async (): Promise<never> => {
    for (;;) await ask(({ kiosk }, key) => kiosk.addVisit('victoria', { requests }, key), apis)
  }
  const agent = async (n: number): Promise<never> => {
    const self = (from: Apis): Api => from.agents[n] as Api
    for (;;) {
      const id = await nextOf(n, ask, apis)
      if (id === null) continue
      await ask((from, key) => self(from).begin(id, {}, key), apis).catch(unlessRefused)
      await ask((from, key) => self(from).finish(id, {}, key), apis).catch(unlessRefused)
    }
  }
  const work = [citizens(), citizens(), citizens(), ...agents.map((_, n) => agent(n))]
  for (const { status, ...rest } of await Promise.allSettled(work)) {
    const reason: unknown = status === 'rejected' && 'reason' in rest ? rest.reason : null
    if (!(reason instanceof ApiError) || reason.code !== 'unreachable') throw reason
  }
}

type Ask = (make: (apis: Apis, key: string) => Promise<Answer>, apis: Apis) => Promise<Answer>

/** The visit this agent goes on with: the one left open by a crash, or the next in line. */
async function nextOf(n: number, ask: Ask, apis: Apis): Promise<string | null> {
  try {
    const counter = String(n + 1)
    const called = await ask(
      ({ agents }, key) => (agents[n] as Api).callNext('victoria', counter, key),
      apis,
    )
    return called?.id ?? null
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'agent-busy') throw error
    return String(error.problem?.details?.visit)
  }
}

function unlessRefused(error: unknown): void {
  if (error instanceof ApiError && error.code !== 'unreachable') return
  throw error
}

/** Each command that was not answered is asked again under its key: it happens once at most. */
async function askAgain(log: Asked[], apis: Apis): Promise<void> {
  for (const asked of log.filter((each) => each.answer === null)) {
    try {
      asked.answer = await asked.again(apis)
    } catch (error) {
      unlessRefused(error)
    }
    // Nobody waited, or it is refused now: then nothing is remembered of it.
    if (asked.answer === null) log.splice(log.indexOf(asked), 1)
  }
}

async function check(db: Database, log: readonly Asked[]): Promise<void> {
  await eventually(async () => (await loadOffice(db.reader, 'victoria'))?.behind === null, 'rows')
  const facts = await db
    .reader<{ seq: number; type: string; visit_id: string; office_id: string }>('facts')
    .where('office_id', 'victoria')
    .select('seq', 'type', 'visit_id')
  const bySeq = new Map(facts.map((fact) => [fact.seq, fact]))
  const keys = await db
    .reader<{ key: string; visit_id: string; seq: number }>('command_keys')
    .select('key', 'visit_id', 'seq')
  const byKey = new Map(keys.map((row) => [row.key, row]))
  for (const { key, answer } of log) {
    if (!answer) continue
    assert.equal(byKey.get(key)?.visit_id, answer.id, `key ${key} is remembered`)
    assert.equal(bySeq.get(answer.version)?.visit_id, answer.id, `fact ${answer.version} is there`)
  }
  const arrived = facts.filter((fact) => fact.type === 'visit-arrived')
  assert.equal(new Set(arrived.map((fact) => fact.visit_id)).size, arrived.length)
  const numbers = await db.reader<{ day: string; number: number }>('visits').select('day', 'number')
  for (const [, given] of Map.groupBy(numbers, (row) => row.day)) {
    const values = given.map((row) => row.number).sort((a, b) => a - b)
    assert.deepEqual(
      values,
      values.map((_, index) => index + 1),
    )
  }
  assert.equal(numbers.length, arrived.length)
  assert.equal((await verifyJournal(db.reader, 'victoria')).brokenAt, null)
}

interface Tokens {
  readonly kiosk: string
  readonly agents: readonly string[]
}

async function makeTokens(db: Database): Promise<Tokens> {
  const clock = runningClock()
  const devices = new Devices(db, clock, SECRET)
  const kiosk = (await devices.list('victoria')).find((each) => each.kind === 'kiosk')
  const agents: string[] = []
  for (const name of ['agent', 'agent2', 'agent3', 'agent4']) {
    const row = await findByUsername(db.reader, `${name}.victoria`)
    if (row) agents.push(await new Sessions(db, clock).open(toParty(row)))
  }
  return { kiosk: devices.tokenOf(kiosk?.id ?? ''), agents }
}

function apisAt(origin: string, { kiosk, agents }: Tokens): Apis {
  const api = (token: string): Api => createApi({ base: origin, token: () => token })
  return { kiosk: api(kiosk), agents: agents.map(api) }
}
