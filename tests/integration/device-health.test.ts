// How devices are: they say it, desks hear it at once, and a device is asked to begin afresh.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { DeviceHealth, DeviceReport } from '#protocol'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { connectSocket, Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertProblem } from '../support/refusals.ts'

const REPORT: DeviceReport = {
  printer: 'paper-out',
  version: '0.1.0',
  uptime: 3600,
  network: { cuts: 1, roundTrip: 12 },
}
const HEALTH = '/api/v1/devices/self/health'

describeOnEach('the health of devices', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
  })
  afterEach(() => office.close())

  async function report(body: unknown = REPORT) {
    const token = await office.deviceToken('kiosk')
    return office.request('POST', HEALTH, { token, body })
  }
  async function kioskId(): Promise<string> {
    const devices = await office.app.devices.list('victoria')
    return devices.find(({ kind }) => kind === 'kiosk')!.id
  }

  it('A21 is told to the desks of the office at once, and to no other office', async () => {
    const manager = await office.tokenOf('manager.victoria')
    const desk = await Listener.open(office, 'desk', manager)
    const other = await Listener.open(
      office,
      'desk',
      await office.tokenOf('manager.cranbrook'),
      'cranbrook',
    )
    const heard: DeviceHealth[] = []
    const heardElsewhere: DeviceHealth[] = []
    desk.socket.on('device:health', (health) => heard.push(health))
    other.socket.on('device:health', (health) => heardElsewhere.push(health))

    assert.equal((await report()).status, 204)
    await eventually(() => heard.length === 1, 'the desk hears of it')

    const { device, printer, heardAt, office: of } = heard[0]!
    assert.deepEqual([device, printer, of], [await kioskId(), 'paper-out', 'victoria'])
    assert.equal(Date.parse(heardAt), office.clock.now())
    assert.deepEqual(heardElsewhere, [])
    desk.close()
    other.close()
  })

  it('is known to whoever asks later, also after a restart, as it was said last', async () => {
    await report()
    await report({ ...REPORT, printer: 'ready' })
    await office.restart()

    const agent = await office.signIn('agent.victoria')
    const { devices } = await agent.devicesHealth('victoria')

    assert.deepEqual(
      devices.map(({ printer, uptime, kind }) => [printer, uptime, kind]),
      [['ready', 3600, 'kiosk']],
    )
  })

  it('is forgotten of a device that was revoked', async () => {
    await report()
    await office.app.devices.revoke('victoria', await kioskId())

    const agent = await office.signIn('agent.victoria')

    assert.deepEqual(await agent.devicesHealth('victoria'), { devices: [] })
  })

  it('takes nothing that is no report', async () => {
    const wrong = [
      { ...REPORT, printer: 'on fire' },
      { ...REPORT, uptime: -1 },
      { ...REPORT, version: '' },
      { ...REPORT, version: 'x'.repeat(41) },
      { ...REPORT, network: { cuts: 0 } },
      { ...REPORT, more: 1 },
      {},
    ]
    for (const body of wrong) assertProblem(await report(body), 'invalid-input')
    const staff = await office.tokenOf('manager.victoria')
    assertProblem(
      await office.request('POST', HEALTH, { token: staff, body: REPORT }),
      'not-allowed',
    )
  })

  it('A21 asks a connected device to begin afresh, and says when it is not there', async () => {
    const token = await office.tokenOf('manager.victoria')
    const restart = async (id: string, as = token) =>
      office.request('POST', `/api/v1/offices/victoria/devices/${id}/restart`, {
        token: as,
        body: {},
      })
    const id = await kioskId()
    assertProblem(await restart(id), 'device-not-connected')
    assertProblem(await restart('nobody'), 'device-unknown')
    const [elsewhere] = await office.app.devices.list('cranbrook')
    assertProblem(await restart(elsewhere!.id), 'device-unknown')

    const socket = connectSocket(office, { token: await office.deviceToken('kiosk') })
    let asked = 0
    socket.on('device:restart', () => (asked += 1))
    await eventually(() => socket.connected, 'the kiosk is connected')
    assert.equal((await restart(id)).status, 204)
    await eventually(() => asked === 1, 'the kiosk is asked')
    const other = await office.tokenOf('manager.cranbrook')
    assertProblem(await restart(id, other), 'not-your-office')
    socket.disconnect()
  })
})
