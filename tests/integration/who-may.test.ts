// Who may: no route is open that should not be, for any role, device or office.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import type { ProblemCode } from '#protocol/problems'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem } from '../support/refusals.ts'
import { ROOM_SEEN, ROOM_SET_UP, roomPath } from '../support/room-routes.ts'

const V1 = '/api/v1'
const one = { requests: [{ service: 'driver-licence' }] }

const PAPER = { ...one, number: 7, arrivedAt: '2026-06-02T15:30:00Z' }
const STORE = { store: '7d1f0c6e-4a0e-4b6e-9d3c-0d8f5a2b9c11' }
const OFFLINE = { ...one, ...STORE, series: 'K7', number: 7, arrivedAt: '2026-06-02T15:30:00Z' }
const CORRECTION = { to: 'left', endedAt: '2026-06-02T15:45:00Z', reason: 'forgot' }
const HEALTH = {
  ...{ printer: 'ready', version: '1', uptime: 5 },
  network: { cuts: 0, roundTrip: null },
}

const PERIOD = { from: '2026-06-01', to: '2026-06-03' }
const AS_FILE = { format: 'csv', language: 'en' }
const SHIFT = { day: '2026-06-02', who: 'Ann', from: 540, to: 600, unpaidMinutes: 0 }
const RATE = {
  ...{ programme: null, service: null, step: null, channel: null },
  ...{ from: '2026-04-01', perMinute: 1, reason: 'Agreed' },
}

/** Every route that is not open to all, with a body that is well formed. */
const GUARDED: [method: string, path: string, body?: unknown][] = [
  ['POST', '/sign-out', {}],
  ['GET', '/me'],
  ['GET', '/offices'],
  ['POST', '/offices/victoria/visits', one],
  ['POST', '/offices/victoria/call-next', { counter: '1' }],
  ['PUT', '/offices/victoria/agent/counter', { counter: '1' }],
  ['PUT', '/offices/victoria/agent/availability', { availability: 'break' }],
  ['DELETE', '/offices/victoria/agent'],
  ['PUT', '/offices/victoria/door', { people: 3 }],
  ['GET', '/offices/victoria/frequent-services'],
  ['POST', '/offices/victoria/intake/stop', { reason: 'full' }],
  ['POST', '/offices/victoria/intake/resume', {}],
  ['POST', '/offices/victoria/alarms', {}],
  ['POST', '/offices/victoria/alarms/x/accept', {}],
  ['POST', '/offices/victoria/alarms/x/end', {}],
  ['GET', '/offices/victoria/messages'],
  ['POST', '/offices/victoria/messages', { to: 'x', text: 'Hello' }],
  ['POST', '/offices/victoria/messages/x/read', {}],
  ['GET', '/offices/victoria/desk'],
  ['GET', '/offices/victoria/board'],
  ['GET', '/offices/victoria/kiosk'],
  ['GET', '/offices/victoria/devices'],
  ['POST', '/offices/victoria/devices', { kind: 'kiosk', name: 'K' }],
  ['DELETE', '/offices/victoria/devices/x'],
  ['POST', '/devices/self/health', HEALTH],
  ['GET', '/offices/victoria/device-health'],
  ['POST', '/offices/victoria/devices/x/restart', {}],
  ['POST', '/offices/victoria/device-approvals', { code: 'ABCDEFGH', kind: 'kiosk', name: 'K' }],
  ['POST', '/offices/victoria/speech', { sentences: [{ language: 'en', text: 'Hello' }] }],
  ['GET', '/offices/victoria/settings'],
  ['GET', '/visits/VISIT'],
  ['PATCH', '/visits/VISIT', { priority: 'priority' }],
  ['POST', '/visits/VISIT/call', { counter: '1' }],
  ['POST', '/visits/VISIT/recall', {}],
  ['POST', '/visits/VISIT/begin', { counter: '1' }],
  ['POST', '/visits/VISIT/hold', {}],
  ['POST', '/visits/VISIT/return', {}],
  ['POST', '/visits/VISIT/transfer', { service: 'notary' }],
  ['POST', '/visits/VISIT/finish', {}],
  ['POST', '/visits/VISIT/no-show', {}],
  ['POST', '/visits/VISIT/leave', {}],
  ['POST', '/visits/VISIT/arrive', {}],
  ['POST', '/visits/VISIT/undo', {}],
  ['POST', '/visits/VISIT/requests', { service: 'notary' }],
  ['POST', '/visits/VISIT/assign', { agent: null }],
  ['POST', '/visits/VISIT/reorder', { place: 'first', reason: 'unwell' }],
  ['POST', '/visits/VISIT/bring-back', {}],
  ['POST', '/visits/VISIT/mark-times-wrong', {}],
  ['POST', '/offices/victoria/paper-tickets', PAPER],
  ['POST', '/offices/victoria/offline-series', STORE],
  ['POST', '/offices/victoria/offline-tickets', OFFLINE],
  ['GET', '/offices/victoria/ended-visits'],
  ['GET', '/visits/VISIT/story'],
  ['POST', '/visits/VISIT/correct', CORRECTION],
  ['PUT', '/visits/VISIT/card', { source: 'Registry', lines: [{ label: 'File', text: '7' }] }],
  ['DELETE', '/visits/VISIT/card'],
  ...ROOM_SEEN,
  ...ROOM_SET_UP,
  ['GET', '/definitions'],
  ['POST', '/figures', PERIOD],
  ['POST', '/figures/compare', { ...PERIOD, before: PERIOD }],
  ['POST', '/figures/file', { ...PERIOD, ...AS_FILE }],
  ['POST', '/figures/visits', PERIOD],
  ['POST', '/figures/visits/file', { ...PERIOD, ...AS_FILE }],
  ['POST', '/offices/victoria/agent-figures', { ...PERIOD, agent: 'x' }],
  ['POST', '/offices/victoria/doubted-visits', PERIOD],
  ['POST', '/visits/VISIT/look-into', { finding: 'right', reason: 'Seen' }],
  ['POST', '/quality-scores', PERIOD],
  ['POST', '/cost', PERIOD],
  ['POST', '/cost/file', { ...PERIOD, what: 'statement', ...AS_FILE }],
  ['GET', '/report-words'],
  ['GET', '/offices/victoria/agent-groups'],
  ['PUT', '/offices/victoria/agent-groups', { groups: [] }],
  ['GET', '/rates'],
  ['POST', '/rates', RATE],
  ['GET', '/offices/victoria/paid-shifts/2026-06-02'],
  ['PUT', '/offices/victoria/paid-shifts', { shifts: [SHIFT] }],
  ['POST', '/offices/victoria/paid-hours', { csv: 'day,who,paid hours' }],
]
/** What a device may not say of an arrival, besides. */
const STAFF_ONLY = [
  { party: 2 },
  { counterKind: 'quick' },
  { bookedAt: '2026-06-02T17:00:00Z' },
  { phone: '250 555 0100' },
  { email: 'ann@example.org' },
  { preparation: 100 },
]
const OF_VISIT = GUARDED.filter(([, path]) => path.includes('VISIT'))
const OF_OFFICE = GUARDED.filter(([, path]) => path.includes('/offices/'))

