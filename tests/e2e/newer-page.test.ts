// Screens that stay open for months load the server's newer page by themselves, and never under
// somebody's hands.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openFigures } from './figures-pages.ts'
import { Screens } from './screens.ts'

const NOT_LIVE = /Not live since/
const CUT = { timePasses: true, expectedErrors: [/ERR_INTERNET_DISCONNECTED|WebSocket/] }
/** Longer than any screen waits for a quiet moment, ms. */
const LONG = 180_000

describe('a screen whose server has a newer page', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    screens = new Screens(office, browser)
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  /** The server comes back with another page; says how often this one has been loaded since. */
  async function comesBackNewer(page: Page): Promise<() => number> {
    let [asked, loads] = [0, 0]
    page.on('domcontentloaded', () => (loads += 1))
    await page.route(page.url(), async (route) => {
      if (route.request().isNavigationRequest()) return route.continue()
      asked += 1
      await route.fulfill({ body: '<script type="module" src="/assets/newer.js"></script>' })
    })
    await page.context().setOffline(true)
    await page.getByText(NOT_LIVE).first().waitFor({ timeout: 10_000 })
    await page.context().setOffline(false)
    await page.getByText(NOT_LIVE).first().waitFor({ state: 'hidden' })
    await eventually(() => asked > 0, 'the page at the server was looked at')
    return () => loads
  }

  /** What this page says to the server passes through here from its next load on, and may be made old. */
  async function olderContract(page: Page): Promise<{ isOld(old: boolean): Promise<void> }> {
    let old = false
    let hangUp = (): Promise<void> => Promise.resolve()
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      hangUp = () => socket.close()
      socket.onMessage((message) => {
        const said = String(message)
        server.send(old ? said.replace(/"contract":\d+/, '"contract":-7') : said)
      })
    })
    return {
      async isOld(next) {
        old = next
        await hangUp()
      },
    }
  }

  /** Once a page that has begun to load again would have shown it. */
  async function settled(loads: () => number): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, 700))
    return loads()
  }

  it('a kiosk loads it once nobody has stood there for a while, and lets people finish', async () => {
    const kiosk = await screens.kiosk(CUT)
    await kiosk.getByRole('button', { name: 'English' }).tap()
    const loads = await comesBackNewer(kiosk)
    await kiosk.clock.fastForward(15_000)
    assert.equal(await settled(loads), 0)

    // Back at its start first, which nobody asked for any more; then at rest.
    await kiosk.clock.fastForward(LONG)
    await kiosk.clock.fastForward(LONG)

    await eventually(() => loads() === 1, 'the kiosk has the newer page')
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
  })

  it('a desk loads it when it is left alone, and not while somebody is served or writes', async () => {
    await office.checkIn('notary')
    const desk = await screens.deskAt('agent.victoria', '1', CUT)
    await desk.getByRole('option', { name: /N001/ }).waitFor()
    const loads = await comesBackNewer(desk)
    await desk.keyboard.press('n')
    await desk.getByRole('searchbox').waitFor()
    await desk.clock.fastForward(LONG)
    assert.equal(await settled(loads), 0)

    await desk.keyboard.press('Escape')
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .click()
    await desk
      .getByRole('button', { name: /^Begin/ })
      .first()
      .waitFor()
    await desk.clock.fastForward(LONG)
    assert.equal(await settled(loads), 0)

    await desk
      .getByRole('button', { name: /^Begin/ })
      .first()
      .click()
    await desk
      .getByRole('button', { name: /^Finish/ })
      .first()
      .click()
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .waitFor()
    assert.equal(loads(), 0)
    await desk.clock.fastForward(LONG)
    await eventually(() => loads() === 1, 'the desk has the newer page')
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .waitFor()
  })

  it('figures on a wall load it once nobody touches them', async () => {
    const figures = await openFigures(browser, office, 'manager.victoria', 'now/victoria', CUT)
    await figures.getByText(/^Live/).first().waitFor()
    const loads = await comesBackNewer(figures)
    assert.equal(await settled(loads), 0)
    await figures.clock.fastForward(LONG)
    await eventually(() => loads() === 1, 'the figures have the newer page')
  })

  it('a desk that is too old for the server loads again by itself, and keeps what is half written', async () => {
    const desk = await screens.deskOf('agent.victoria', CUT)
    const contract = await olderContract(desk)
    await desk.reload()
    await screens.takeCounter(desk, '1')
    let loads = 0
    desk.on('domcontentloaded', () => (loads += 1))
    await desk.keyboard.press('n')
    await desk.getByRole('searchbox').waitFor()
    await contract.isOld(true)
    await desk.getByText('This page is older than the server. Reload it.').first().waitFor()
    await desk.clock.fastForward(LONG)
    assert.equal(await settled(() => loads), 0)

    await desk.keyboard.press('Escape')
    await contract.isOld(false)
    await desk.clock.fastForward(10_000)
    await eventually(() => loads === 1, 'the desk has loaded again')
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .waitFor()
  })
})
