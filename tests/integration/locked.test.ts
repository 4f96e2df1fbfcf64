// A database that somebody else holds: commands are told so within seconds, nothing has changed,
// and once it is let go everything works again.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { databases } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'
import { PASSWORD } from '../support/seeded.ts'

const HOLDS_THE_FILE = `
const { Database } = require('sqlite3')
const db = new Database(process.argv[1], () =>
  db.exec('BEGIN EXCLUSIVE', (error) => console.log(error ? error.message : 'held')))
setInterval(() => {}, 1000)
`

describe('a database file that another program holds', function () {
  this.timeout(40_000)
  const sqlite = databases().find((each) => each.name === 'sqlite')
  let office: TestOffice
  let holder: ChildProcess | undefined
  beforeEach(async function () {
    if (!sqlite) return this.skip()
    office = await openOffice(sqlite)
  })
  afterEach(async () => {
    await release()
    if (sqlite) await office.close()
  })

  async function hold(): Promise<void> {
    const file = office.address.slice('sqlite:'.length)
    const child = spawn(process.execPath, ['--eval', HOLDS_THE_FILE, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    holder = child
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    assert.equal(String(said).trim(), 'held')
  }

  async function release(): Promise<void> {
    if (!holder) return
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    holder = undefined
  }

  it('is answered with database-busy and retry-after, changes nothing, and is worked on again', async () => {
    const token = await office.deviceToken('kiosk')
    const administrator = await office.tokenOf('administrator')
    const agent = await office.tokenOf('agent.victoria')
    await office.checkIn()
    const facts = await office.factCount()
    const { rows } = await office.api(agent).desk('victoria')
    await hold()

    const start = performance.now()
    const body = { requests: [{ service: 'driver-licence' }] }
    const visits = '/api/v1/offices/victoria/visits'
    const answers = await Promise.all([
      office.request('POST', visits, { token, body }),
      office.request('POST', visits, { token, body }),
      office.request('POST', '/api/v1/offices/victoria/call-next', {
        token: agent,
        body: { counter: '1' },
      }),
    ])
    const took = performance.now() - start

    for (const answer of answers) assertBusy(answer)
    assert.ok(took < 7_000, `${Math.round(took)} ms`)
    assert.equal(await office.factCount(), facts)
    assert.deepEqual((await office.api(agent).desk('victoria')).rows, rows)
    const device = { kind: 'kiosk', name: 'Lobby' }
    const devices = '/api/v1/offices/victoria/devices'
    const more = await Promise.all([
      office.request('POST', devices, { token: administrator, body: device }),
      office.request('POST', '/api/v1/sign-in', {
        body: { username: 'agent2.victoria', password: PASSWORD },
      }),
    ])
    for (const answer of more) assertBusy(answer)

    await release()
    assert.equal((await office.checkIn()).ticket, 'A002')
    assert.equal((await office.api(agent).callNext('victoria', '1'))?.ticket, 'A001')
  })
})

function assertBusy(answer: Heard): void {
  assertProblem(answer, 'database-busy')
  assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/)
}
