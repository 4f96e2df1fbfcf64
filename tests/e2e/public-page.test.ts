// The public page of an office in a browser: live by itself, honest when cut off, readable without
// script, and at home in somebody else's page.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { OpeningHours } from '../../server/domain/settings.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR } from '../support/seeded.ts'

const PHONE = { width: 360, height: 780 }
const day = [{ from: 510, to: 990 }]
const HOURS: OpeningHours = {
  week: [day, day, day, day, day, [], []],
  exceptions: [
    { day: '2026-06-04', spans: [], words: { en: 'Staff training', fr: 'Formation du personnel' } },
  ],
}

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 5_000 })

describe('the public page of an office in a browser', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    await configure(office, (was) => ({ ...was, hours: HOURS }))
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  it('A17 follows the office by itself: who comes, what is stopped, the closing', async () => {
    const page = await browser.openPage({ viewport: PHONE })
    await page.goto(`${office.origin}/office/victoria`)
    await shows(page, 'Live: this page changes by itself')
    await shows(page, 'Nobody is waiting')
    await expectNoViolations(page)

    await office.checkIn()
    await shows(page, '1 person is waiting')
    const manager = await office.signIn('manager.victoria')
    await manager.stopIntake('victoria', { service: 'notary', reason: 'system-down' })
    await shows(page, 'Not given right now')
    await shows(page, 'The systems we need are not working. Again on Wednesday')
    await expectNoViolations(page)
    await manager.resumeIntake('victoria', { service: 'notary' })
    await page.getByText('Not given right now').waitFor({ state: 'hidden' })

    office.clock.advance(7.5 * HOUR)
    await shows(page, 'Closed now')
    await shows(page, 'Opens on Wednesday, June 3 at 8:30 a.m.')
    await expectNoViolations(page)
  })

  it('A17 D10 says in French that it is not live, and is again by itself', async () => {
    const page = await browser.openPage({
      locale: 'fr-CA',
      expectedErrors: [/ERR_INTERNET_DISCONNECTED/],
    })
    await page.goto(`${office.origin}/bureau/victoria`)
    await shows(page, 'En direct')
    await page.context().setOffline(true)
    await page.getByText(/Pas en direct depuis 9\sh/).waitFor({ timeout: 12_000 })
    await office.checkIn()
    await expectNoViolations(page)
    await page.context().setOffline(false)
    await shows(page, 'En direct')
    await shows(page, '1 personne attend')
  })

  it('A17 shows other hours as soon as they are published', async () => {
    const page = await browser.openPage()
    await page.goto(`${office.origin}/office/victoria`)
    await shows(page, 'Live')
    await configure(office, (was) => ({
      ...was,
      hours: { ...HOURS, week: HOURS.week.map(() => [{ from: 600, to: 720 }]) },
    }))
    await shows(page, '10:00 a.m. to 12:00 p.m.')
    await shows(page, 'Opens at 10:00 a.m.')
  })

  it('A17 can be read without any script, by keyboard, in the other language and among all offices', async () => {
    const context = await browser.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${office.origin}/office/victoria`)
    await shows(page, 'Open now')
    await shows(page, 'As of 9:00 a.m.')
    await shows(page, 'Thursday, June 4, 2026')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Service centres', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Centres de services', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Cranbrook' }).click()
    await shows(page, /12 Baker Street/)
    assert.equal(new URL(page.url()).pathname, '/bureau/cranbrook')
  })

  it('A17 keeps the list of offices, a wrong address and wide and narrow pages clean', async () => {
    const page = await browser.openPage({ expectedErrors: [/404/] })
    for (const path of ['/offices', '/bureaux', '/office/nowhere', '/bureau/dawson-creek']) {
      for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
        await page.setViewportSize(viewport)
        await page.goto(office.origin + path)
        await expectNoViolations(page)
        const [inside, outside] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ])
        assert.ok(inside <= outside, `${path} at ${viewport.width} px scrolls sideways`)
      }
    }
  })

  it('A17 lives in the page of another site, and only its short form does', async () => {
    const frame = (path: string): string =>
      `<iframe title="${path}" width="400" height="320" src="${office.origin}${path}"></iframe>`
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(frame('/office/victoria?embed') + frame('/office/victoria'))
    }).listen(0, '127.0.0.2')
    await new Promise((resolve) => site.once('listening', resolve))
    try {
      const page = await browser.openPage({
        expectedErrors: [/frame-ancestors|X-Frame-Options|404|ERR_BLOCKED/i],
      })
      await page.goto(`http://127.0.0.2:${(site.address() as AddressInfo).port}/`)
      const short = page.frameLocator('iframe >> nth=0')
      await short.getByText('Live: this page changes by itself').waitFor()
      await office.checkIn()
      await short.getByText('1 person is waiting').waitFor()
      assert.equal(await page.frameLocator('iframe >> nth=1').getByText('Open now').count(), 0)
    } finally {
      site.close()
    }
  })
})
