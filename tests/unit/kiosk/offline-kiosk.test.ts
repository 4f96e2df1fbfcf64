// A kiosk without its server: what it gives, what it keeps, what time it says it is.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import { ApiError, type Api, type KioskView } from '#protocol'
import { notGiven } from '../../../kiosk/src/offline/give-ticket.ts'
import { openOfflineKiosk, type OfflineKiosk } from '../../../kiosk/src/offline/offline-kiosk.ts'
import { paperOf } from '../../../kiosk/src/printing/paper-of.ts'
import { paperParts } from '../../../kiosk/src/printing/paper-ticket.ts'
import { SAMPLE_KIOSK } from '../../../server/protocol/samples.ts'
import { KioskDisk } from '../../support/kiosk-disk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** By the server's clock: 09:00 in Victoria. */
const OPENING = Date.parse('2026-06-02T16:00:00Z')
const ask = { requests: [{ service: 'driver-licence' }], language: 'fr' as const }

type Joined = Parameters<Api['joinOffline']>

describe('A20 a kiosk that is cut off', () => {
  let disk: KioskDisk
  /** The kiosk's own clock is an hour slow. */
  let local: number
  let server: 'there' | 'gone' | 'deaf'
  let joined: Joined[]
  let asked: string[]
  let kiosk: OfflineKiosk
  beforeEach(async () => {
    disk = new KioskDisk()
    local = OPENING - HOUR
    server = 'there'
    joined = []
    asked = []
    kiosk = await open()
    await kiosk.keepView(view())
    await kiosk.heard(OPENING)
  })

  const there = (): number => OPENING + (local - (OPENING - HOUR))

  function view(more: object = {}): KioskView {
    const open = { isOpen: true, why: null, reason: null, words: null, changesAt: null, shut: [] }
    const intake = { id: 'intake' as const, kind: 'intake' as const, ...open, ...more }
    return { ...SAMPLE_KIOSK, rows: [...SAMPLE_KIOSK.rows, intake] }
  }

  function open(): Promise<OfflineKiosk> {
    const number = ({ key }: { key: string }): Promise<never> => {
      asked.push(key)
      return Promise.reject(server === 'there' ? notGiven('quota-reached') : new ApiError(null))
    }
    return openOfflineKiosk({
      office: 'victoria',
      store: disk,
      api: {
        offlineSeries: () =>
          server === 'there'
            ? Promise.resolve({ series: 'K2' })
            : Promise.reject(new ApiError(null)),
        joinOffline(...sent) {
          if (server === 'gone') return Promise.reject(new ApiError(null))
          joined.push(sent)
          // The office has it, and its answer is lost.
          if (server === 'deaf') return Promise.reject(new ApiError(null))
          return Promise.resolve({ visit: 'v', office: 'victoria', version: 1 })
        },
      },
      ask: number,
      askBriefly: number,
      clock: { now: () => local },
    })
  }
  const give = (key: string) => kiosk.takeTicket({ key, ask })
  const minute = (index: number): number =>
    (Date.parse(joined[index]?.[1].arrivedAt ?? '') - OPENING) / MINUTE

  it('gives numbers of its own, one after another, over the night and over a restart', async () => {
    server = 'gone'
    const first = await give('a')
    assert.deepEqual(
      [first.ticket, first.peopleAhead, first.isOffline, first.language],
      ['K2-001', null, true, 'fr'],
    )
    kiosk = await open()
    assert.equal((await give('b')).ticket, 'K2-002')
    local += 24 * HOUR
    kiosk = await open()
    assert.equal((await give('c')).ticket, 'K2-003')
    assert.deepEqual(asked, ['a', 'b', 'c'])
  })

  it('says on paper too that the number is valid, and nothing of who is ahead', async () => {
    server = 'gone'
    const office = SAMPLE_KIOSK.rows.find((row) => row.kind === 'office')
    assert.ok(office)
    const paper = paperOf(await give('a'), office, [], 'http://localhost')
    const texts = paperParts(paper, 80).flatMap((part) => ('text' in part ? part.text : []))
    for (const text of ['K2-001', 'Votre numéro est valide', 'Your number is valid']) {
      assert.ok(texts.includes(text), text)
    }
    assert.ok(!texts.some((text) => /ahead|avant vous/.test(text)))
  })

  it('gives one number for one request, however often it is asked for', async () => {
    server = 'gone'
    const tickets = [await give('a'), await give('a')]
    kiosk = await open()
    tickets.push(await give('a'))
    assert.deepEqual(
      tickets.map(({ ticket }) => ticket),
      ['K2-001', 'K2-001', 'K2-001'],
    )
    assert.equal((await disk.tickets()).length, 1)
  })

  it('says the time of the office though its own clock is an hour slow, after a restart too', async () => {
    server = 'gone'
    local += 5 * MINUTE
    await give('a')
    kiosk = await open()
    assert.equal(kiosk.now(), there())
    local += 2 * MINUTE
    await give('b')
    server = 'there'
    kiosk = await open()
    await kiosk.heard(there())
    assert.deepEqual([minute(0), minute(1)], [5, 7])
  })

  it('tells by how long ago it was what it gave while its clock had gone wrong', async () => {
    server = 'gone'
    // Its battery is flat: after the restart it is the year 2020.
    local = Date.parse('2020-01-01T00:00:00Z')
    kiosk = await open()
    await give('a')
    local += 3 * MINUTE
    await give('b')
    local += MINUTE
    server = 'there'
    await kiosk.heard(OPENING + 30 * MINUTE)
    assert.deepEqual([minute(0), minute(1)], [26, 29])
  })

  it('forgets a ticket only when the office has said that it has it', async () => {
    server = 'gone'
    await give('a')
    await give('b')
    await kiosk.heard(there())
    assert.equal((await disk.tickets()).length, 2)
    server = 'deaf'
    await kiosk.heard(there())
    assert.equal((await disk.tickets()).length, 2)
    server = 'there'
    kiosk = await open()
    await kiosk.heard(there())
    assert.equal((await disk.tickets()).length, 0)
    assert.deepEqual(
      joined.map(([office, { series, number }, key]) => [office, series, number, key]),
      [
        ['victoria', 'K2', 1, 'a'],
        ['victoria', 'K2', 1, 'a'],
        ['victoria', 'K2', 2, 'b'],
      ],
    )
  })

  it('pretends no ticket when its storage is full, and gives one when there is room again', async () => {
    server = 'gone'
    disk.isFull = true
    await assert.rejects(
      give('a'),
      (error) => error instanceof ApiError && error.code === 'unreachable',
    )
    disk.isFull = false
    assert.equal((await give('a')).ticket, 'K2-001')
  })

  it('gives none where the office closed, the service is stopped, or nothing was ever heard', async () => {
    server = 'gone'
    const refused = (code: string) => (error: unknown) =>
      error instanceof ApiError && error.code === code
    const until = new Date(OPENING + 10 * MINUTE).toISOString()
    const stop = { service: 'driver-licence', why: 'stopped', reason: 'full', until }
    await kiosk.keepView(view({ shut: [stop] }))
    await assert.rejects(give('a'), refused('service-paused'))
    local += 11 * MINUTE
    assert.equal((await give('b')).ticket, 'K2-001')
    await kiosk.keepView(view({ isOpen: false, why: 'stopped', reason: 'full' }))
    await assert.rejects(give('c'), refused('office-closed'))
    disk = new KioskDisk()
    kiosk = await open()
    await assert.rejects(give('d'), refused('unreachable'))
  })

  it('leaves to the server what the server refuses', async () => {
    await assert.rejects(
      give('a'),
      (error) => error instanceof ApiError && error.code === 'quota-reached',
    )
    assert.equal((await disk.tickets()).length, 0)
  })

  it('keeps the office as heard last, but not how many wait', async () => {
    const again = await open()
    assert.deepEqual(
      again.view?.rows.map(({ kind }) => kind),
      ['office', 'intake'],
    )
  })
})
