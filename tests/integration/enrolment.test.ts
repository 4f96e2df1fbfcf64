// A new device comes in by a code on its screen; and every way in which it must not.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { after, before, it } from 'mocha'
import type { Enrolment, EnrolmentAnswer } from '#protocol'
import { readCode } from '../../server/features/devices/enrolment-code.ts'
import { CODE_LASTS } from '../../server/features/devices/enrolments.ts'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'

const V1 = '/api/v1'

describeOnEach('enrolment by a code', (database) => {
  let office: TestOffice
  let manager: string
  before(async () => {
    office = await openOffice(database)
    manager = await office.tokenOf('manager.victoria')
  })
  after(() => office.close())

  async function ask(kind = 'kiosk'): Promise<Enrolment> {
    const { status, body } = await office.request('POST', `${V1}/enrolments`, { body: { kind } })
    assert.equal(status, 201)
    return body as Enrolment
  }
  const wait = (secret: string): Promise<Heard> =>
    office.request('POST', `${V1}/enrolments/wait`, { body: { secret } })
  const approve = (code: string, more: object = {}, token = manager): Promise<Heard> =>
    office.request('POST', `${V1}/offices/victoria/device-approvals`, {
      token,
      body: { code, kind: 'kiosk', name: 'Kiosk 1', ...more },
    })
  const deviceCount = async (): Promise<number> =>
    (await office.app.devices.list('victoria')).length

  it('A21 gives the waiting device its token as soon as its code is approved', async () => {
    const { code, secret } = await ask()
    assert.match(code, /^[2-9A-Z]{8}$/)
    const waiting = wait(secret)

    const approved = await approve(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)

    assert.equal(approved.status, 201)
    assert.ok(!JSON.stringify(approved.body).includes('token'), 'nobody but the device is told it')
    const { body } = await waiting
    const answer = body as Extract<EnrolmentAnswer, { is: 'approved' }>
    assert.deepEqual([answer.is, answer.office, answer.name], ['approved', 'victoria', 'Kiosk 1'])
    await office.api(answer.token).addVisit('victoria', { requests: [{ service: 'notary' }] })
  })

  it('gives the same token again to the device whose answer was lost', async () => {
    const { code, secret } = await ask()
    await approve(code)

    const [first, second] = [await wait(secret), await wait(secret)]

    assert.equal(first.status, 200)
    assert.deepEqual(second.body, first.body)
  })

  it('approves a code once, however many try at the same time', async () => {
    const { code } = await ask()
    const before = await deviceCount()

    const tries = await Promise.all([approve(code), approve(code), approve(code)])

    const statuses = tries.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [201, 409, 409])
    assert.equal(await deviceCount(), before + 1)
    assertProblem(await approve(code), 'enrolment-used')
  })

  it('knows no code that nobody shows', async () => {
    const before = await deviceCount()
    for (const code of ['22222222', 'AAAAAAAA', '--------', '0O0O0O0O', 'ZZZZ ZZZZ'])
      assertProblem(await approve(code), 'enrolment-unknown')
    assertProblem(await approve('SHORT'), 'invalid-input')
    assertProblem(await wait('x'.repeat(32)), 'enrolment-unknown')
    assertProblem(await wait(''), 'invalid-input')
    assert.equal(await deviceCount(), before)
  })

  it('does not make a display of what asked to be a kiosk', async () => {
    const { code } = await ask()
    assertProblem(await approve(code, { kind: 'display' }), 'enrolment-other-kind')
    assert.equal((await approve(code)).status, 201)
  })

  it('lets nobody bring a device into an office that is not theirs', async () => {
    const { code } = await ask()
    const elsewhere = await office.tokenOf('manager.cranbrook')
    assertProblem(await approve(code, {}, elsewhere), 'not-your-office')
    assertProblem(await approve(code, {}, await office.tokenOf('agent.victoria')), 'not-allowed')
    assertProblem(await approve(code, {}, await office.deviceToken('kiosk')), 'not-allowed')
    assert.equal((await approve(code)).status, 201)
  })

  it('ends a code after ten minutes', async () => {
    const { code, secret, expiresAt } = await ask()
    assert.equal(Date.parse(expiresAt) - office.clock.now(), CODE_LASTS)
    office.clock.advance(CODE_LASTS)

    assertProblem(await approve(code), 'enrolment-unknown')
    assertProblem(await wait(secret), 'enrolment-unknown')
  })

  it('gives no token for a device that was revoked before it asked', async () => {
    const { code, secret } = await ask()
    const { body } = await approve(code)
    await office.app.devices.revoke('victoria', (body as { id: string }).id)

    assertProblem(await wait(secret), 'enrolment-unknown')
  })

  it('is done by the command line too, and the waiting device hears of it', async function () {
    this.timeout(30_000)
    const { code, secret } = await ask('display')
    const waiting = wait(secret)
    const cli = (args: string[]) =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'server/cli/approve-device.ts', ...args],
        {
          env: {
            ...process.env,
            DATABASE_URL: office.address,
            CLOCK: `${new Date(office.clock.now()).toISOString()};speed=1`,
          },
        },
      )

    const words = ['--office', 'victoria', '--kind', 'display', '--name', 'Board 2']
    const { stdout } = await cli([code, ...words])

    assert.match(stdout, /Board 2 is now a display of victoria/)
    const { body } = await waiting
    assert.equal((body as EnrolmentAnswer).is, 'approved')
    await assert.rejects(cli([code, ...words]), /This code has been used/)
    await assert.rejects(cli([code, '--office', 'atlantis', '--name', 'x']), /No such office/)
    await assert.rejects(cli([code]), /npm run approve-device/)
  })
})

describeOnEach('enrolment under limits', (database) => {
  let office: TestOffice
  before(async () => {
    office = await openOffice(database, { env: { LIMITS: 'on' } })
  })
  after(() => office.close())

  it('lets one account try ten wrong codes, and other managers go on', async () => {
    const approve = async (username: string) =>
      office.request('POST', `${V1}/offices/victoria/device-approvals`, {
        token: tokens.get(username)!,
        body: { code: '22222222', kind: 'kiosk', name: 'K' },
      })
    const tokens = new Map<string, string>()
    for (const name of ['manager.victoria', 'administrator'])
      tokens.set(name, await office.tokenOf(name))

    for (let n = 0; n < 10; n += 1)
      assertProblem(await approve('manager.victoria'), 'enrolment-unknown')

    assertProblem(await approve('manager.victoria'), 'too-many-requests')
    assertProblem(await approve('administrator'), 'enrolment-unknown')
  })

  it('gives one address sixty codes in ten minutes', async () => {
    const ask = () => office.request('POST', `${V1}/enrolments`, { body: { kind: 'kiosk' } })
    for (let n = 0; n < 60; n += 1) assert.equal((await ask()).status, 201)
    assertProblem(await ask(), 'too-many-requests')
  })
})

it('a code is read however it was typed, and no sign is mistaken for another', () => {
  assert.equal(readCode(' 2346-cdfg '), '2346CDFG')
  for (const typed of ['2346CDF', '2346CDFGH', '0346CDFG', 'O346CDFG', '1346CDFG', 'I346CDFG', ''])
    assert.equal(readCode(typed), null)
})
