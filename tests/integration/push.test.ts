// Push: a phone whose page is closed is told when its turn is near and when it is called, through a
// push service that this computer plays. No command waits for it or fails because of it.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { Api } from '#protocol'
import { PushKeys } from '../../server/features/phone/push-keys.ts'
import { PushSender } from '../../server/features/phone/push-sender.ts'
import { describeOnEach } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openPushService, type PushService, type Taken } from '../support/push-service.ts'
import { assertProblem } from '../support/refusals.ts'

const V1 = '/api/v1'

describeOnEach('push', (database) => {
  let office: TestOffice
  let agent: Api
  let service: PushService
  beforeEach(async () => {
    office = await openOffice(database)
    agent = await office.signIn('agent.victoria')
    service = await openPushService()
  })
  afterEach(async () => {
    await office.close()
    await service.close()
  })

  async function checkIn(language: 'en' | 'fr' = 'en') {
    office.clock.advance(1_000)
    const kiosk = await office.kiosk()
    const requests = [{ service: 'driver-licence' }]
    const ticket = await kiosk.addVisit('victoria', { requests, language, name: 'Ann Onymous' })
    return { ...ticket, token: ticket.follow?.replace('/t/', '') ?? '' }
  }

  const tell = (token: string, subscription: unknown = service.subscription()) =>
    office.request('POST', `${V1}/tickets/${token}/push`, { body: { subscription } })
  /** The key that pages are told, as it is kept. */
  async function ownKey(): Promise<string> {
    const row = await office.db.reader<{ id: string; value: string }>('secrets').where('id', 'push')
    return (JSON.parse(row[0]!.value) as { publicKey: string }).publicKey
  }
  const kept = async () => (await office.db.reader('push_subscriptions')).length
  const taken = (count: number) =>
    eventually(() => service.taken.length >= count, `${count} messages`)

  it('A12 tells of a call and of each recall, encrypted and signed, without a name', async () => {
    const mine = await checkIn('fr')
    assert.equal((await tell(mine.token)).status, 204)
    await agent.callNext('victoria', '1')
    await taken(1)
    await agent.recall(mine.id, {})
    await taken(2)
    const [first, second] = service.taken
    assert.deepEqual(first!.message, {
      kind: 'called',
      title: 'C’est votre tour\u00a0: Guichet 1',
      body: `Numéro ${mine.ticket}`,
      language: 'fr',
      path: mine.follow,
    })
    assert.deepEqual(second!.message, first!.message)
    const { headers, claims, key } = first!
    assert.equal(headers['content-encoding'], 'aes128gcm')
    assert.equal(headers.urgency, 'high')
    assert.equal(headers.topic, 'called')
    assert.ok(Number(headers.ttl) > 0)
    assert.equal(claims.aud, new URL(service.subscription().endpoint).origin)
    assert.match(claims.sub, /^mailto:/)
    assert.ok(claims.exp * 1_000 > Date.now())
    assert.equal(key, await ownKey())
  })

  it('A12 lets a phone keep the page of this very ticket, in its language', async () => {
    for (const [language, name] of [
      ['en', 'My number'],
      ['fr', 'Mon numéro'],
    ] as const) {
      const { follow = '' } = await checkIn(language)
      const answer = await office.request('GET', `${follow}/manifest.webmanifest`)
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get('content-type') ?? '', /^application\/manifest\+json/)
      const { icons, ...rest } = answer.body as Record<string, unknown> & {
        icons: { src: string }[]
      }
      assert.deepEqual(
        [rest.start_url, rest.scope, rest.lang, rest.name, rest.display],
        [follow, '/t/', language, name, 'standalone'],
      )
      for (const { src } of icons) assert.equal((await office.request('GET', src)).status, 200, src)
    }
    const gone = await office.request('GET', '/t/nothing/manifest.webmanifest')
    assert.equal(gone.status, 404)
  })

  it('A12 says once that the turn is near, when two are ahead', async () => {
    const others = []
    for (let n = 0; n < 4; n += 1) others.push(await checkIn())
    const mine = await checkIn()
    await tell(mine.token)
    const greeter = await office.signIn('greeter.victoria')
    await greeter.leave(others[0]!.id, {})
    await greeter.leave(others[1]!.id, {})
    await taken(1)
    await greeter.leave(others[2]!.id, {})
    await greeter.leave(others[3]!.id, {})
    await agent.callNext('victoria', '1')
    await taken(2)
    assert.deepEqual(
      service.taken.map(({ message }) => [message.kind, message.body]),
      [
        ['near', `Number ${mine.ticket}: 2 people are ahead of you`],
        ['called', `Number ${mine.ticket}`],
      ],
    )
  })

  it('A12 keeps its keys and what it has said over a restart, and who ended meanwhile is forgotten', async () => {
    const mine = await checkIn()
    await tell(mine.token)
    await office.checkIn()
    await agent.callNext('victoria', '1')
    await taken(1)
    const [{ key }] = service.taken as [Taken]
    await agent.begin(mine.id, {})
    await agent.hold(mine.id, {})
    await office.restart()
    agent = await office.signIn('agent.victoria')
    service.taken.length = 0
    await agent.call(mine.id, { counter: '1' })
    await taken(1)
    assert.equal(service.taken[0]!.key, key)
    await agent.begin(mine.id, {})
    await agent.finish(mine.id, { outcome: 'done' })
    await eventually(async () => (await kept()) === 0, 'the subscription is forgotten')
  })

  it('A12 forgets where to tell when the visit ends, when asked to, and within a day', async () => {
    const mine = await checkIn()
    await tell(mine.token)
    assert.equal(await kept(), 1)
    const path = `${V1}/tickets/${mine.token}/push`
    const { endpoint } = service.subscription()
    assert.equal((await office.request('DELETE', path, { body: { endpoint } })).status, 204)
    assert.equal(await kept(), 0)
    await tell(mine.token)
    await agent.leave(mine.id, {})
    await eventually(async () => (await kept()) === 0, 'the subscription is forgotten')
    assertProblem(await tell(mine.token), 'move-not-allowed')
    const row = { visit_id: 'of-old', endpoint: 'x', p256dh: 'x', auth: 'x', is_near_told: false }
    await office.db.knex('push_subscriptions').insert({ ...row, created_at: office.clock.now() })
    await eventually(async () => {
      office.clock.advance(25 * 3_600_000)
      return (await kept()) === 0
    }, 'what is left is forgotten')
  })

  for (const status of [404, 410])
    it(`A12 never sends again where ${status} was answered`, async () => {
      const mine = await checkIn()
      await tell(mine.token)
      service.answer = status
      await agent.callNext('victoria', '1')
      await eventually(async () => (await kept()) === 0, 'the subscription is forgotten')
    })

  it('A12 tries again at the next call after an error, and delays nobody when nothing is answered', async () => {
    const mine = await checkIn()
    await tell(mine.token)
    service.answer = 500
    await agent.callNext('victoria', '1')
    await taken(1)
    assert.equal(await kept(), 1)
    service.answer = null
    await agent.recall(mine.id, {})
    await taken(2)
    // It has still not answered: the next commands do not wait for it, nor does a stop.
    await agent.begin(mine.id, {})
    await agent.finish(mine.id, { outcome: 'done' })
    assert.equal((await agent.visit(mine.id)).state, 'served')
  })

  it('A12 gives up on a push service that does not answer', async () => {
    service.answer = null
    const { endpoint, keys } = service.subscription()
    const row = { visit_id: 'x', endpoint, ...keys, is_near_told: false, created_at: 0 }
    const contact = 'mailto:somebody@example.org'
    const keysOf = new PushKeys(office.db)
    const sender = new PushSender({ keys: keysOf, contact, mode: 'demo', patience: 50 })
    const message = { kind: 'called', title: 'T', body: 'B', language: 'en', path: '/t/x' } as const
    await assert.rejects(sender.send(row, message), /abort|timeout/i)
    assert.equal(service.taken.length, 1)
    const strict = new PushSender({ keys: keysOf, contact, mode: 'production' })
    assert.equal(await strict.send(row, message), 'gone')
    assert.equal(service.taken.length, 1)
  })

  it('A12 takes a few phones a ticket, each once, and tells each', async () => {
    const mine = await checkIn()
    for (const phone of ['1', '1', '2', '3', '4'])
      assert.equal((await tell(mine.token, service.subscription(`/push/${phone}`))).status, 204)
    assertProblem(await tell(mine.token, service.subscription('/push/5')), 'push-full')
    await agent.callNext('victoria', '1')
    await taken(4)
    assert.deepEqual(service.taken.map(({ path }) => path).sort(), [
      ...['/push/1', '/push/2', '/push/3', '/push/4'],
    ])
  })

  it('A12 takes nothing that is no push service or no key, and knows no other link', async () => {
    const { token } = await checkIn()
    const good = service.subscription()
    const wrong = [
      { ...good, endpoint: 'http://10.0.0.5/x' },
      { ...good, endpoint: 'https://192.168.1.1/x' },
      { ...good, endpoint: 'https://example.org/x' },
      { ...good, endpoint: 'https://fcm.googleapis.com.example.org/x' },
      { ...good, endpoint: 'https://fcm.googleapis.com:8443/x' },
      { ...good, endpoint: 'http://fcm.googleapis.com/x' },
      { ...good, endpoint: 'file:///etc/passwd' },
      { ...good, endpoint: `https://fcm.googleapis.com/${'x'.repeat(1_000)}` },
      { ...good, endpoint: 'not an address' },
      { ...good, keys: { ...good.keys, p256dh: 'B'.repeat(87) } },
      { ...good, keys: { ...good.keys, auth: 'short' } },
      {},
    ]
    for (const each of wrong) assertProblem(await tell(token, each), 'invalid-input')
    assert.equal(await kept(), 0)
    const other = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1)
    assertProblem(await tell(other), 'ticket-unknown')
  })
})
