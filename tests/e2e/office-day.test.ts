// The main path as people walk it: a citizen at the kiosk, an agent at the desk, the room's board.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 5_000 })

describe('an office day, end to end', function () {
  this.timeout(60_000)
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

  it('A1 A7 D1 D4 serves a citizen in English: kiosk, call, board and chime, finish', async () => {
    const board = await screens.board()
    await shows(board, '0')
    const kiosk = await screens.kiosk()
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await kiosk.getByRole('button', { name: 'Driving' }).tap()
    await kiosk.getByRole('button', { name: /^Driver’s licence/ }).tap()
    await kiosk.getByRole('button', { name: 'Get my number' }).tap()
    await kiosk.getByRole('heading', { name: 'Your number is A001' }).waitFor()
    await shows(kiosk, 'Nobody is ahead of you')
    await board.getByText('person waiting').waitFor()

    const desk = await screens.deskAt('agent.victoria', '3')
    await desk.getByRole('button', { name: 'Call next' }).click()
    await desk.getByRole('button', { name: 'Begin' }).waitFor()

    await board.getByRole('region', { name: 'Now calling' }).getByText('A001').waitFor()
    await shows(board, 'Number A001, Counter 3.')
    await board.waitForFunction(() => window.chimes === 1)

    await desk.getByRole('button', { name: 'Begin' }).click()
    await desk.getByRole('button', { name: /^Finish(?! with)/ }).click()
    await desk.getByRole('button', { name: 'Call next' }).waitFor()
    const { rows } = await (await office.signIn('agent.victoria')).desk('victoria')
    assert.deepEqual(
      rows.filter((row) => row.kind === 'visit'),
      [],
    )
    assert.equal(await board.evaluate(() => window.chimes), 1)
  })

  it('A7 sert une personne en français, du billet au guichet', async () => {
    const board = await screens.board()
    const kiosk = await screens.kiosk({ locale: 'fr-CA' })
    await kiosk.getByRole('button', { name: 'Français' }).tap()
    assert.equal(await kiosk.locator('html').getAttribute('lang'), 'fr')
    await kiosk.getByRole('button', { name: 'Soins de santé' }).tap()
    await kiosk.getByRole('button', { name: 'Carte santé' }).tap()
    await kiosk.getByRole('button', { name: 'Prendre mon numéro' }).tap()
    await kiosk.getByRole('heading', { name: 'H001' }).waitFor()

    const desk = await screens.deskAt('agent2.victoria', '2', { locale: 'fr-CA' })
    await desk
      .getByRole('button', { name: 'Appeler la personne suivante' })
      .or(desk.getByRole('button', { name: /^Appeler/ }))
      .first()
      .click()
    await desk.getByRole('button', { name: /^Commencer/ }).waitFor()
    await shows(board, /Numéro H001, Guichet 2\./)
  })

  it('C25 C1 lets an agent serve with the space bar alone, and undo with one key', async () => {
    await office.checkIn()
    const desk = await screens.deskAt('agent.victoria', '1')
    await desk.getByRole('button', { name: 'Call next' }).waitFor()
    await press(desk, ' ')
    await desk.getByRole('button', { name: 'Begin' }).waitFor()
    await desk.keyboard.press('z')
    await desk.getByRole('button', { name: 'Call next' }).waitFor()
    await press(desk, ' ')
    await desk.getByRole('button', { name: 'Begin' }).waitFor()
    await press(desk, ' ')
    await desk.getByRole('button', { name: /^Finish(?! with)/ }).waitFor()
    await press(desk, ' ')
    await desk.getByRole('button', { name: 'Call next' }).waitFor()
    assert.equal(await countOf(office, 'served'), 1)
  })

  it('C4 C6 announces a recall again, and ends a call that nobody answers', async () => {
    await office.checkIn()
    const board = await screens.board()
    const desk = await screens.deskAt('agent.victoria', '1')
    await press(desk, ' ')
    await board.waitForFunction(() => window.chimes === 1)
    await desk.getByRole('button', { name: 'Recall' }).click()
    await board.waitForFunction(() => window.chimes === 2)
    await desk.getByRole('button', { name: 'No-show' }).click()
    await desk.getByRole('button', { name: 'Call next' }).waitFor()
    await board.getByRole('region', { name: 'Now calling' }).getByText('A001').waitFor({
      state: 'hidden',
    })
    assert.equal(await countOf(office, 'no-show'), 1)
  })

  it('shows two desks and two boards the same, and another office nothing', async () => {
    const boards = [await screens.board(), await screens.board()]
    const elsewhere = await screens.board({}, 'cranbrook')
    const ann = await screens.deskAt('agent.victoria', '1')
    const bob = await screens.deskAt('agent2.victoria', '2')
    for (const service of ['notary', 'health-card', 'property-tax']) await office.checkIn(service)
    for (const desk of [ann, bob]) await shows(desk, 'T001')
    await Promise.all([ann, bob].map((desk) => press(desk, ' ')))
    for (const desk of [ann, bob]) await desk.getByRole('button', { name: 'Begin' }).waitFor()

    for (const board of boards) {
      await board.getByText('N001').first().waitFor()
      await board.getByText('H001').first().waitFor()
      await board.waitForFunction(() => window.chimes === 2)
    }
    const lists = await Promise.all(
      [ann, bob].map((desk) => desk.getByRole('option').allInnerTexts()),
    )
    assert.deepEqual(lists[0], lists[1])
    assert.equal(await elsewhere.getByText('N001').count(), 0)
    assert.equal(await elsewhere.evaluate(() => window.chimes), 0)
  })

  it('C23 P22 brings an open visit back after a reload, and on another computer', async () => {
    await office.checkIn()
    const desk = await screens.deskAt('agent.victoria', '4')
    await press(desk, ' ')
    await desk.getByRole('button', { name: 'Begin' }).waitFor()
    await desk.reload()
    await desk.getByRole('button', { name: 'Begin' }).click()
    await desk.getByRole('button', { name: /^Finish(?! with)/ }).waitFor()

    const other = await screens.desk()
    await other.getByLabel('User name').fill('agent.victoria')
    await other.getByLabel('Password').fill('guichet')
    await other.keyboard.press('Enter')
    await other.getByRole('button', { name: /^Finish(?! with)/ }).waitFor()
  })

  it('gives one number however often it is asked for', async () => {
    const kiosk = await screens.kiosk()
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await kiosk.getByRole('button', { name: 'Driving' }).tap()
    await kiosk.getByRole('button', { name: /^Driver’s licence/ }).dblclick()
    await kiosk.getByRole('button', { name: 'Get my number' }).dblclick()
    await kiosk.getByRole('heading', { name: 'Your number is A001' }).waitFor()
    assert.equal(await countOf(office, 'waiting'), 1)
  })

  it('keeps kiosk and board shut to a screen without a device’s token', async () => {
    const expectedErrors = [/401|Unauthorized/]
    const page = await browser.openPage({ expectedErrors })
    await page.goto(`${office.origin}/kiosk/victoria#device=device.x.y`)
    await shows(page, 'This kiosk is out of service')
    await expectNoViolations(page, { enhancedContrast: true })
    await page.goto(`${office.origin}/board/victoria`)
    await shows(page, 'This board is out of service')
    await expectNoViolations(page, { enhancedContrast: true })
  })
})

/** How many of Victoria's visits are in `state`, as the database has it. */
async function countOf(office: TestOffice, state: string): Promise<number> {
  const tables = await office.tables()
  const [row] = await tables('visits').where({ office_id: 'victoria', state }).count({ count: '*' })
  return Number(row?.count)
}
