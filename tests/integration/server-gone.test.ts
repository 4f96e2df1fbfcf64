// Promise 3: the server is gone for ten minutes, people go on arriving at two kiosks whose clocks are
// wrong, both kiosks restart meanwhile, and one once more while it hands its tickets over. The real
// kiosk code over the real server; only the clock, the disks and the cut are the test's.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, it } from 'mocha'
import { ApiError, type Api } from '#protocol'
import { ticketsOf, type TakenTicket } from '../../kiosk/src/composables/take-ticket.ts'
import { openOfflineKiosk, type OfflineKiosk } from '../../kiosk/src/offline/offline-kiosk.ts'
import { waitOf } from '../../server/domain/metrics.ts'
import { findVisit } from '../../server/domain/state.ts'
import { ticketText } from '../../server/domain/ticket-number.ts'
import { describeOnEach } from '../support/databases.ts'
import { KioskDisk } from '../support/kiosk-disk.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR, MINUTE } from '../support/seeded.ts'

/** What the network does with the next requests of a kiosk. */
type Line = 'open' | 'requests are lost' | 'answers are lost'

class KioskAtTheDoor {
  line: Line = 'open'
  readonly given: { ticket: TakenTicket; at: number }[] = []
  readonly disk = new KioskDisk()
  private page!: OfflineKiosk
  private readonly office: TestOffice
  private readonly token: string
  /** How wrong its clock is, ms. */
  private readonly error: number

  constructor(office: TestOffice, token: string, error: number) {
    this.office = office
    this.token = token
    this.error = error
  }

  /** As when its page begins, after a restart too. */
  async begin(): Promise<void> {
    const api = (): Api => this.office.api(this.token)
    const ask = ticketsOf(
      { addVisit: (...sent) => this.send(() => api().addVisit(...sent)) },
      'victoria',
    )
    this.page = await openOfflineKiosk({
      office: 'victoria',
      store: this.disk,
      api: {
        offlineSeries: (...sent) => this.send(() => api().offlineSeries(...sent)),
        joinOffline: (...sent) => this.send(() => api().joinOffline(...sent)),
      },
      ask,
      askBriefly: ask,
      clock: { now: () => this.office.clock.now() + this.error },
    })
  }

  /** As its live connection does when the server is there. */
  async hear(): Promise<void> {
    await this.page.keepView(await this.office.api(this.token).kiosk('victoria'))
    await this.page.heard(this.office.clock.now())
  }

  async arrive(): Promise<void> {
    const ask = { requests: [{ service: 'driver-licence' }], language: 'fr' as const }
    const at = this.office.clock.now()
    this.given.push({ ticket: await this.page.takeTicket({ key: randomUUID(), ask }), at })
  }

  private async send<T>(request: () => Promise<T>): Promise<T> {
    if (this.line === 'requests are lost') throw new ApiError(null)
    const answer = await request()
    if (this.line === 'answers are lost') throw new ApiError(null)
    return answer
  }
}

describeOnEach('A20 the server is gone for ten minutes', (database) => {
  let office: TestOffice
  let kiosks: [KioskAtTheDoor, KioskAtTheDoor]
  beforeEach(async () => {
    office = await openOffice(database)
    const manager = await office.tokenOf('manager.victoria')
    const path = '/api/v1/offices/victoria/devices'
    const body = { kind: 'kiosk', name: 'Side door' }
    const made = await office.request('POST', path, { token: manager, body })
    kiosks = [
      new KioskAtTheDoor(office, await office.deviceToken('kiosk'), HOUR),
      new KioskAtTheDoor(office, (made.body as { token: string }).token, -7 * MINUTE),
    ]
    for (const kiosk of kiosks) {
      await kiosk.begin()
      await kiosk.hear()
    }
  })
  afterEach(() => office.close())

  /** An hour has 60 arrivals at each kiosk, half a minute apart. */
  async function minutes(count: number, each: (minute: number) => Promise<void> = async () => {}) {
    for (let minute = 0; minute < count; minute += 1) {
      for (const kiosk of kiosks) {
        await kiosk.arrive()
        office.clock.advance(MINUTE / 2)
      }
      await each(minute)
    }
  }

  it('nobody is lost, nobody comes twice, waits are exact and the order is that of the arrivals', async () => {
    const [one, other] = kiosks
    await minutes(3)
    // The cable is cut just when the server answers: it made a visit that nobody knows the number of.
    one.line = 'answers are lost'
    await one.arrive()
    office.clock.advance(1_000)
    await office.stop()
    one.line = 'open'
    await minutes(10, async (minute) => {
      if (minute === 4) await one.begin()
      if (minute === 6) await other.begin()
    })
    await office.start()
    // Both hand over at the same time; one restarts while it does, with answers lost on the way.
    const merging = other.hear()
    for (const line of ['requests are lost', 'answers are lost'] as const) {
      one.line = line
      await one.hear()
    }
    await one.begin()
    one.line = 'open'
    await Promise.all([one.hear(), merging])
    await Promise.all([one.hear(), other.hear()])
    await minutes(3)

    const given = kiosks.flatMap((kiosk) => kiosk.given).sort((a, b) => a.at - b.at)
    assert.equal(given.length, 33)
    assert.equal(given.filter(({ ticket }) => ticket.isOffline).length, 21)
    assert.deepEqual(await Promise.all(kiosks.map((kiosk) => kiosk.disk.tickets())), [[], []])

    // Each was told a number that nobody else was told, and the office knows each of them.
    const told = given.map(({ ticket }) => ticket.ticket)
    assert.equal(new Set(told).size, 33)
    const agent = await office.signIn('agent.victoria')
    const called: string[] = []
    const waits: number[] = []
    for (;;) {
      const visit = await agent.callNext('victoria', '1')
      if (!visit) break
      called.push(visit.ticket)
      const state = (await office.app.door.snapshot('victoria'))?.state
      const found = state && findVisit(state, visit.id)
      assert.ok(found)
      waits.push(office.clock.now() - waitOf(found, office.clock.now()))
      await agent.begin(visit.id, {})
      office.clock.advance(MINUTE)
      await agent.finish(visit.id, {})
    }
    assert.deepEqual(called, told)
    // Exact: what is waited until the call, taken from the call, is when they took their number.
    assert.deepEqual(
      waits,
      given.map(({ at }) => at),
    )

    // The office's own series has no gap: 12 told, and the one whose answer was lost, left by mistake.
    const { ended } = (await office.app.door.snapshot('victoria'))!.state
    const own = [...ended.values()].filter(({ number }) => number.prefix === 'A')
    assert.deepEqual(
      own.map(({ number }) => number.value).sort((a, b) => a - b),
      Array.from({ length: 13 }, (_, n) => n + 1),
    )
    const left = own.filter(({ state }) => state === 'left')
    assert.deepEqual(
      left.map(({ number }) => ticketText(number)),
      ['A007'],
    )
    assert.equal(ended.size, 34)
  })
})