describeOnEach('who may', (database) => {
  let office: TestOffice
  let visit: string
  before(async () => {
    office = await openOffice(database)
    visit = (await office.checkIn('driver-licence', 'Ann Onymous')).id
  })
  after(() => office.close())

  async function refusedEverywhere(
    routes: typeof GUARDED,
    code: ProblemCode | ((method: string, path: string) => ProblemCode),
    token?: string,
  ): Promise<void> {
    await assertNothingChanges(office, async () => {
      for (const [method, path, body] of routes) {
        const address = V1 + path.replace('VISIT', visit)
        const options = { ...(token === undefined ? {} : { token }), ...(body ? { body } : {}) }
        const answer = await office.request(method, address, options)
        assertProblem(answer, typeof code === 'string' ? code : code(method, path))
      }
    })
  }

  it('refuses everybody who is not signed in, on every guarded route', () =>
    refusedEverywhere(GUARDED, 'sign-in-needed'))

  it('knows every guarded route there is', async () => {
    const { body } = await office.request('GET', '/api/openapi.json')
    const { paths } = body as { paths: Record<string, Record<string, { security: unknown[] }>> }
    const guarded = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { security }]) => security.length > 0)
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    )
    const tested = GUARDED.map(
      ([method, path]) =>
        `${method} ${V1}${roomPath(path)
          .replace('/victoria', '/{office}')
          .replace('VISIT', '{visit}')
          .replace('2026-06-02', '{day}')
          .replace(/(device|alarm|message)s\/x/, '$1s/{$1}')}`,
    )
    assert.deepEqual([...tested, `PUT ${V1}/offices/{office}/settings`].sort(), guarded.sort())
  })

  it('refuses forged tokens of devices and of staff', async () => {
    const real = await office.deviceToken('kiosk')
    const [, id = '', signature = ''] = real.split('.')
    const display = (await office.app.devices.list('victoria')).find(
      (each) => each.kind === 'display',
    )
    const forged = [
      `device.${id}.${'A'.repeat(signature.length)}`,
      `device.${id}.`,
      `device.${id}`,
      `device.${String(display?.id)}.${signature}`,
      'device.',
      'x'.repeat(43),
      '..',
    ]
    for (const token of forged) await refusedEverywhere([['GET', '/me']], 'sign-in-needed', token)
  })

  it('refuses a device from the moment it is revoked', async () => {
    const administrator = await office.tokenOf('administrator')
    const path = `${V1}/offices/victoria/devices`
    const body = { kind: 'kiosk', name: 'Lobby' }
    const { body: made } = await office.request('POST', path, { token: administrator, body })
    const { id, token } = made as { id: string; token: string }
    assert.equal((await office.request('GET', `${V1}/me`, { token })).status, 200)

    const gone = await office.request('DELETE', `${path}/${id}`, { token: administrator })

    assert.equal(gone.status, 204)
    await refusedEverywhere([['GET', '/me']], 'sign-in-needed', token)
    const again = await office.request('DELETE', `${path}/${id}`, { token: administrator })
    assertProblem(again, 'route-unknown')
  })

  it('refuses an office to everybody of another one', async () => {
    for (const username of ['manager.cranbrook', 'greeter.cranbrook', 'agent.cranbrook']) {
      const token = await office.tokenOf(username)
      const isManager = username.includes('manager')
      const isOfRoom = (path: string) => ROOM_SET_UP.some((each) => each[1] === path)
      const isManagers = (method: string, path: string) =>
        /devices|approvals|story|correct|intake|paid|doubted|look-into|agent-groups/.test(path) ||
        (method !== 'GET' && isOfRoom(path))
      await refusedEverywhere(
        [...OF_OFFICE, ...OF_VISIT],
        (method, path) =>
          path.includes('settings') || (isManagers(method, path) && !isManager)
            ? 'not-allowed'
            : 'not-your-office',
        token,
      )
    }
    const kiosk = await office.deviceToken('kiosk', 'cranbrook')
    await refusedEverywhere([['POST', '/offices/victoria/visits', one]], 'not-your-office', kiosk)
    await refusedEverywhere([['POST', '/visits/VISIT/leave', {}]], 'not-your-office', kiosk)
  })

  it('lets a kiosk check in and nothing else', async () => {
    const seen = ['/offices/victoria/kiosk', '/offices/victoria/frequent-services']
    const speech = '/offices/victoria/speech'
    const offline = ['/offices/victoria/offline-series', '/offices/victoria/offline-tickets']
    const may = ['/offices/victoria/visits', ...offline, ...seen, speech, '/me', '/sign-out']
    const moves = ['leave', 'undo', 'arrive'].map((move) => `/visits/VISIT/${move}`)
    const own = [...moves, '/devices/self/health', '/offices/victoria/speech']
    const routes = GUARDED.filter(([, path]) => ![...may, ...own].includes(path))
    await refusedEverywhere(routes, 'not-allowed', await office.deviceToken('kiosk'))
  })

  it('refuses a kiosk what only staff may say of an arrival', async () => {
    const token = await office.deviceToken('kiosk')
    for (const more of [{ priority: 'priority' }, { serveAt: '1' }, { note: 'n' }, ...STAFF_ONLY])
      await refusedEverywhere(
        [['POST', '/offices/victoria/visits', { ...one, ...more }]],
        'not-allowed',
        token,
      )
  })

  it('tells a kiosk no name, whatever it asks', async () => {
    const kiosk = await office.kiosk()
    const { id } = await office.checkIn('notary', 'Bo Dee')

    const left = await kiosk.leave(id, {})

    assert.equal(left.state, 'left')
    assert.ok(!JSON.stringify(left).includes('Bo Dee'))
  })

  it('lets a display see the board and nothing else', async () => {
    const may = ['/offices/victoria/board', '/me', '/sign-out', '/devices/self/health']
    const seen = (path: string) => ROOM_SEEN.some((each) => each[1] === path)
    const routes = GUARDED.filter(
      ([method, path]) => !may.includes(path) && !(method === 'GET' && seen(path)),
    )
    await refusedEverywhere(routes, 'not-allowed', await office.deviceToken('display'))
  })

  it('lets directors and executives look and not touch', async () => {
    const commands = [...OF_OFFICE, ...OF_VISIT].filter(([method]) => method !== 'GET')
    // Help is no command: whoever sees that somebody calls for it may come.
    const isHelp = (path: string) => path.includes('/alarms')
    const ofDirectors = commands.filter(([, path]) => !isHelp(path))
    const director = await office.tokenOf('director.victoria')
    await refusedEverywhere(ofDirectors, 'not-allowed', director)
    const executive = await office.tokenOf('executive')
    await refusedEverywhere(commands, 'not-allowed', executive)
    await refusedEverywhere([['GET', '/offices/victoria/desk']], 'not-allowed', executive)
  })

  it('refuses what another site asks with our cookie, and takes our own page', async () => {
    const cookie = `guichet_session=${await office.tokenOf('manager.victoria')}`
    const path = `${V1}/offices/victoria/agent/counter`
    const body = { counter: '1' }
    await assertNothingChanges(office, async () => {
      for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
        const answer = await office.request('PUT', path, { headers: { cookie, origin }, body })
        assertProblem(answer, 'origin-refused')
      }
    })
    const headers = { cookie, origin: office.origin }
    assert.equal((await office.request('PUT', path, { headers, body })).status, 200)
  })
})
