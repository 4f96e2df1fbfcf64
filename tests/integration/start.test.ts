// Starting the real program: what stops it says so in one line each, and a second start finds
// everything as it was.
import assert from 'node:assert/strict'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { describe, it } from 'mocha'
import { createApi } from '#protocol/api'
import { databases, describeOnEach } from '../support/databases.ts'
import { PASSWORD, seeded } from '../support/seeded.ts'
import { failedStart, startServer } from '../support/server-process.ts'

const NOBODY = 65_534

describe('a start that cannot be', function () {
  this.timeout(30_000)

  it('says each wrong setting in a line of its own', async () => {
    const { code, lines, out } = await failedStart({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      GUICHET_MODE: 'staging',
      CLOCK: 'soon',
    })

    assert.equal(code, 1)
    assert.equal(out, '')
    assert.equal(lines.length, 4, lines.join('\n'))
    for (const [index, name] of ['PORT', 'DATABASE_URL', 'GUICHET_MODE', 'CLOCK'].entries())
      assert.match(lines[index] ?? '', new RegExp(`^Guichet cannot start\\. ${name}: `))
  })

  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const folder = mkdtempSync(join(tmpdir(), 'guichet-port-'))

    const { code, lines } = await failedStart({
      PORT: String(port),
      DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`,
    })

    assert.equal(code, 1)
    assert.deepEqual(lines, ['Guichet cannot start. PORT: another program listens there already'])
    other.close()
    rmSync(folder, { recursive: true })
  })

  it('says that the database cannot be written', async function () {
    const sqlite = databases().find((each) => each.name === 'sqlite')
    if (!sqlite) return this.skip()
    const { url, drop } = await sqlite.fresh(seeded)
    const file = url.slice('sqlite:'.length)
    // A superuser may write anything: the program is then run as nobody.
    const isRoot = process.getuid?.() === 0
    if (isRoot) for (const each of [file, dirname(file)]) chownSync(each, NOBODY, NOBODY)
    chmodSync(dirname(dirname(file)), 0o755)
    chmodSync(file, 0o444)
    chmodSync(dirname(file), 0o555)

    const { code, lines } = await failedStart({ DATABASE_URL: url }, isRoot ? { uid: NOBODY } : {})

    assert.equal(code, 1)
    assert.equal(lines.length, 1, lines.join('\n'))
    assert.match(
      lines[0] ?? '',
      /^Guichet cannot start\. DATABASE_URL: .*(read-?only|cannot be written)/i,
    )
    chmodSync(dirname(file), 0o755)
    await drop()
  })

  it('says that there is no such database server', async () => {
    const { code, lines } = await failedStart({
      DATABASE_URL: 'postgres://postgres@127.0.0.1:9/none',
    })

    assert.equal(code, 1)
    assert.equal(lines.length, 1, lines.join('\n'))
    assert.match(lines[0] ?? '', /^Guichet cannot start\. DATABASE_URL: /)
  })

  it('says that a file of TLS is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-tls-'))
    const { code, lines } = await failedStart({
      DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`,
      TLS_CERT: '/nowhere/cert.pem',
      TLS_KEY: '/nowhere/key.pem',
    })

    assert.equal(code, 1)
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /nowhere/)
    rmSync(folder, { recursive: true })
  })
})

describeOnEach('a second start', (database) => {
  it('finds everything as it was', async () => {
    const { url, drop } = await database.fresh()
    const env = { DATABASE_URL: url, GUICHET_SEED_PASSWORD: PASSWORD }
    const first = await startServer(env)
    const kioskToken = /\/kiosk\/victoria#device=(\S+)/.exec(first.output.out)?.[1] ?? ''
    assert.match(first.output.out, /\/board\/victoria#device=device\.\S+/)
    const { token } = await createApi({ base: first.origin }).signIn({
      username: 'agent.victoria',
      password: PASSWORD,
    })
    const kiosk = createApi({ base: first.origin, token: () => kioskToken })
    const ticket = await kiosk.addVisit('victoria', {
      requests: [{ service: 'notary' }],
      name: 'Ann Onymous',
    })
    const before = await createApi({ base: first.origin, token: () => token }).desk('victoria')
    assert.equal(await first.stop(), 0)

    const second = await startServer(env)

    const after = await createApi({ base: second.origin, token: () => token }).desk('victoria')
    assert.deepEqual({ ...after, at: '' }, { ...before, at: '' })
    const visit = await createApi({ base: second.origin, token: () => token }).visit(ticket.id)
    assert.equal(visit.name, 'Ann Onymous')
    const links = (text: string) => [...text.matchAll(/#device=(\S+)/g)].map((match) => match[1])
    assert.deepEqual(links(second.output.out), links(first.output.out))
    assert.equal(await second.stop(), 0)
    await drop()
  })
})
