// The kiosk in a browser while its server is killed: it goes on giving numbers, begins again without
// the server, and hands its tickets over when the server is back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { Api } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { KillableOffice } from '../support/killable-office.ts'

/** Where pictures go, when somebody wants to look. */
const PICTURES = process.env.GUICHET_PICTURES
const WORDS = {
  en: ['English', 'Driving', /^Driver’s licence/, 'Get my number'],
  fr: ['Français', 'Conduite', /^Permis de conduire/, 'Prendre mon numéro'],
} as const

describe('A20 the kiosk when its server is killed', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let office: KillableOffice
  let kiosk: Page

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await KillableOffice.open()
    kiosk = await browser.openPage({
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
      keepsPages: true,
      expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|Failed to fetch/],
    })
    const token = await office.deviceToken('kiosk')
    await kiosk.goto(`${office.origin}/kiosk/victoria#device=${token}`)
    await kiosk.getByText('Live').waitFor()
    await kiosk.waitForFunction(
      async () => (await (await caches.open('guichet-kiosk')).keys()).length > 5,
    )
    await eventually(async () => (await known()).series !== null, 'the kiosk has a series')
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  async function take(language: keyof typeof WORDS): Promise<string> {
    for (const name of WORDS[language]) await kiosk.getByRole('button', { name }).first().tap()
    const title = kiosk.getByRole('heading', {
      level: 1,
      name: /Your number is|Votre numéro est le/,
    })
    await title.waitFor()
    return (await title.innerText()).split(/\s+/).at(-1) ?? ''
  }

  const done = (): Promise<void> => kiosk.getByRole('button', { name: /^(Done|Terminé)$/ }).tap()

  /** What is on the kiosk's disk. */
  const stored = (name: string, key?: string): Promise<unknown> =>
    kiosk.evaluate(
      ([from, one]) =>
        new Promise((resolve, reject) => {
          const open = indexedDB.open('guichet-kiosk-victoria')
          open.onsuccess = () => {
            const kept = open.result.transaction(from ?? '').objectStore(from ?? '')
            const asked = (one === undefined ? kept.getAll() : kept.get(one)) as IDBRequest
            asked.onsuccess = () => resolve(asked.result)
            asked.onerror = () => reject(new Error('not read'))
            open.result.close()
          }
        }),
      [name, key],
    )
  const known = async () => (await stored('facts', 'known')) as { series: string | null }
  const kept = async () => (await stored('tickets')) as { number: number }[]

  async function picture(name: string): Promise<void> {
    if (PICTURES) await kiosk.screenshot({ path: join(PICTURES, `${name}.png`) })
  }

  async function agent(): Promise<Api> {
    const api = await office.signIn('agent.victoria')
    await api.takeCounter('victoria', { counter: '1' })
    return api
  }

  it('gives numbers, also after the page began again, and hands them over: none lost, none twice', async () => {
    assert.equal(await take('en'), 'A001')
    await done()
    await office.kill()

    assert.equal(await take('fr'), 'K1-001')
    for (const words of ['Votre numéro est valide.', 'Your number is valid.']) {
      await kiosk.getByText(words).waitFor()
    }
    assert.equal(await kiosk.getByText(/avant vous|ahead of you/).count(), 0)
    await expectNoViolations(kiosk, { enhancedContrast: true })
    await picture('offline-ticket-fr')
    assert.equal((await kept()).length, 1)

    await kiosk.reload()
    assert.equal(await take('en'), 'K1-002')
    await picture('offline-ticket-en')
    await kiosk.setViewportSize({ width: 1920, height: 1080 })
    await picture('offline-ticket-en-lying')
    await expectNoViolations(kiosk, { enhancedContrast: true })
    await done()
    await picture('offline-welcome')
    assert.equal((await kept()).length, 2)

    await office.begin()
    await eventually(async () => (await kept()).length === 0, 'the tickets are handed over', 20_000)
    assert.equal(await take('en'), 'A002')

    const api = await agent()
    const called: string[] = []
    const arrivals: number[] = []
    for (;;) {
      const visit = await api.callNext('victoria', '1')
      if (!visit) break
      called.push(visit.ticket)
      arrivals.push(Date.parse(visit.arrivedAt))
      await api.begin(visit.id, {})
      await api.finish(visit.id, {})
    }
    assert.deepEqual(called, ['A001', 'K1-001', 'K1-002', 'A002'])
    assert.deepEqual(
      arrivals,
      arrivals.toSorted((a, b) => a - b),
    )
    // Two were given while nobody could have been told of them: told afterwards, as of then.
    assert.ok((arrivals[1] ?? 0) > (arrivals[0] ?? 0))
    assert.ok((arrivals[2] ?? 0) < (arrivals[3] ?? 0))
  })

  it('pretends no number when its storage is full, and says whom to speak to', async () => {
    await office.kill()
    await kiosk.evaluate(() => {
      const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')
        ?.value as () => IDBRequest
      IDBObjectStore.prototype.add = () => {
        IDBObjectStore.prototype.add = add
        throw new DOMException('The disk is full', 'QuotaExceededError')
      }
    })

    for (const name of WORDS.en) await kiosk.getByRole('button', { name }).first().tap()

    await kiosk.getByRole('heading', { name: 'Your number could not be given yet' }).waitFor()
    await kiosk.getByText(/please speak to a member of staff/).waitFor()
    await picture('offline-full')
    assert.deepEqual(await kept(), [])
    await kiosk.getByRole('button', { name: 'Try again' }).tap()
    await kiosk.getByRole('heading', { name: /K1-001/ }).waitFor()
  })
})
