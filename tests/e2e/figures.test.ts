// Figures as managers, directors and executives use them, in a real browser, over one morning that
// really happened in an office: live, in reports, and down to single visits.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { configure } from '../support/configure.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openFigures } from './figures-pages.ts'
import { Screens } from './screens.ts'

const MINUTE = 60_000
/** What the office calls too long, and nobody waits as long. */
const TOO_LONG = 31

describe('the figures, end to end', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
    screens = new Screens(office, browser)
    await morning()
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await office.close()
  })

  /** Three are served after 6, 11 and 16 minutes, one does not come, one leaves before a call. */
  async function morning(): Promise<void> {
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '3' })
    for (let n = 0; n < 4; n += 1) {
      await office.checkIn(n === 1 ? 'health-card' : 'driver-licence')
      office.clock.advance(MINUTE)
    }
    const leaving = await office.checkIn('health-card')
    for (let n = 0; n < 4; n += 1) {
      office.clock.advance(2 * MINUTE)
      const visit = await agent.callNext('victoria', '3')
      assert.ok(visit)
      if (n === 3) {
        await agent.noShow(visit.id, {})
        continue
      }
      await agent.begin(visit.id, {})
      office.clock.advance(4 * MINUTE)
      await agent.finish(visit.id, {})
    }
    await (await office.signIn('manager.victoria')).leave(leaving.id, {})
    await agent.leaveCounter('victoria')
    await office.app.rollups.written()
  }

  const figures = (username: string, path: string, options = {}): Promise<Page> =>
    openFigures(browser, office, username, path, options)
  const numberOf = (page: Page, name: string): Promise<string> =>
    page.locator('.big', { hasText: name }).locator('.big__number').first().innerText()

  it('F5 follows a call live, and F8 tells of a threshold that is crossed', async () => {
    const page = await figures('manager.victoria', 'now/victoria')
    await page.getByText('No: nobody is waiting').waitFor()
    assert.equal(await numberOf(page, 'Served'), '3')

    await office.checkIn('driver-licence')
    await page.getByText('No: nobody waits for long').waitFor()
    assert.equal(await numberOf(page, 'Waiting now'), '1')
    office.clock.advance(TOO_LONG * MINUTE)
    await page.getByText('Yes: 1 ticket has waited 30 minutes or more').waitFor()
    await page
      .getByRole('alert')
      .getByText(/has waited 30 minutes: Driver’s licence/)
      .waitFor()
    await page
      .getByText(/^No agent at a counter takes Driver’s licence.*: 1 ticket cannot be called/)
      .waitFor()
    await page
      .getByText(/^1 ticket waits and no counter is open; without an agent: Counter 1/)
      .waitFor()
    await page.getByRole('button', { name: 'What would help' }).click()
    await page.getByText(/By how much the wait would become shorter is not said/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Hide' }).click()

    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '3' })
    const visit = await agent.callNext('victoria', '3')
    assert.ok(visit)
    await agent.begin(visit.id, {})
    await page.getByText('No: nobody is waiting').waitFor()
    await page.getByRole('row', { name: /Counter 3.*Serving/ }).waitFor()
    await agent.finish(visit.id, {})
    await page.locator('.big__number', { hasText: /^4$/ }).first().waitFor()
    await agent.leaveCounter('victoria')
  })

  it('F23 defines a figure by keyboard, in both languages, and gives the focus back', async () => {
    const page = await figures('manager.victoria', 'now/victoria')
    const name = page.getByRole('button', { name: 'Within target' }).first()
    await name.focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog', { name: 'Within target' })
      .getByText(/Of those served/)
      .waitFor()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    assert.equal(await name.evaluate((button) => button === document.activeElement), true)

    await page.keyboard.press('y')
    await page.getByRole('button', { name: 'Dans la cible' }).first().press('Enter')
    await page.getByRole('dialog', { name: 'Dans la cible' }).getByText(/Parmi/).waitFor()
  })

  it('F12 F14 leads from a filter to a number, its visits and the story of one, and back', async () => {
    await office.app.rollups.written()
    const page = await figures('manager.victoria', 'reports')
    await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('health-card')
    await page.getByRole('button', { name: 'Take away Service: Health card: replace' }).waitFor()
    assert.match(page.url(), /services=health-card/)
    await page.locator('.big', { hasText: 'Visits' }).getByRole('link', { name: '2' }).waitFor()

    await page.locator('.big', { hasText: 'Left before the call' }).getByRole('link').click()
    await page.getByText('1 visit shown').waitFor()
    await page.getByRole('link', { name: /^The story of/ }).click()
    await page.waitForURL(/\/figures\/visits\/[^?]/)
    await page.getByText('Arrived', { exact: true }).first().waitFor()
    await page.goBack()
    await page.getByText('1 visit shown').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Take away Service: Health card: replace' }).click()
    await page.getByRole('link', { name: '6' }).first().waitFor()
    assert.doesNotMatch(page.url(), /services/)
  })

  it('F6 puts offices side by side for a director, sorted as asked', async () => {
    const page = await figures('director', 'province?show=table')
    const offices = page.getByRole('region', { name: 'Offices now' }).getByRole('rowheader')
    await offices.first().waitFor()
    assert.match(await offices.first().innerText(), /Victoria/)

    await page.getByRole('button', { name: 'Sort by Office' }).click()
    assert.match(await offices.first().innerText(), /Cranbrook/)
    assert.equal(
      await page.getByRole('columnheader', { name: /Office/ }).getAttribute('aria-sort'),
      'ascending',
    )
    await page.getByRole('button', { name: 'Over time' }).click()
    await page
      .getByRole('region', { name: 'Offices', exact: true })
      .getByText(/there is no record of the year before/)
      .waitFor()
  })

  it('F6 shows an executive the province from the sign-in on, and no single visit', async () => {
    const page = await screens.desk()
    await page.getByLabel('User name').fill('executive')
    await page.getByLabel('Password').fill('guichet')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'All offices', level: 1 }).waitFor()
    await page.getByText('3 offices in all').waitFor()
    await page.goto(`${office.origin}/figures/visits`)
    await page.getByText('Your role sees figures, and not the visits behind them.').waitFor()
  })

  it('sends an agent to the desk', async () => {
    const page = await figures('agent.victoria', 'now/victoria')
    await page.getByText('Your role does not see the figures of offices.').waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Go to the desk' }).click()
    await page.getByRole('heading', { name: 'Choose a counter' }).waitFor()
  })

  it('says that another office is not theirs, and that a period is empty', async () => {
    const expectedErrors = [/403 \(Forbidden\)/]
    const page = await figures('manager.victoria', 'now/cranbrook', { expectedErrors })
    await page.getByRole('alert').getByText('You may not see this office’s figures.').waitFor()
    await page.getByRole('heading', { name: 'Office now', level: 1 }).waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Show your offices' }).press('Enter')
    await page.getByRole('heading', { name: 'Victoria now', level: 1 }).waitFor()
    const regional = await figures('director.island', 'province?region=north', { expectedErrors })
    await regional.getByRole('alert').getByText('You may not see this region’s figures.').waitFor()
    await regional.getByRole('heading', { name: 'Offices', level: 1 }).waitFor()
    await regional.getByRole('link', { name: 'Show your offices' }).press('Enter')
    await regional.getByText('Live').first().waitFor()
    await regional.goto(`${office.origin}/figures/now/dawson-creek`)
    await regional.getByText('You may not see this office’s figures.').waitFor()
    assert.equal(await regional.getByText('dawson-creek now').count(), 0)
    const director = await figures('director', 'now/atlantis')
    await director.getByRole('alert').getByText('There is no such office.').waitFor()
    const picker = director.getByRole('combobox', { name: 'Office' })
    assert.equal(
      await picker.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.label),
      'atlantis: not among your offices',
    )
    await page.goto(`${office.origin}/figures/reports?services=licence-of-old&offices=cranbrook`)
    await page.getByText('You see the figures of your own office or region').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0)
    // Said once, and no panel that stays empty.
    assert.equal(await page.getByRole('alert').count(), 1)
    assert.equal(await page.getByRole('heading', { level: 2 }).count(), 0)
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Show your offices' }).press('Enter')
    await page.getByRole('heading', { name: 'The week by half hour' }).waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
    await page.getByText('Victoria · licence-of-old (no longer offered)').waitFor()
    await page.goto(`${office.origin}/figures/reports?from=2020-01-01&to=2020-02-01`)
    await page.getByText('No visits: nothing happened here in this period').first().waitFor()
    await expectNoViolations(page)
  })

  it('says once that a report is cut off, and asks by itself when it is no more', async () => {
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|WebSocket/]
    const page = await figures('manager.victoria', 'reports', { expectedErrors })
    const visits = page.locator('.big', { hasText: 'Visits' }).getByRole('link')
    await visits.waitFor()
    await page.context().setOffline(true)
    await page.getByRole('combobox', { name: 'Compare' }).selectOption('before')
    const alert = page.getByRole('alert')
    await alert.getByText('The figures could not be had: the server does not answer.').waitFor()
    assert.equal(await alert.count(), 1)
    assert.ok(!(await visits.isVisible()), 'they answer another question')
    await expectNoViolations(page)

    await page.context().setOffline(false)
    await page.getByRole('columnheader', { name: 'Visits: change' }).waitFor()
    await alert.waitFor({ state: 'hidden' })
  })

  it('says since when it is not live', async () => {
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|WebSocket/]
    const page = await figures('manager.victoria', 'now/victoria', { expectedErrors })
    await page.getByText('No: nobody is waiting').waitFor()
    await page.context().setOffline(true)
    await page.getByText(/^Not live since/).waitFor({ timeout: 15_000 })
    await expectNoViolations(page)
  })

  for (const [locale, language] of [
    ['en-CA', 'en'],
    ['fr-CA', 'fr'],
  ] as const) {
    it(`every page keeps to WCAG 2.2 AA in its language (${language})`, async () => {
      const page = await figures('manager.victoria', 'now/victoria', { locale })
      for (const path of [
        ...['now/victoria', 'province', 'province?show=table', 'province?show=over-time'],
        ...['reports?compare=year', 'visits', 'quality/victoria', 'cost', 'definitions'],
      ]) {
        await page.goto(`${office.origin}/figures/${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page
          .getByText(/One moment…|Un instant…/)
          .first()
          .waitFor({ state: 'hidden' })
        await expectNoViolations(page)
        assert.equal(await page.locator('html').getAttribute('lang'), language)
      }
    })
  }

  it('F5 F9 F6 is read at 200 % zoom without scrolling sideways', async () => {
    // A window of 1280 by 800 at 200 % has half as many CSS pixels.
    const half = { viewport: { width: 640, height: 400 } }
    // Somebody who has waited for long: what is only heard in a table must not widen the page.
    await office.checkIn('notary')
    office.clock.advance(20 * MINUTE)
    for (const [username, path] of [
      ['manager.victoria', 'now/victoria'],
      ['manager.victoria', 'reports'],
      ['manager.victoria', 'quality/victoria'],
      ['director', ''],
      ['director', 'province?show=table'],
    ] as const) {
      const page = await figures(username, path, half)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.big__number, .table').first().waitFor()
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(beyond <= 0, `${page.url()}: ${beyond} px`)
    }
  })

  it('F8 F9 shows everybody over target, and says beside the share that they are not in it', async () => {
    for (let n = 0; n < 7; n += 1) await office.checkIn('notary')
    office.clock.advance(TOO_LONG * MINUTE)
    const page = await figures('manager.victoria', 'now/victoria')
    const over = page.getByRole('region', { name: 'Over target, or soon' })
    await over.getByRole('button', { name: /^Show \d+ more/ }).press('Enter')
    assert.equal(await over.getByRole('rowheader').count(), 8)
    await page.getByText('8 still waiting are over the target').waitFor()
    await page.getByText('8 who still wait are over the target.').waitFor()
    await page.getByText('The office is open, and no counter is staffed.').waitFor()
    await expectNoViolations(page)

    const executive = await figures('executive', 'now/victoria')
    await executive.getByText('Yes: 8 tickets have waited 30 minutes or more').waitFor()
    await executive.goto(`${office.origin}/figures/province`)
    await executive.getByRole('link', { name: /Victoria.*8 still waiting are over/ }).waitFor()
    await executive.getByRole('link', { name: /Cranbrook.*open, no counter staffed/ }).waitFor()
    await executive.goto(`${office.origin}/figures/province?show=table`)
    await executive
      .getByRole('row', { name: /Victoria.*8 still waiting are over the target/ })
      .waitFor()
    await expectNoViolations(executive)
  })

  it('F14 calls a service that is offered no more by its name, and offers it no more', async () => {
    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.filter(({ code }) => code !== 'health-card'),
    }))
    const page = await figures('manager.victoria', 'reports?services=health-card')
    const NAME = 'Health card: replace'
    await page.getByText(`Victoria · ${NAME}`).waitFor()
    await page.getByRole('button', { name: `Take away Service: ${NAME}` }).waitFor()
    await page.getByRole('rowheader', { name: NAME, exact: true }).waitFor()
    const choices = page.getByRole('combobox', { name: 'Service', exact: true })
    assert.ok(!(await choices.innerText()).includes(NAME))

    await page.locator('.big', { hasText: 'Left before the call' }).getByRole('link').click()
    await page.getByRole('cell', { name: NAME }).waitFor()
    await page.getByRole('link', { name: /^The story of/ }).click()
    await page.getByText(`· ${NAME}`).waitFor()

    // The day is made anew, and the service is of the category that it was of.
    await office.checkIn('notary')
    await office.app.rollups.written()
    await page.goto(`${office.origin}/figures/reports?by=category`)
    await page.getByRole('rowheader', { name: 'Health care' }).waitFor()
  })
})
