// Bad input: each piece gets a clear problem that names the field, and changes nothing.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import type { ProblemCode } from '#protocol/problems'
import { describeOnEach } from '../support/databases.ts'
import { openOffice, type RequestOptions, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem } from '../support/refusals.ts'

const VISITS = '/api/v1/offices/victoria/visits'
const licence = { service: 'driver-licence' }
const one = { requests: [licence] }

/** What is wrong, how it is asked, the problem, and the fields it names. */
type Case = [what: string, ask: [string, string, unknown], ProblemCode, fields?: string[]]

const CASES: Case[] = [
  ['an unknown office', ['POST', '/api/v1/offices/atlantis/visits', one], 'office-unknown'],
  ['an unknown service', ['POST', VISITS, { requests: [{ service: 'magic' }] }], 'service-unknown'],
  ['no request', ['POST', VISITS, { requests: [] }], 'invalid-input', ['requests']],
  ['an empty body', ['POST', VISITS, {}], 'invalid-input', ['requests']],
  ['a list as body', ['POST', VISITS, []], 'invalid-input', ['']],
  ['an extra field', ['POST', VISITS, { ...one, nam: 'Ann' }], 'invalid-input', ['']],
  [
    'an extra field deep down',
    ['POST', VISITS, { requests: [{ ...licence, colour: 'red' }] }],
    'invalid-input',
    ['requests.0'],
  ],
  [
    'wrong fields, all of them named',
    ['POST', VISITS, { requests: [licence, { service: 7, quantity: 0 }], language: 'tlh' }],
    'invalid-input',
    ['requests.1.service', 'requests.1.quantity', 'language'],
  ],
  ['an empty name', ['POST', VISITS, { ...one, name: '  ' }], 'invalid-input', ['name']],
  ['a long name', ['POST', VISITS, { ...one, name: 'x'.repeat(81) }], 'invalid-input', ['name']],
  [
    'a name with a NUL in it',
    ['POST', VISITS, { ...one, name: 'A\0B' }],
    'invalid-input',
    ['name'],
  ],
  [
    'a note that is no text',
    ['POST', VISITS, { ...one, note: 'half of a pair: \ud83d' }],
    'invalid-input',
    ['note'],
  ],
  ['an unknown class', ['POST', VISITS, { ...one, priority: 'royal' }], 'priority-unknown'],
  ['an unknown kind', ['POST', VISITS, { ...one, counterKind: 'gold' }], 'counter-kind-unknown'],
  ['a party of none', ['POST', VISITS, { ...one, party: 0 }], 'invalid-input', ['party']],
  ['an unknown need', ['POST', VISITS, { ...one, needs: ['tea'] }], 'invalid-input', ['needs.0']],
  [
    'a telephone of letters',
    ['POST', VISITS, { ...one, phone: 'ring' }],
    'invalid-input',
    ['phone'],
  ],
  ['an address without @', ['POST', VISITS, { ...one, email: 'ann' }], 'invalid-input', ['email']],
  [
    'a place that is none',
    ['POST', '/api/v1/visits/x/bring-back', { place: 'top' }],
    'invalid-input',
    ['place'],
  ],
  [
    'an agent that is no id',
    ['POST', '/api/v1/visits/x/assign', { agent: 'Ann B.' }],
    'invalid-input',
    ['agent'],
  ],
  [
    'an order for no reason',
    ['POST', '/api/v1/visits/x/reorder', { place: 'first' }],
    'invalid-input',
    ['reason'],
  ],
  [
    'two places at once',
    ['POST', '/api/v1/visits/x/reorder', { place: 'first', before: 'y', reason: 'r' }],
    'invalid-input',
    [''],
  ],
  [
    'an end that is no instant',
    ['POST', '/api/v1/visits/x/correct', { to: 'left', endedAt: '9', reason: 'r' }],
    'invalid-input',
    ['endedAt'],
  ],
  [
    'an office and a counter of it',
    ['POST', '/api/v1/visits/x/transfer', { office: 'cranbrook', counter: '1' }],
    'invalid-input',
    [''],
  ],
  [
    'an unknown visit to assign',
    ['POST', '/api/v1/visits/nobody/assign', { agent: null }],
    'visit-unknown',
  ],
  [
    'an unknown visit to tell of',
    ['GET', '/api/v1/visits/nobody/story', undefined],
    'visit-unknown',
  ],
  [
    'an unknown visit to correct',
    [
      'POST',
      '/api/v1/visits/nobody/correct',
      { to: 'left', endedAt: '2026-06-02T16:00:00Z', reason: 'forgot' },
    ],
    'visit-unknown',
  ],
  [
    'an unknown visit to send',
    ['POST', '/api/v1/visits/nobody/transfer', { office: 'cranbrook' }],
    'visit-unknown',
  ],
  ['an unknown counter', ['POST', VISITS, { ...one, serveAt: '99' }], 'counter-unknown'],
  ['a body that is no JSON', ['POST', VISITS, '{"requests": ['], 'invalid-json'],
  ['a body of one word', ['POST', VISITS, '"hello"'], 'invalid-json'],
  ['null', ['POST', VISITS, 'null'], 'invalid-json'],
  ['a body too large', ['POST', VISITS, { ...one, note: 'x'.repeat(210_000) }], 'body-too-large'],
  [
    'a counter nobody has',
    ['POST', '/api/v1/offices/victoria/call-next', { counter: '99' }],
    'counter-unknown',
  ],
  [
    'a counter that is no code',
    ['POST', '/api/v1/offices/victoria/call-next', { counter: 'Nº 1' }],
    'invalid-input',
    ['counter'],
  ],
  ['an unknown visit', ['POST', '/api/v1/visits/nobody/call', {}], 'visit-unknown'],
  ['an unknown visit to read', ['GET', '/api/v1/visits/nobody', undefined], 'visit-unknown'],
  [
    'an unknown visit to change',
    ['PATCH', '/api/v1/visits/nobody', { name: 'A' }],
    'visit-unknown',
  ],
  ['an unknown move', ['POST', '/api/v1/visits/nobody/teleport', {}], 'route-unknown'],
  ['a transfer to nowhere', ['POST', '/api/v1/visits/x/transfer', {}], 'invalid-input', ['']],
  ['a change of nothing', ['PATCH', '/api/v1/visits/x', {}], 'invalid-input', ['']],
  [
    'a service both to add and to switch to',
    ['POST', '/api/v1/visits/x/requests', { service: 'notary', current: 1 }],
    'invalid-input',
    [''],
  ],
  [
    'a day that is no instant',
    ['POST', '/api/v1/visits/x/hold', { backAt: 'tomorrow' }],
    'invalid-input',
    ['backAt'],
  ],
  ['a visit that no id looks like', ['POST', '/api/v1/visits/%00/call', {}], 'visit-unknown'],
  ['a visit with a slash', ['POST', '/api/v1/visits/a%2Fb/call', {}], 'visit-unknown'],
  [
    'an office in another script',
    ['GET', '/api/v1/offices/%C3%A9t%C3%A9/desk', undefined],
    'office-unknown',
  ],
  [
    'an office of SQL',
    ['GET', "/api/v1/offices/x'%20OR%201=1--/desk", undefined],
    'office-unknown',
  ],
  [
    'a path that is not UTF-8',
    ['GET', '/api/v1/offices/%E0%A4%A/desk', undefined],
    'invalid-input',
  ],
  ['an unknown address', ['GET', '/api/v1/elsewhere', undefined], 'route-unknown'],
  ['an address outside the API', ['GET', '/elsewhere', undefined], 'route-unknown'],
  ['an unknown method', ['PUT', VISITS, one], 'method-not-allowed'],
  [
    'a method a visit does not take',
    ['DELETE', '/api/v1/visits/x', undefined],
    'method-not-allowed',
  ],
]

