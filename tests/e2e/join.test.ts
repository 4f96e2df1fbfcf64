// Joining by phone, as people do it: from the office's page, and by the code on the board.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 })

describe('joining by phone', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    const joining = { lateMinutes: 10, mostExpected: 5 }
    await configure(office, (was) => ({ ...was, joining }))
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  async function open(path: string, locale = 'en-CA'): Promise<Page> {
    const viewport = { width: 360, height: 780 }
    const expectedErrors = [/422|409|404/]
    const page = await browser.openPage({ viewport, hasTouch: true, locale, expectedErrors })
    await page.goto(office.origin + path)
    return page
  }

  it('A11 from afar: a number at once, passed over when its turn comes, here by the code', async () => {
    const page = await open('/office/victoria')
    await page.getByRole('link', { name: 'Take a number now, with your phone' }).tap()
    await page.getByRole('heading', { name: 'Which service do you need?' }).waitFor()
    await shows(page, 'Nobody is waiting now')
    await shows(page, /You are called only once you are in the office/)
    await expectNoViolations(page, { enhancedContrast: true })
    await page.getByRole('button', { name: /^Driver’s licence: renew/ }).dblclick()
    await page.waitForURL(/\/t\//)
    await shows(page, 'You have a place in line')
    await expectNoViolations(page, { enhancedContrast: true })

    office.clock.advance(60_000)
    await office.checkIn()
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')
    await shows(page, /^Your turn came at 9:01\sa\.m\.; your place is kept until 9:11\sa\.m\.$/)
    await expectNoViolations(page, { enhancedContrast: true })

    await page.goto(office.origin + office.roomPath())
    await page.waitForURL(/\/t\//)
    await shows(page, 'You are next. Please stay near the counters.')
  })

  it('A11 in the room, in French: the number waits at once, and the phone finds it again', async () => {
    const page = await open(office.roomPath(), 'fr-CA')
    await page.getByRole('heading', { name: 'De quel service avez-vous besoin?' }).waitFor()
    await expectNoViolations(page, { enhancedContrast: true })
    await page
      .getByRole('button', { name: /^Permis de conduire/ })
      .first()
      .tap()
    await page.waitForURL(/\/t\//)
    await shows(page, 'Personne n’est devant vous')
    await page.goto(`${office.origin}/join/victoria`)
    await shows(page, /^Ce téléphone a déjà le numéro A001 ici\.$/)
    await expectNoViolations(page, { enhancedContrast: true })
    await page.getByRole('link', { name: 'Voir mon numéro' }).tap()
    await page.waitForURL(/\/t\//)
  })

  it('A11 says that a code is too old, that the office is closed, and that there is no such office', async () => {
    const old = office.roomPath()
    office.clock.advance(5 * 60_000)
    const page = await open(old)
    await page.getByRole('button', { name: /^Driver’s licence: renew/ }).tap()
    await shows(page, 'This code is too old. Please scan the one that the board shows now.')
    await expectNoViolations(page, { enhancedContrast: true })
    const manager = await office.signIn('manager.victoria')
    await manager.stopIntake('victoria', { reason: 'full' })
    await page.reload()
    await shows(page, 'The office gives no numbers now.')
    await page.goto(`${office.origin}/join/nowhere`)
    await page.getByRole('heading', { name: 'There is no such office' }).waitFor()
    await page.goto(`${office.origin}/join/cranbrook`)
    await shows(page, 'This office gives numbers at its entrance only.')
  })

  it('A11 the board shows the code of its room', async () => {
    const board = await new Screens(office, browser).board()
    await shows(board, 'Join the queue with your phone')
    await expectNoViolations(board, { enhancedContrast: true })
    assert.equal(await board.locator('.room-code svg').count(), 1)
  })
})
