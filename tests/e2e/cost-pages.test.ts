// Rates and paid hours as an administrator and a manager set them, in a real browser.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { openFigures } from './figures-pages.ts'

const LATIN = Buffer.from('jour;qui;heures payées\r\n2026-06-02;Zoé;7,5\r\n', 'latin1')
const FAULTY =
  'day,who,from,to,unpaid minutes\n2026-06-31,Ann,9:00,17:00,30\n2026-06-02,Bo,9:00,8:00,0\n'

describe('rates and paid hours, end to end', function () {
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

  const figures = (username: string, path: string, options = {}): Promise<Page> =>
    openFigures(browser, office, username, path, options)
  const give = (page: Page, name: string, content: string | Buffer): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  async function paidOn(day: string): Promise<unknown[]> {
    const manager = await office.signIn('manager.victoria')
    return (await manager.paidDay('victoria', day)).shifts
  }

  it('F27 lets an administrator add a dated rate by keyboard, and says what is wrong at its field', async () => {
    const page = await figures('administrator', 'cost')
    await page.getByRole('link', { name: 'Rates' }).press('Enter')
    await page.getByText('There is no rate yet: no cost can be worked out.').waitFor()
    await page.getByLabel('Programme').selectOption({ label: 'Driver Services' })
    await page.getByLabel('From', { exact: true }).fill('2026-04-01')
    const amount = page.getByLabel('Dollars per minute')
    await amount.fill('1.12345')
    await amount.press('Enter')
    await page.getByText(/at most four decimals/).waitFor()
    assert.equal(await amount.evaluate((field) => field === document.activeElement), true)
    await expectNoViolations(page)

    await amount.fill('1.125')
    await page.getByText('that is $67.50/h').waitFor()
    await page.getByLabel(/^Why/).fill('Agreement of 2026')
    await page.getByLabel(/^Why/).press('Enter')
    await page.getByText('Added. It holds from April 1, 2026.').waitFor()
    await page
      .getByRole('row', {
        name: /Driver Services.*April 1, 2026.*\$67\.50\/h.*\$1\.125\/min.*Agreement of 2026 June 2, 2026, /,
      })
      .waitFor()
    await expectNoViolations(page)
  })

  it('F27 shows a manager the rates and lets them set none', async () => {
    const page = await figures('manager.victoria', 'cost/rates')
    await page.getByText('An administrator of the whole province sets rates.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Add this rate' }).count(), 0)
  })

  it('F27 tells a manager each fault of a file, keeps nothing of it, and keeps it mended by a press', async () => {
    const page = await figures('manager.victoria', 'cost')
    await page.getByRole('link', { name: 'Paid hours' }).click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
    await choosing
    await give(page, 'faulty.csv', FAULTY)
    await page.getByText('faulty.csv: 2 lines are wrong, so nothing of it is saved.').waitFor()
    await page.getByRole('row', { name: /2 day 2026-06-31 No such day/ }).waitFor()
    await page.getByRole('row', { name: /3 to 8:00 The end is not after the start/ }).waitFor()
    await expectNoViolations(page)
    assert.equal(await page.getByRole('button', { name: 'Save these hours' }).count(), 0)

    await give(page, 'empty.csv', ' ')
    await page.getByText('This file is empty.').waitFor()

    await give(page, 'heures.csv', LATIN)
    await page.getByText('heures.csv: nothing is wrong with its 1 line.').waitFor()
    assert.deepEqual(await paidOn('2026-06-02'), [])
    await page.getByRole('button', { name: 'Save these hours' }).press('Enter')
    await page.getByText('heures.csv: 1 line is saved.').waitFor()
    const hours = { who: 'Zoé', from: null, to: null, paidMs: 7.5 * 3_600_000 }
    assert.deepEqual(await paidOn('2026-06-02'), [hours])
  })

  it('F27 plans the shifts of a day by keyboard, and shows them again', async () => {
    const page = await figures('manager.victoria', 'cost/paid-hours')
    await page.getByLabel('Day', { exact: true }).fill('2026-06-03')
    await page.getByText('No shift is saved for this day.').waitFor()
    await page.getByRole('button', { name: 'Add a shift' }).press('Enter')
    await page.keyboard.type('Ann')
    await page.getByLabel('From, line 1').fill('09:00')
    await page.getByLabel('To, line 1').fill('08:00')
    await page.getByRole('button', { name: 'Save this day' }).press('Enter')
    await page.getByText('Line 1: until when? It must be later than the start.').waitFor()
    await expectNoViolations(page)

    await page.getByLabel('To, line 1').fill('17:00')
    await page.getByLabel('Unpaid minutes, line 1').fill('30')
    await page.getByRole('button', { name: 'Add a shift' }).press('Enter')
    await page.keyboard.type('Ann')
    await page.getByLabel('From, line 2').fill('16:00')
    await page.getByLabel('To, line 2').fill('18:00')
    await page.getByLabel('To, line 2').press('Enter')
    await page.getByText('The same person is paid for this time on line 1 already.').waitFor()
    await page.getByLabel('Who, line 2').fill('Bo')
    await page.getByLabel('Who, line 2').press('Enter')
    await page.getByText('Saved: 2 shifts of June 3, 2026.').waitFor()
    await expectNoViolations(page)

    await page.reload()
    await page.getByLabel('Day', { exact: true }).fill('2026-06-03')
    await page.getByLabel('Unpaid minutes, line 1').waitFor()
    assert.equal(await page.getByLabel('Unpaid minutes, line 1').inputValue(), '30')
    assert.equal(await page.getByLabel('Who, line 2').inputValue(), 'Bo')
  })

  it('F27 shows the shifts of a file at once, so that one more does not undo them', async () => {
    const page = await figures('manager.victoria', 'cost/paid-hours')
    await page.getByLabel('Day', { exact: true }).fill('2026-06-04')
    await page.getByText('No shift is saved for this day.').waitFor()
    const file = 'day,who,from,to,unpaid minutes\n2026-06-04,Ann,9:00,17:00,30\n'
    await give(page, 'shifts.csv', file)
    await page.getByRole('button', { name: 'Save these hours' }).press('Enter')
    await page.getByText('shifts.csv: 1 line is saved.').waitFor()
    await page.getByLabel('Who, line 1').waitFor()
    assert.equal(await page.getByLabel('Who, line 1').inputValue(), 'Ann')

    await page.getByRole('button', { name: 'Add a shift' }).press('Enter')
    await page.keyboard.type('Cy')
    await page.getByLabel('From, line 2').fill('10:00')
    await page.getByLabel('To, line 2').fill('12:00')
    await page.getByRole('button', { name: 'Save this day' }).press('Enter')
    await page.getByText('Saved: 2 shifts of June 4, 2026.').waitFor()
    assert.equal((await paidOn('2026-06-04')).length, 2)
  })

  it('F27 is for who says what was paid, and no other', async () => {
    const page = await figures('director', 'cost/paid-hours')
    await page.getByText(/A manager of the office or an administrator says/).waitFor()
    assert.equal(await page.locator('input[type=file]').count(), 0)
    assert.equal(await page.getByRole('link', { name: 'Paid hours' }).count(), 0)
  })

  it('F27 says all of it in French, for an office that is chosen', async () => {
    const page = await figures('administrator', 'cost/paid-hours?office=cranbrook', {
      locale: 'fr-CA',
    })
    await page.getByRole('heading', { name: 'Heures payées', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Ajouter un quart' }).waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Tarifs' }).click()
    await page.getByLabel('Dollars par minute').fill('1,13')
    await page.getByText(/soit 67,80\s\$\/h/).waitFor()
    await expectNoViolations(page)
  })

  /** 10 min available, 1 of a call, 20 of service with two transactions. */
  async function work(): Promise<void> {
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    const { id } = await office.checkIn('driver-licence')
    office.clock.advance(10 * MINUTE)
    await agent.call(id, { counter: '1' })
    office.clock.advance(MINUTE)
    await agent.begin(id, {})
    office.clock.advance(20 * MINUTE)
    await agent.finish(id, { quantity: 2 })
    await office.tables()
    await office.app.rollups.written()
  }

  it('F27 states the arithmetic of a statement, its remainder and its lines, at 200 % zoom and on paper', async () => {
    await work()
    const path = 'cost?from=2026-06-02&to=2026-06-03'
    const page = await figures('manager.victoria', path, { viewport: { width: 640, height: 400 } })

    await page.getByText('People are at work: today is counted up to 9:31 a.m.').waitFor()
    const line = '20.00 min × $1.125/min = $22.50.'
    await page
      .getByText(`The largest one: Driver’s licence: renew or replace, Service, in person: ${line}`)
      .waitFor()
    await page
      .getByRole('row', { name: /Service in person 2 20\.00 \$1\.125\/min April 1, 2026 \$22\.50/ })
      .waitFor()
    await page.getByRole('row', { name: /^Recorded 0\.52 h/ }).waitFor()
    await page
      .getByRole('row', { name: /^Remainder: in the shifts and not recorded 6\.98 h/ })
      .waitFor()
    await page.getByRole('row', { name: /^of which paid 7\.50 h/ }).waitFor()
    await expectNoViolations(page)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.ok(beyond <= 0, `${beyond} px`)

    await page.locator('details').evaluate((details) => details.removeAttribute('open'))
    const cell = page.getByRole('cell', { name: '$22.50' }).first()
    await cell.waitFor({ state: 'hidden' })
    await page.emulateMedia({ media: 'print' })
    await cell.waitFor()
  })

  it('F27 says in French that a statement has no rate, and where rates are', async () => {
    await office.db.knex('cost_rates').delete()
    const page = await figures('executive', 'cost?from=2026-06-02&to=2026-06-03', {
      locale: 'fr-CA',
    })
    await page.getByText('Rien n’a de tarif\u00a0: aucun coût ne peut être calculé.').waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Voir les tarifs' }).click()
    await page
      .getByText(/Il n’y a encore aucun tarif|aucun tarif/)
      .first()
      .waitFor()
  })
})
