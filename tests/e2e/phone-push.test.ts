// Push on the page: asked for by a button and not before, and shown by the page's service worker. The
// browser's own push service cannot be reached from here: the subscription is one of a push service
// that this computer plays, and what that takes is handed to the worker by the browser's own tools.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { CDPSession, Page } from 'playwright-core'
import type { Api, PushSubscription } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openPushService, type PushService } from '../support/push-service.ts'

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true }
const ASK = { en: 'Tell me when it is my turn', fr: 'M’avertir quand c’est mon tour' }

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 })

describe('push on the phone', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice
  let agent: Api
  let service: PushService

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    agent = await office.signIn('agent.victoria')
    service = await openPushService()
  })
  afterEach(async () => {
    await browser.closePages().finally(async () => {
      await office.close()
      await service.close()
    })
  })
  after(() => browser.close())

  async function checkIn(language: 'en' | 'fr' = 'en') {
    office.clock.advance(1_000)
    const kiosk = await office.kiosk()
    return kiosk.addVisit('victoria', { requests: [{ service: 'driver-licence' }], language })
  }

  /** `answer`: what the person says when the browser asks; null: said no before. */
  async function open(path: string, answer: NotificationPermission | null): Promise<Page> {
    const page = await browser.openPage({ ...PHONE, keepsPages: true })
    await page.context().grantPermissions(answer === 'granted' ? ['notifications'] : [])
    await page.addInitScript(playBrowser, { subscription: service.subscription(), answer })
    await page.goto(office.origin + path)
    return page
  }

  it('A12 asks only when touched, then shows each message and opens the ticket', async () => {
    const mine = await checkIn()
    const page = await open(mine.follow ?? '', 'granted')
    await page.getByRole('button', { name: ASK.en }).waitFor()
    assert.equal(await page.evaluate(() => window.asked), 0)
    await expectNoViolations(page, { enhancedContrast: true })
    await page.getByRole('button', { name: ASK.en }).tap()
    await shows(page, /^This phone tells you when your turn is near/)
    assert.equal(await page.evaluate(() => window.asked), 1)
    await expectNoViolations(page, { enhancedContrast: true })

    const worker = await workerOf(page)
    assert.equal(worker.scope, `${office.origin}/t/`)
    await agent.callNext('victoria', '1')
    await eventually(() => service.taken.length === 1, 'the push service takes the call')
    const { message } = service.taken[0]!
    await worker.deliver(JSON.stringify({ ...message, kind: 'near', title: 'Soon' }))
    await eventually(async () => (await shown(page)).length === 1, 'the first is shown')
    await worker.deliver(JSON.stringify(message))
    await eventually(async () => (await shown(page))[0]?.tag === 'called', 'the call is shown')
    assert.deepEqual(await shown(page), [
      { title: message.title, body: message.body, lang: 'en', tag: 'called', path: mine.follow },
    ])
  })

  it('A12 goes on after the page is opened again, and stops when asked to', async () => {
    const mine = await checkIn('fr')
    const page = await open(mine.follow ?? '', 'granted')
    await page.getByRole('button', { name: ASK.fr }).tap()
    await shows(page, /^Ce téléphone vous avertit/)
    await page.reload()
    await shows(page, /^Ce téléphone vous avertit/)
    assert.equal((await office.db.reader('push_subscriptions')).length, 1)
    await expectNoViolations(page, { enhancedContrast: true })
    await page.getByRole('button', { name: 'Ne plus m’avertir' }).tap()
    await page.getByRole('button', { name: ASK.fr }).waitFor()
    await eventually(
      async () => (await office.db.reader('push_subscriptions')).length === 0,
      'the server knows the phone no more',
    )
  })

  it('A12 says so when the answer is no, and has no button where it was no before', async () => {
    const mine = await checkIn()
    const page = await open(mine.follow ?? '', 'denied')
    await page.getByRole('button', { name: ASK.en }).tap()
    await shows(page, /^Your browser does not allow messages from this page/)
    await expectNoViolations(page, { enhancedContrast: true })
    const other = await open(mine.follow ?? '', null)
    await shows(other, 'Turn on the sound')
    assert.equal(await other.getByRole('button', { name: ASK.en }).count(), 0)
  })
})

/** Runs in the page: the parts of the browser that need the network, or a person. */
function playBrowser(play: {
  subscription: PushSubscription
  answer: NotificationPermission | null
}): void {
  const { subscription, answer } = play
  window.asked = 0
  Object.defineProperty(Notification, 'permission', {
    get() {
      return answer === null ? 'denied' : answer === 'granted' ? 'granted' : 'default'
    },
  })
  Notification.requestPermission = () => {
    window.asked += 1
    return Promise.resolve(answer ?? 'denied')
  }
  const made = {
    endpoint: subscription.endpoint,
    toJSON() {
      return subscription
    },
    unsubscribe() {
      sessionStorage.removeItem('made')
      return Promise.resolve(true)
    },
  } as unknown as globalThis.PushSubscription
  PushManager.prototype.subscribe = () => {
    sessionStorage.setItem('made', 'yes')
    return Promise.resolve(made)
  }
  PushManager.prototype.getSubscription = () =>
    Promise.resolve(sessionStorage.getItem('made') === null ? null : made)
}

interface Worker {
  readonly scope: string
  deliver(data: string): Promise<void>
}

/** The page's service worker, and how the browser hands it a message. */
async function workerOf(page: Page): Promise<Worker> {
  const tools: CDPSession = await page.context().newCDPSession(page)
  const found: { registrationId: string; scopeURL: string }[] = []
  tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    found.push(...registrations)
  })
  await tools.send('ServiceWorker.enable')
  await eventually(() => found.length > 0, 'the worker is registered')
  const { registrationId, scopeURL: scope } = found[0]!
  const { origin } = new URL(scope)
  return {
    scope,
    async deliver(data) {
      await tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
    },
  }
}

/** The notifications on the phone. */
function shown(page: Page) {
  return page.evaluate(async () => {
    const registered = await navigator.serviceWorker.getRegistration('/t/')
    const list = (await registered?.getNotifications()) ?? []
    return list.map(({ title, body, lang, tag, data }) => {
      const { path } = data as { path: string }
      return { title, body, lang, tag, path }
    })
  })
}

declare global {
  interface Window {
    asked: number
  }
}
