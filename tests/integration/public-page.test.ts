// The public page of an office: true at every minute, readable without script, open to all, and
// telling nobody who waits.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import type { OfficeSettings, OpeningHours } from '../../server/domain/settings.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach } from '../support/databases.ts'
import { connectSocket, Listener, refusalOf, watch } from '../support/listener.ts'
import { openOffice, type Heard, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem } from '../support/refusals.ts'
import { HOUR, MINUTE } from '../support/seeded.ts'

const day = [{ from: 510, to: 990 }]
const CLOSED_DAY = {
  day: '2026-06-03',
  spans: [],
  words: { en: 'Staff </script><b>training', fr: 'Formation du personnel' },
}
const HOURS: OpeningHours = { week: [day, day, day, day, day, [], []], exceptions: [CLOSED_DAY] }

interface Specification {
  readonly opens: string
  readonly closes: string
  readonly dayOfWeek?: string
  readonly validFrom?: string
}
interface StructuredOffice extends Record<string, unknown> {
  readonly openingHoursSpecification: readonly Specification[]
}

/** The words of a page, without its tags. */
function said({ body }: Heard): string {
  return String(body)
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
function structured({ body }: Heard): StructuredOffice {
  const [, json = ''] = /<script type="application\/ld\+json">([^<]*)</.exec(String(body)) ?? []
  return JSON.parse(json) as StructuredOffice
}

describeOnEach('the public page of an office', (database) => {
  let office: TestOffice
  beforeEach(async () => (office = await openOffice(database)))
  afterEach(() => office.close())

  const set = (change: Partial<OfficeSettings>): Promise<void> =>
    configure(office, (was) => ({ ...was, ...change }))
  const get = (path: string): Promise<Heard> => office.request('GET', path)

  it('A17 says to anybody that it is open until when, and how many wait, in both languages', async () => {
    await set({ hours: HOURS })
    await office.checkIn('notary', 'Ann Onymous')
    await office.checkIn()

    const english = await get('/office/victoria')
    assert.equal(english.status, 200)
    assert.equal(english.headers.get('cache-control'), 'public, max-age=10')
    assert.match(said(english), /Open now Closes at 4:30 p\.m\. 2 people are waiting/)
    assert.match(said(english), /As of 9:00 a\.m\./)
    assert.match(said(english), /Tuesday today 8:30 a\.m\. to 4:30 p\.m\./)
    assert.match(said(english), /100 Harbour Street Victoria \(BC\) V8V 0A1/)
    const french = await get('/bureau/victoria')
    assert.match(said(french), /Ouvert Ferme à 16 h 30\. 2 personnes attendent/)
    assert.match(said(french), /mardi aujourd’hui de 8 h 30 à 16 h 30/)
    assert.match(String(french.body), /<html lang="fr-CA">/)
    for (const each of [english, french]) {
      assert.doesNotMatch(String(each.body), /Onymous/)
      for (const path of ['/office/victoria', '/bureau/victoria']) {
        assert.ok(String(each.body).includes(`href="${office.origin}${path}"`), path)
      }
    }
  })

  it('A17 closes and opens at the very minute, over the end of daylight time', async () => {
    const all: OpeningHours = { week: [day, day, day, day, day, day, day], exceptions: [] }
    await set({ timeZone: 'America/Toronto', hours: all })
    const page = async (at: string): Promise<string> => {
      office.clock.set(Date.parse(at))
      return said(await get('/office/victoria'))
    }
    assert.match(await page('2026-10-31T20:29:00Z'), /Open now Closes at 4:30 p\.m\./)
    assert.match(
      await page('2026-10-31T20:30:00Z'),
      /Closed now Opens on Sunday, November 1 at 8:30 a\.m\./,
    )
    // By the office's day, though it is November already in Greenwich.
    assert.match(await page('2026-11-01T01:00:00Z'), /Opens on Sunday, November 1 at 8:30 a\.m\./)
    // An hour later by the sun: 12:30 UTC was half past eight the day before.
    assert.match(await page('2026-11-01T13:29:00Z'), /Closed now Opens at 8:30 a\.m\./)
    assert.match(await page('2026-11-01T13:30:00Z'), /Open now Closes at 4:30 p\.m\./)
    assert.match(await page('2026-11-01T21:29:00Z'), /Open now/)
    assert.match(await page('2026-11-01T21:30:00Z'), /Closed now/)
  })

  it('A17 says a dated exception with its own words, before it and on the day', async () => {
    await set({ hours: HOURS })
    assert.match(
      said(await get('/bureau/victoria')),
      /mercredi 3 juin 2026 Fermé Formation du personnel/,
    )
    office.clock.advance(24 * HOUR)
    const page = said(await get('/bureau/victoria'))
    assert.match(page, /Fermé Formation du personnel Ouvre le jeudi 4 juin à 8 h 30\./)
    assert.match(page, /mercredi 3 juin 2026 aujourd’hui Fermé/)
    assert.doesNotMatch(page, /Personne n’attend/)
  })

  it('A17 writes the first of a month as French does', async () => {
    const words = { en: 'Canada Day', fr: 'Fête du Canada' }
    await set({ hours: { ...HOURS, exceptions: [{ day: '2026-07-01', spans: [], words }] } })
    assert.match(said(await get('/bureau/victoria')), /mercredi 1er juillet 2026 Fermé/)
  })

  it('A17 tells maps the hours that open and close the kiosk, and the days without', async () => {
    const night = { from: 1200, to: 1440 }
    const words = { en: 'Late', fr: 'Tard' }
    const late = { day: '2026-06-05', spans: [night], words }
    const past = { day: '2026-06-01', spans: [], words }
    await set({ hours: { ...HOURS, exceptions: [...HOURS.exceptions, late, past] } })
    const data = structured(await get('/office/victoria'))

    assert.equal(data['@type'], 'GovernmentOffice')
    assert.equal(data.url, `${office.origin}/office/victoria`)
    assert.equal(data.telephone, '250-555-0101')
    const lines = data.openingHoursSpecification.map(
      ({ opens, closes, dayOfWeek, validFrom }) =>
        `${dayOfWeek ?? validFrom ?? ''} ${opens}–${closes}`,
    )
    assert.deepEqual(lines, [
      'Monday 08:30–16:30',
      'Tuesday 08:30–16:30',
      'Wednesday 08:30–16:30',
      'Thursday 08:30–16:30',
      'Friday 08:30–16:30',
      '2026-06-03 00:00–00:00',
      '2026-06-05 20:00–23:59',
    ])
  })

  it('B17 says what is stopped, why and until when; a stop of the whole office too', async () => {
    const manager = await office.signIn('manager.victoria')
    const until = new Date(office.clock.now() + 90 * MINUTE).toISOString()
    await manager.stopIntake('victoria', { service: 'notary', reason: 'system-down', until })
    const service = /Notary[^.]*The systems we need are not working\. Again at 10:30 a\.m\./
    assert.match(said(await get('/office/victoria')), service)
    await manager.stopIntake('victoria', { reason: 'full' })
    assert.match(
      said(await get('/bureau/victoria')),
      /Ouvert, mais plus de numéros pour le moment Le nombre de personnes que nous pouvons servir/,
    )
    office.clock.advance(90 * MINUTE)
    assert.doesNotMatch(said(await get('/office/victoria')), service)
  })

  it('A17 lists every office with whether it is open, in order of its name', async () => {
    office.clock.set(Date.parse('2026-06-07T18:00:00Z'))
    const page = said(await get('/offices'))
    assert.match(page, /Cranbrook .* Closed now .* Dawson Creek Open now As of .* Victoria /)
    assert.match(page, /Victoria 100 Harbour Street, Victoria Open now Nobody is waiting/)
    assert.match(said(await get('/bureaux')), /Cranbrook .* Fermé Ouvre le lundi 8 juin à 8 h 30/)
  })

  it('A17 shows the list in French to whose browser prefers it, and in English to who chose that', async () => {
    const list = (path: string, language: string) =>
      office.request('GET', path, { headers: { 'accept-language': language } })

    const french = await list('/offices', 'fr-CA,fr;q=0.9,en;q=0.8')
    assert.equal(french.status, 302)
    assert.equal(french.headers.get('location'), '/bureaux')
    assert.match(french.headers.get('vary') ?? '', /accept-language/i)
    for (const language of ['en-CA,en;q=0.9,fr;q=0.8', '*', 'de', ''])
      assert.equal((await list('/offices', language)).status, 200, language)

    const other = await list('/bureaux', 'fr-CA')
    const [, english = ''] = /href="(\/offices[^"]*)" lang="en-CA"/.exec(String(other.body)) ?? []
    const chosen = await list(english, 'fr-CA')
    assert.equal(chosen.status, 200)
    assert.match(said(chosen), /Service centres/)
  })

  it('A17 answers an office that is not there with a page that helps', async () => {
    await assertNothingChanges(office, async () => {
      for (const code of ['nowhere', 'Victoria', 'a%00b', '%3Cb%3E', 'x'.repeat(300)]) {
        const english = await get(`/office/${code}`)
        assert.equal(english.status, 404, code)
        assert.match(said(english), /There is no such office .* All service centres/)
        const french = await get(`/bureau/${code}`)
        assert.match(said(french), /Ce bureau n’existe pas/)
        assert.match(String(french.body), /href="\/bureaux"/)
      }
    })
  })

  it('A17 lets other sites show the short page, and no other page', async () => {
    const policyOf = ({ headers }: Heard) => headers.get('content-security-policy') ?? ''
    const short = await get('/office/victoria?embed')
    assert.match(policyOf(short), /frame-ancestors \*(;|$)/)
    assert.equal(short.headers.get('x-frame-options'), null)
    assert.match(said(short), /Open now .* Hours, address and services of Victoria/)
    assert.doesNotMatch(said(short), /Harbour Street/)
    for (const path of ['/office/victoria', '/offices', '/desk/', '/kiosk/victoria?embed']) {
      const whole = await get(path)
      assert.match(policyOf(whole), /frame-ancestors 'self'/, path)
      assert.equal(whole.headers.get('x-frame-options'), 'SAMEORIGIN')
    }
  })

  it('D11 G10 shows the public no visit and no name, over HTTP and live, and nothing else of an office', async () => {
    const first = await office.checkIn('notary', 'Ann Onymous')
    const { body } = await get('/api/v1/offices/victoria/public')
    const told = JSON.stringify(body)
    for (const secret of ['Onymous', first.id, first.ticket, 'counters']) {
      assert.ok(!told.includes(secret), secret)
    }
    assertProblem(await get('/api/v1/offices/nowhere/public'), 'office-unknown')

    const socket = connectSocket(office, { public: true })
    try {
      for (const as of ['desk', 'board', 'kiosk']) {
        const watched = await watch(socket, { office: 'victoria', as })
        assert.equal(!watched.ok && watched.problem.code, 'sign-in-needed', as)
      }
      const watched = await watch(socket, { office: 'nowhere', as: 'public' })
      assert.equal(!watched.ok && watched.problem.code, 'office-unknown')
    } finally {
      socket.disconnect()
    }
    const stranger = connectSocket(office, { public: 'yes' })
    assert.equal((await refusalOf(stranger)).code, 'sign-in-needed')
    stranger.disconnect()
  })

  it('A17 tells whoever watches of one more who waits, in a row, without who it is', async () => {
    const listener = await Listener.openPublic(office)
    try {
      const { id } = await office.checkIn('notary', 'Ann Onymous')
      await listener.until(({ rows }) =>
        rows.some((row) => row.kind === 'summary' && row.waiting === 1),
      )
      assert.equal(listener.gaps, 0)
      const told = JSON.stringify(listener.changes)
      assert.ok(!told.includes(id) && !told.includes('Onymous'), told)
      assert.ok(told.length < 400, told)
    } finally {
      listener.close()
    }
  })

  it('A17 refuses an address or a phone number that is none', async () => {
    const token = await office.tokenOf('administrator')
    const path = '/api/v1/offices/victoria/settings'
    const { body } = await office.request('GET', path, { token })
    const whole = body as OfficeSettings
    await assertNothingChanges(office, async () => {
      for (const wrong of [
        { phone: 'call us' },
        { address: { ...whole.address, postalCode: 'V8V0A1' } },
        { address: { ...whole.address, province: 'British Columbia' } },
        { address: { street: '1' } },
      ]) {
        const answer = await office.request('PUT', path, { token, body: { ...whole, ...wrong } })
        assertProblem(answer, 'invalid-input')
      }
    })
  })
})
