// The figures of one agent, as they and their manager see them, in a real browser; and that nobody does
// where the office has not turned them on.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { openFigures } from './figures-pages.ts'
import { Screens } from './screens.ts'

describe('figures of one agent, end to end', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '3' })
    for (const minutes of [4, 8]) {
      await office.checkIn()
      const visit = await agent.callNext('victoria', '3')
      assert.ok(visit)
      office.clock.advance(MINUTE)
      await agent.begin(visit.id, {})
      office.clock.advance(minutes * MINUTE)
      await agent.finish(visit.id, { quantity: 3 })
    }
    await agent.leaveCounter('victoria')
    await office.app.rollups.written()
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await office.close()
  })

  const setShown = (agentFigures: boolean): Promise<void> =>
    configure(office, (settings) => ({ ...settings, agentFigures }))
  const figures = (username: string, path: string, options = {}): Promise<Page> =>
    openFigures(browser, office, username, path, options)
  const numberOf = (page: Page, name: string): Promise<string> =>
    page.locator('.big', { hasText: name }).locator('.big__number').first().innerText()

  it('F17 tells an agent why there are none, and their manager too', async () => {
    await setShown(false)
    // Nothing is asked for that would be refused: no error stands in the console.
    const agent = await figures('agent.victoria', 'own/victoria')
    await agent.getByText('This office shows no figures of single agents').waitFor()
    await agent.getByText(/not even your manager/).waitFor()
    await expectNoViolations(agent)

    const manager = await figures('manager.victoria', 'own/victoria')
    await manager.getByText(/They stay off unless the office turns them on/).waitFor()
    await expectNoViolations(manager)
  })

  it('F17 leads an agent by keyboard from the desk to their own figures and nowhere else', async () => {
    await setShown(true)
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '4')
    await desk.getByRole('link', { name: 'My figures' }).press('Enter')
    await desk.getByRole('heading', { name: 'My figures', level: 1 }).waitFor()
    await desk.locator('.big', { hasText: 'Served' }).first().waitFor()
    assert.equal(await numberOf(desk, 'Served'), '2')
    assert.equal(await numberOf(desk, 'Transactions'), '6')
    const ways = desk.getByRole('navigation', { name: 'Figures' }).getByRole('link')
    assert.deepEqual(await ways.allInnerTexts(), ['My figures'])
    const numbers = desk.locator('main').getByRole('link')
    assert.equal(await numbers.count(), 0, 'a number led to single visits')
    await expectNoViolations(desk)

    await desk.getByRole('combobox', { name: 'Period' }).selectOption('yesterday')
    await desk.getByText('No visits in this period.').waitFor()
    assert.match(desk.url(), /from=2026-06-01/)
    await desk.goto(`${office.origin}/figures/reports`)
    await desk.getByText('Your role does not see the figures of offices.').waitFor()
    await desk.getByRole('link', { name: 'Desk', exact: true }).press('Enter')
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .waitFor()
    await (await office.signIn('agent.victoria')).leaveCounter('victoria')
  })

  it('F17 F14 shows a manager one agent, and the visits behind each number', async () => {
    await setShown(true)
    const id = await office.idOf('agent.victoria')
    const page = await figures('manager.victoria', `own/victoria?agent=${id}`)
    await page.locator('.big', { hasText: 'Served' }).getByRole('link', { name: '2' }).click()
    await page.getByText('2 visits shown').waitFor()
  })

  it('F17 says so where an agent asks for another office', async () => {
    const expectedErrors = [/403/]
    const page = await figures('agent.victoria', 'own/cranbrook', { expectedErrors })
    await page.getByRole('alert').first().waitFor()
    assert.equal(await page.locator('.big').count(), 0)
    await expectNoViolations(page)
  })

  it('F17 says all of it in French', async () => {
    await setShown(true)
    const page = await figures('agent.victoria', 'own/victoria', { locale: 'fr-CA' })
    await page.getByRole('heading', { name: 'Mes chiffres', level: 1 }).waitFor()
    await page.getByText(/Ils ne sont comparés à ceux de personne/).waitFor()
    await expectNoViolations(page)
  })
})
