// What a report does with the questions that managers put to it: while the server is away, by keyboard,
// and for periods and filters that leave nothing.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { FigureAnswer } from '../../server/protocol/figures.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { openFigures } from './figures-pages.ts'

describe('the questions of a report, end to end', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '3' })
    for (let n = 0; n < 2; n += 1) {
      const { id } = await office.checkIn()
      office.clock.advance(5 * MINUTE)
      await agent.begin(id, {})
      office.clock.advance(5 * MINUTE)
      await agent.finish(id, {})
    }
    await office.app.rollups.written()
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await office.close()
  })

  const report = (query = '', options = {}): Promise<Page> =>
    openFigures(browser, office, 'manager.victoria', `reports${query}`, options)
  const visitsOf = (page: Page) => page.locator('.big', { hasText: 'Visits' }).first()

  it('F12 shows no numbers under the heading of a period that nobody could answer for', async () => {
    const page = await report('', { expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
    await visitsOf(page).getByRole('link', { name: '2' }).waitFor()
    await page.getByRole('heading', { name: 'The week by half hour' }).waitFor()
    await page.getByRole('region', { name: /^Wait in minutes/ }).waitFor()

    await page.context().setOffline(true)
    await page.getByRole('combobox', { name: 'Period' }).selectOption('today')
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    assert.equal(await page.locator('.big, .sheet table').count(), 0)

    await page.context().setOffline(false)
    await visitsOf(page).getByRole('link', { name: '2' }).waitFor()
    await page.getByRole('region', { name: /^Wait in minutes/ }).waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
  })

  it('F12 asks for all sections again by one press, once the server is back', async () => {
    const page = await report('', { expectedErrors: [/ERR_CONNECTION_REFUSED/] })
    await visitsOf(page).waitFor()
    const asked = '**/api/v1/figures**'
    await page.route(asked, (route) => route.abort('connectionrefused'))
    await page.getByRole('combobox', { name: 'Period' }).selectOption('today')
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await page.unroute(asked)
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    await visitsOf(page).waitFor()
    await page.getByRole('region', { name: /^Wait in minutes/ }).waitFor()
    await page.getByRole('table').filter({ hasText: 'Total' }).waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
    await expectNoViolations(page)
  })

  it('F14 says of a number how it changed, and of its share how that changed, in points', async () => {
    const leaving = await office.checkIn()
    office.clock.advance(MINUTE)
    await (await office.signIn('manager.victoria')).leave(leaving.id, {})
    await office.app.rollups.written()
    const answers = '**/api/v1/figures/compare'
    const page = await report()
    await visitsOf(page).waitFor()
    // Of the period before: 8 of 100 left; now 1 of 3.
    await page.route(answers, async (route) => {
      const response = await route.fetch()
      const { now } = (await response.json()) as { now: FigureAnswer }
      const before = structuredClone(now)
      const { counts, shares } = before.total
      await route.fulfill({
        response,
        json: {
          now,
          before: {
            ...before,
            total: {
              ...before.total,
              counts: { ...counts, visits: 100, left: 8 },
              shares: { ...shares, left: { numerator: 8, denominator: 100, share: 0.08 } },
            },
          },
        },
      })
    })
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('before')
    const left = page.locator('.big', { hasText: 'Left before the call' })
    await left.getByText('33.3% · +25.3 points').waitFor()
    assert.match(await left.locator('.big__number').innerText(), /^1\s+−87\.5%$/)
  })

  it('F12 asks for a typed date once, when it is whole, and says at the field why it does not', async () => {
    const page = await report('?from=2026-06-01&to=2026-06-03')
    await page.getByRole('table').filter({ hasText: 'Total' }).waitFor()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/figures')) asked.push(request.postData() ?? '')
    })
    const entries = () => page.evaluate(() => history.length)
    const before = await entries()
    const from = page.getByLabel('From', { exact: true })
    await from.focus()
    await page.keyboard.type('05202026')
    assert.equal(await from.inputValue(), '2026-05-20')
    assert.deepEqual([asked.length, await entries()], [0, before])
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=2026-05-20&to=2026-06-03/)
    await page.getByText('May 20, 2026').first().waitFor()
    assert.equal(await entries(), before + 1)
    assert.deepEqual(
      [...new Set(asked.map((body) => (JSON.parse(body) as { from: string }).from))],
      ['2026-05-20'],
    )

    for (const [typed, why] of [
      ['05200202', 'Give a day from the years 2000 to 2100.'],
      ['05202012', 'A period is at most ten years.'],
      ['06202026', 'The last day is before the first.'],
    ] as const) {
      await from.blur()
      asked.length = 0
      await from.focus()
      await page.keyboard.type(typed)
      await from.blur()
      await page.getByRole('alert').getByText(why).waitFor()
      assert.equal(await from.getAttribute('aria-invalid'), 'true')
      assert.equal(asked.length, 0)
    }
    await expectNoViolations(page)
    // The other end is not moved in silence; once it is, both are asked for.
    await page.getByLabel('To', { exact: true }).fill('2026-06-21')
    await page.waitForURL(/from=2026-06-20&to=2026-06-22/)
    assert.equal(await page.getByRole('alert').count(), 0)
    assert.equal(await entries(), before + 2)
  })

  it('F12 names the one office of its manager, and when it was told', async () => {
    const page = await report('', { locale: 'fr-CA' })
    const head = page.locator('.page-head')
    await head.getByText(/^En date du 2 juin 2026, \d+\u00a0h\u00a0\d\d$/).waitFor()
    await head.getByText('Victoria', { exact: true }).waitFor()
    assert.equal(await page.getByText('Tous vos bureaux').count(), 0)
  })

  it('F12 says that filters leave nothing, and keeps the focus where one was taken away', async () => {
    const page = await report('?services=health-card,notary&kind=booked')
    await page.getByText('No visit matches these filters').first().waitFor()
    assert.equal(await page.getByText('nothing happened here').count(), 0)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    const take = (name: string) => page.getByRole('button', { name: `Take away ${name}` })
    await take('Service: Health card').press('Enter')
    await page.waitForURL(/services=notary/)
    await take('Service: Health card').waitFor({ state: 'detached' })
    assert.match((await focused()) ?? '', /^Service: Notary/)
    await take('Service: Notary').press('Enter')
    await take('Service: Notary').waitFor({ state: 'detached' })
    assert.match((await focused()) ?? '', /^Appointment/)
    await take('Appointment').press('Enter')
    await take('Appointment').waitFor({ state: 'detached' })
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'What the report looks at',
    )
  })

  it('F10 names a cell of the week by what is seen in it', async () => {
    // Another half hour, of a wait that is told to the second elsewhere.
    office.clock.advance(31 * MINUTE)
    const { id } = await office.checkIn()
    office.clock.advance(1.2 * MINUTE)
    await (await office.signIn('agent.victoria')).begin(id, {})
    await office.app.rollups.written()
    const page = await report()
    const cells = page.getByRole('region', { name: /^Wait in minutes/ }).getByRole('link')
    await cells.first().waitFor()
    for (const cell of await cells.all()) {
      const name = (await cell.getAttribute('aria-label')) ?? ''
      assert.ok(name.includes(`: ${(await cell.innerText()).trim()}`), name)
    }
  })
})