describeOnEach('bad input', (database) => {
  let office: TestOffice
  let token: string
  before(async () => {
    office = await openOffice(database)
    // May enter every office, and so is told which do not exist.
    token = await office.tokenOf('manager.victoria')
    await office.checkIn()
  })
  after(() => office.close())

  for (const [what, [method, path, body], code, fields] of CASES)
    it(`is refused as ${code}: ${what}`, async () => {
      const options: RequestOptions = body === undefined ? { token } : { token, body }
      await assertNothingChanges(office, async () => {
        const problem = assertProblem(await office.request(method, path, options), code)
        const named = problem.fields?.map((field) => field.path)
        if (fields) assert.deepEqual(named?.sort(), [...fields].sort())
      })
    })

  it('is refused as unsupported-media-type: a form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await assertNothingChanges(office, async () => {
      const answer = await office.request('POST', VISITS, { token, headers, body: 'a=b' })
      assertProblem(answer, 'unsupported-media-type')
    })
  })

  for (const headers of [
    { 'content-encoding': 'brotli-of-my-own' },
    { 'content-type': 'application/json; charset=klingon' },
  ])
    it(`is refused as unsupported-media-type: ${JSON.stringify(headers)}`, async () => {
      const answer = await office.request('POST', VISITS, { token, headers, body: one })
      assertProblem(answer, 'unsupported-media-type')
    })

  for (const key of ['x'.repeat(201), 'with a space', 'né'])
    it(`is refused as invalid-input: an idempotency key such as ${key.slice(0, 12)}`, async () => {
      const headers = { 'idempotency-key': key }
      await assertNothingChanges(office, async () => {
        const answer = await office.request('POST', VISITS, { token, headers, body: one })
        const problem = assertProblem(answer, 'invalid-input')
        assert.deepEqual(problem.fields?.[0]?.path, 'Idempotency-Key')
      })
    })

  it('is refused as sign-in-failed: a wrong password, an unknown account, odd letters', async () => {
    for (const username of ['agent.victoria', 'nobody', 'ag\0ent'].slice(0, 2)) {
      const body = { username, password: 'wrong' }
      assertProblem(await office.request('POST', '/api/v1/sign-in', { body }), 'sign-in-failed')
    }
    const odd = { username: 'agent\0', password: 'guichet' }
    assertProblem(await office.request('POST', '/api/v1/sign-in', { body: odd }), 'invalid-input')
  })
})
