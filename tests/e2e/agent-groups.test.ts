// Groups of agents as a manager makes them and reports are narrowed to one, in a real browser.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openFigures } from './figures-pages.ts'

describe('groups of agents, end to end', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await browser.close()
    await office.close()
  })

  it('F17 are made by keyboard, with what is wrong said before anything is saved', async () => {
    const page = await openFigures(browser, office, 'manager.victoria', 'own/victoria')
    await page.getByRole('link', { name: 'Groups of agents' }).press('Enter')
    await page.getByRole('heading', { name: 'Groups of agents' }).waitFor()
    await page.getByRole('button', { name: 'Add a group' }).press('Enter')
    await page.keyboard.type('Front counter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('A group needs a name in both languages.').waitFor()
    const french = page.getByLabel('Name in French')
    assert.equal(await french.evaluate((field) => field === document.activeElement), true)
    await page.keyboard.type('Guichets avant')
    const selects = await page.getByRole('combobox').all()
    for (const select of selects.slice(0, 2)) await select.selectOption('Front counter')
    await page.getByRole('button', { name: 'Save these groups' }).press('Enter')
    await page.getByText(/Front counter has fewer than three agents/).waitFor()
    await expectNoViolations(page)

    for (const select of selects) await select.selectOption('Front counter')
    await page.getByText('Every agent is in a group.').waitFor()
    await page.getByRole('button', { name: 'Save these groups' }).press('Enter')
    await page.getByText('Saved: 1 group.').waitFor()
    await expectNoViolations(page)
  })

  it('F17 narrow a report, for whoever sees the office and in their language', async () => {
    const page = await openFigures(browser, office, 'director', 'reports', { locale: 'fr-CA' })
    await page.getByLabel('Groupe d’agents et agentes').selectOption({ label: 'Guichets avant' })
    await page.getByRole('button', { name: /Retirer.*Guichets avant/ }).waitFor()
    assert.match(page.url(), /agentGroups=front-counter/)
    await page.getByText('Tous vos bureaux · Guichets avant').waitFor()
  })
})
