// The phone: a ticket followed by its link, in both languages, through all that can become of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { Api } from '#protocol'
import {
  expectNoViolations,
  openBrowser,
  type PageOptions,
  type TestBrowser,
} from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

const PHONE = { width: 360, height: 780 }
const PAGES = join(import.meta.dirname, '../../dist/pages')
const SCRIPT_MOST = 90_000

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 })
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).tap()

describe('the phone', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice
  let agent: Api

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    agent = await office.signIn('agent.victoria')
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  async function checkIn(language: 'en' | 'fr' = 'en') {
    office.clock.advance(1_000)
    const kiosk = await office.kiosk()
    return kiosk.addVisit('victoria', { requests: [{ service: 'driver-licence' }], language })
  }

  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const page = await browser.openPage({ viewport: PHONE, hasTouch: true, ...options })
    await page.addInitScript(() => {
      window.shakes = 0
      navigator.vibrate = () => {
        window.shakes += 1
        return true
      }
    })
    await page.goto(office.origin + path)
    return page
  }

  it('A12 moves by itself, says why, calls with a counter and vibration, and ends', async () => {
    const first = await checkIn()
    const mine = await checkIn()
    const page = await open(mine.follow ?? '')
    await page.getByRole('heading', { name: `Your number ${mine.ticket}` }).waitFor()
    await shows(page, '1 person is ahead of you')
    await shows(page, 'Live')
    await expectNoViolations(page, { enhancedContrast: true })

    const greeter = await office.signIn('greeter.victoria')
    office.clock.advance(1_000)
    const requests = [{ service: 'driver-licence' }]
    const urgent = await greeter.addVisit('victoria', { requests, priority: 'priority' })
    await shows(page, '2 people are ahead of you')
    await shows(page, 'Somebody who cannot wait as long goes first.')
    await expectNoViolations(page, { enhancedContrast: true })

    for (const id of [urgent.id, first.id]) {
      await agent.callNext('victoria', '1')
      await agent.begin(id, {})
      await agent.finish(id, { outcome: 'done' })
    }
    await shows(page, 'You are next. Please stay near the counters.')
    await agent.callNext('victoria', '1')
    await shows(page, 'It is your turn')
    await shows(page, 'Counter 1')
    assert.equal(await page.evaluate(() => window.shakes), 1)
    assert.equal(await page.title(), `${mine.ticket}: Counter 1`)
    await agent.recall(mine.id, {})
    await page.waitForFunction(() => window.shakes === 2)
    await expectNoViolations(page, { enhancedContrast: true })
    await agent.begin(mine.id, {})
    await shows(page, 'You are being served')
    await agent.hold(mine.id, {})
    await shows(page, 'You will be called again')
    await expectNoViolations(page, { enhancedContrast: true })
    await agent.begin(mine.id, { counter: '1' })
    await agent.finish(mine.id, { outcome: 'done' })
    await shows(page, 'Your visit has ended')
    assert.equal(await page.getByRole('button', { name: 'Leave the queue' }).count(), 0)
    await expectNoViolations(page, { enhancedContrast: true })
  })

  it('A7 A12 speaks the language of the visit, and the other when asked', async () => {
    const mine = await checkIn('fr')
    const page = await open(mine.follow ?? '')
    await page.getByRole('heading', { name: `Votre numéro ${mine.ticket}` }).waitFor()
    await shows(page, 'Personne n’est devant vous')
    assert.equal(await page.getAttribute('html', 'lang'), 'fr')
    await expectNoViolations(page, { enhancedContrast: true })
    await press(page, 'English')
    await shows(page, 'Nobody is ahead of you')
    assert.equal(await page.getAttribute('html', 'lang'), 'en')
    await agent.callNext('victoria', '1')
    await press(page, 'Français')
    await shows(page, 'C’est votre tour')
    await shows(page, 'Guichet 1')
  })

  it('A12 leaves the queue once it is asked again, and not when one thinks better of it', async () => {
    const mine = await checkIn()
    const page = await open(mine.follow ?? '')
    await press(page, 'Leave the queue')
    await page.getByRole('heading', { name: 'Leave the queue?' }).waitFor()
    const answer = await page.getByRole('button', { name: 'No, stay' }).boundingBox()
    assert.ok(answer && answer.y + answer.height <= PHONE.height, 'the whole question is in sight')
    await expectNoViolations(page, { enhancedContrast: true })
    await press(page, 'No, stay')
    assert.equal((await agent.visit(mine.id)).state, 'waiting')
    await press(page, 'Leave the queue')
    await page.getByRole('button', { name: 'Yes, leave' }).dblclick()
    await shows(page, 'You have left the queue')
    assert.equal((await agent.visit(mine.id)).state, 'left')
    await expectNoViolations(page, { enhancedContrast: true })
  })

  it('A13 gives more time twice, says what the second means, and why none is given', async () => {
    const mine = await checkIn()
    const page = await open(mine.follow ?? '', { expectedErrors: [/409 .*more-time/] })
    await press(page, 'I need more time')
    await press(page, 'Yes, let them go first')
    await shows(page, 'Nobody is waiting behind you: you keep your place.')
    for (let n = 0; n < 5; n += 1) await checkIn()
    await press(page, 'I need more time')
    await press(page, 'Yes, let them go first')
    await shows(page, '3 people are ahead of you')
    await shows(page, 'You asked for more time: others go first.')
    await press(page, 'I need more time')
    await shows(page, /After this, be in the room when you are called/)
    await expectNoViolations(page, { enhancedContrast: true })
    await press(page, 'Yes, let them go first')
    await shows(page, '5 people are ahead of you')
    await shows(page, 'You have had more time twice. Please be in the room now.')
    assert.equal(await page.getByRole('button', { name: 'I need more time' }).count(), 0)
  })

  it('A12 says since when it is not live, keeps what was asked, and is itself again', async () => {
    const mine = await checkIn()
    const page = await open(mine.follow ?? '', { expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
    await shows(page, 'Live')
    await page.context().setOffline(true)
    await page
      .getByText(/Not live since 9:00\sa\.m\.; watch the board/)
      .waitFor({ timeout: 10_000 })
    await expectNoViolations(page, { enhancedContrast: true })
    await page.setViewportSize({ width: 320, height: 420 })
    await press(page, 'Leave the queue')
    const top = await page.getByText(/Not live since/).evaluate((line) => {
      scrollTo(0, document.body.scrollHeight)
      return line.getBoundingClientRect().top
    })
    assert.ok(top >= 0, `however far one has scrolled, it is in sight: ${top}`)
    await press(page, 'Yes, leave')
    await shows(page, 'Not sent: there is no connection. Please try again.')
    await page.context().setOffline(false)
    await shows(page, 'Live')
    await shows(page, 'Connected again. Nothing was sent: please try again.')
    await press(page, 'Leave the queue')
    await press(page, 'Yes, leave')
    await shows(page, 'You have left the queue')
  })

  it('A12 shows number and place without a script, in the language of the visit', async () => {
    await checkIn()
    const mine = await checkIn('fr')
    const context = await browser.browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
    const page = await context.newPage()
    await page.goto(office.origin + (mine.follow ?? ''))
    await page.getByRole('heading', { name: `Votre numéro est ${mine.ticket}` }).waitFor()
    await shows(page, '1 personne est devant vous')
    await shows(page, /^Sans script, cette page/)
    await agent.callNext('victoria', '1')
    await page.reload()
    await shows(page, 'Personne n’est devant vous')
  })

  it('A12 shows nobody to whoever changes a character of the link', async () => {
    const { follow = '' } = await checkIn()
    const wrong = follow.slice(0, -1) + (follow.endsWith('A') ? 'B' : 'A')
    const page = await open(wrong, { expectedErrors: [/404/] })
    await page.getByRole('heading', { name: 'This link follows no number any more' }).waitFor()
    await expectNoViolations(page, { enhancedContrast: true })
  })

  it('A12 is kept by nobody and found by no search engine', async () => {
    const { follow = '' } = await checkIn()
    const { headers, status } = await office.request('GET', follow)
    assert.equal(status, 200)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-robots-tag'), 'noindex')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
  })

  it('A12 needs less than 90 kB of script, compressed', () => {
    const html = readFileSync(join(PAGES, 'kiosk/phone/index.html'), 'utf8')
    const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
      ([, file]) => file,
    )
    assert.ok(scripts.length > 0)
    const size = scripts.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(PAGES, file ?? ''))).length,
      0,
    )
    assert.ok(size < SCRIPT_MOST, `${size} bytes`)
  })
})

declare global {
  interface Window {
    shakes: number
  }
}
