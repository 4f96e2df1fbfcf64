// The API's own description: every route is in it, real answers are what it says, and every problem
// it can answer with has its entry.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'mocha'
import type { z } from 'zod'
import { PROBLEM_CODES } from '#protocol/problems'
import * as views from '#protocol/views'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

interface Operation {
  readonly summary: string
  readonly responses: Record<string, { description: string; content?: Record<string, unknown> }>
}
type Paths = Record<string, Record<string, Operation>>

describeOnEach('the description of the API', (database) => {
  let office: TestOffice
  let paths: Paths
  before(async () => {
    office = await openOffice(database)
    const { body } = await office.request('GET', '/api/openapi.json')
    paths = (body as { paths: Paths }).paths
  })
  after(() => office.close())

  it('has every core route', () => {
    const there = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const moves = [
      'call',
      'recall',
      'begin',
      'hold',
      'return',
      'transfer',
      'finish',
      'no-show',
      'leave',
      'undo',
    ]
    for (const route of [
      'POST /api/v1/sign-in',
      'POST /api/v1/offices/{office}/visits',
      'POST /api/v1/offices/{office}/call-next',
      'GET /api/v1/offices/{office}/desk',
      ...moves.map((move) => `POST /api/v1/visits/{visit}/${move}`),
      'POST /api/v1/visits/{visit}/requests',
      'PATCH /api/v1/visits/{visit}',
      'GET /api/health',
      'GET /api/ready',
    ])
      assert.ok(there.includes(route), route)
  })

  it('has every route that is declared, under its method', () => {
    const declared = sources('server/features').flatMap((text) =>
      [...text.matchAll(/method: '(\w+)',\s+path: ['`]([^'`]+)['`]/g)].map(
        ([, method, path]) => [method, path] as const,
      ),
    )
    assert.ok(declared.length >= 15, `${declared.length} routes`)
    for (const [method, path] of declared) {
      const pattern = new RegExp(
        `^/api(/v1)?${(path ?? '').replaceAll(/\$\{\w+\}/g, '[\\w-]+').replaceAll('{', '\\{')}$`,
      )
      const found = Object.entries(paths).some(
        ([each, operations]) => pattern.test(each) && (method ?? '') in operations,
      )
      assert.ok(found, `${String(method)} ${String(path)}`)
    }
  })

  it('answers on every route of it: no address is described and not there', async () => {
    for (const [path, operations] of Object.entries(paths))
      for (const method of Object.keys(operations)) {
        const address = path.replaceAll(/\{\w+\}/g, 'x')
        const { status, body } = await office.request(method.toUpperCase(), address, {
          ...(['get', 'delete'].includes(method) ? {} : { body: {} }),
        })
        const { code } = (body ?? {}) as { code?: string }
        assert.ok(code !== 'route-unknown' && status < 500, `${method} ${path}: ${status}`)
      }
  })

  it('tells real answers as they are, with nothing left over', async () => {
    const agent = await office.signIn('agent.victoria')
    const display = office.api(await office.deviceToken('display'))
    const kiosk = await office.kiosk()
    const ticket = await kiosk.addVisit('victoria', { requests: [{ service: 'notary' }] })
    const { body: ready } = await office.request('GET', '/api/ready')
    const { body: health } = await office.request('GET', '/api/health')
    const me = await agent.me()
    const answers: [z.ZodType, unknown][] = [
      [views.TicketAnswer, ticket],
      [views.VisitAnswer, await agent.visit(ticket.id)],
      [views.AgentAnswer, await agent.takeCounter('victoria', { counter: '1' })],
      [views.VisitAnswer, await agent.callNext('victoria', '1')],
      [views.VisitAnswer, await agent.begin(ticket.id, {})],
      [views.OfficeDoor, await agent.countDoor('victoria', 2)],
      [views.AlarmAnswer, await agent.callHelp('victoria')],
      [views.FrequentServices, await agent.frequentServices('victoria')],
      [views.StaffMessage, await agent.sendMessage('victoria', { to: me.id, text: 'Lunch?' })],
      [views.StaffMessages, await agent.messages('victoria')],
      [views.DeskView, await agent.desk('victoria')],
      [views.BoardView, await display.board('victoria')],
      [views.KioskView, await kiosk.kiosk('victoria')],
      [views.Me, me],
      [views.Ready, ready],
      [views.Health, health],
    ]
    for (const [schema, answer] of answers) assert.deepEqual(schema.parse(answer), answer)
  })

  it('has an entry for every problem the server throws on a route', () => {
    const described = new Set(
      Object.values(paths)
        .flatMap((operations) => Object.values(operations))
        .flatMap(({ responses }) => Object.values(responses))
        .flatMap(({ description }) => description.split(', ')),
    )
    // Told outside of routes: unknown addresses and methods, other sites, an end, the live connection.
    const elsewhere = [
      'method-not-allowed',
      'origin-refused',
      'server-stopping',
      'contract-too-old',
    ]
    const missing = PROBLEM_CODES.filter(
      (code) => !described.has(code) && !elsewhere.includes(code),
    )
    assert.deepEqual(missing, [])
  })

  it('can be read as a page', async () => {
    const { status, headers, body } = await office.request('GET', '/api/docs')

    assert.equal(status, 200)
    assert.match(headers.get('content-type') ?? '', /text\/html/)
    for (const path of Object.keys(paths)) assert.ok(String(body).includes(path), path)
    assert.ok(!String(body).includes('<script'))
  })

  it('says whether the server is ready, on which database, and how it syncs', async () => {
    const { body } = await office.request('GET', '/api/ready')

    const ready = views.Ready.parse(body)
    assert.deepEqual([ready.status, ready.database], ['ready', database.name])
    assert.match(ready.synchronous, /^(full|on)$/)
  })

  it('tells figures to this computer', async () => {
    await office.checkIn()
    const { status, body } = await office.request('GET', '/metrics')

    assert.equal(status, 200)
    assert.match(String(body), /guichet_waiting\{office="victoria"\} \d/)
  })
})

function sources(folder: string): string[] {
  const root = join(import.meta.dirname, '..', '..', folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-routes.ts') || name === 'views.ts')
    .map((name) => readFileSync(join(root, name), 'utf8'))
}
