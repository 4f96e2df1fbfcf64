// Promise 7: every screen works for everyone. Each page in each state, in both languages, against
// WCAG 2.2 A and AA, and AAA contrast on kiosk and board; by keyboard; at 200 % zoom.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

const ROOM = { enhancedContrast: true }

describe('every screen, for everyone', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
    screens = new Screens(office, browser)
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await office.close()
    await browser.close()
  })

  for (const [language, category, service] of [
    ['English', 'Driving', 'Vehicle registration'],
    ['Français', 'Conduite', 'Immatriculation'],
  ] as const) {
    it(`A24 the kiosk in ${language}`, async () => {
      const kiosk = await screens.kiosk()
      await kiosk.getByRole('button', { name: language }).waitFor()
      await expectNoViolations(kiosk, ROOM)
      await kiosk.getByRole('button', { name: language }).tap()
      await kiosk.getByRole('button', { name: category }).waitFor()
      await expectNoViolations(kiosk, ROOM)
      await kiosk.getByRole('button', { name: category }).tap()
      await kiosk.getByRole('button', { name: service }).waitFor()
      await expectNoViolations(kiosk, ROOM)
      await kiosk.getByRole('button', { name: service }).tap()
      const take = kiosk.getByRole('button', { name: /^(Get|Prendre) m/ })
      await take.waitFor()
      await expectNoViolations(kiosk, ROOM)
      await take.tap()
      await kiosk.getByRole('heading', { name: /A00/ }).waitFor()
      await expectNoViolations(kiosk, ROOM)
    })
  }

  it('A24 the kiosk by keyboard alone', async () => {
    const kiosk = await screens.kiosk()
    const english = kiosk.getByRole('button', { name: 'English' })
    await english.waitFor()
    await pressUntilFocused(kiosk, 'English')
    await kiosk.keyboard.press('Enter')
    await kiosk.getByRole('button', { name: 'Other services' }).waitFor()
    await pressUntilFocused(kiosk, 'Other services')
    await kiosk.keyboard.press('Enter')
    await kiosk.getByRole('button', { name: 'Something else' }).waitFor()
    await pressUntilFocused(kiosk, 'Something else')
    await kiosk.keyboard.press(' ')
    await kiosk.getByRole('button', { name: 'Get my number' }).waitFor()
    await pressUntilFocused(kiosk, 'Get my number')
    await kiosk.keyboard.press('Enter')
    await kiosk.getByRole('heading', { name: /G001/ }).waitFor()
  })

  it('D1 the board, empty and with calls', async () => {
    const board = await screens.board({}, 'cranbrook')
    await board.getByText('None at the moment').first().waitFor()
    await expectNoViolations(board, ROOM)
    const agents = ['agent.cranbrook', 'agent2.cranbrook', 'agent3.cranbrook']
    for (const [index, name] of agents.entries()) {
      await office.checkIn('notary', undefined, 'cranbrook')
      await (await office.signIn(name)).callNext('cranbrook', String(index + 1))
    }
    await board.getByRole('region', { name: 'Now calling' }).getByText('N003').waitFor({
      timeout: 30_000,
    })
    await expectNoViolations(board, ROOM)
  })

  it('D1 the newest call’s digits take at least 12 % of the board’s height', async () => {
    const board = await screens.board({}, 'cranbrook')
    const ticket = board.getByRole('region', { name: 'Now calling' }).getByText(/N00\d/).first()
    await ticket.waitFor()
    // The digits of this family are 0.71 of the font size high.
    const size = await ticket.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    assert.ok(size * 0.71 >= 0.12 * 1080, `${size} px`)
  })

  for (const locale of ['en-CA', 'fr-CA']) {
    it(`C25 the desk (${locale}): signing in, choosing a counter, waiting, called, serving`, async () => {
      await office.checkIn('notary', 'Ann')
      const desk = await screens.desk({ locale })
      await desk.getByLabel(/User name|Nom d’utilisateur/).waitFor()
      await expectNoViolations(desk)
      await desk.getByLabel(/User name|Nom d’utilisateur/).fill('agent3.victoria')
      await desk.getByLabel(/Password|Mot de passe/).fill('guichet')
      await desk.keyboard.press('Enter')
      const counter = desk.getByRole('button', { name: /(Counter|Guichet) 3/ })
      const call = desk.getByRole('button', { name: /^(Call next|Appeler)/ }).first()
      await counter.or(call).first().waitFor()
      await expectNoViolations(desk)
      if (await counter.isVisible()) await counter.click()
      await call.waitFor()
      await expectNoViolations(desk)
      await press(desk, ' ')
      await desk.getByRole('button', { name: /^(Begin|Commencer)/ }).waitFor()
      await expectNoViolations(desk)
      await press(desk, ' ')
      await desk.getByRole('button', { name: /^(Finish(?! with)|Terminer(?! avec))/ }).waitFor()
      await expectNoViolations(desk)
      await desk.keyboard.press('?')
      await desk.getByRole('dialog').waitFor()
      await expectNoViolations(desk)
      await desk.keyboard.press('Escape')
      await press(desk, ' ')
      await call.waitFor()
      await desk.keyboard.press('g')
      await counter.waitFor()
    })
  }

  it('the API’s page', async () => {
    const page = await browser.openPage()
    await page.goto(`${office.origin}/api/docs`)
    await page.getByRole('heading', { name: 'Guichet API' }).waitFor()
    await expectNoViolations(page)
  })

  it('reflows at 200 % zoom: nothing to scroll sideways for', async () => {
    // A browser at 200 % has half as many CSS pixels.
    const half = (width: number, height: number) => ({ viewport: { width, height } })
    const kiosk = await screens.kiosk(half(540, 960))
    await kiosk.getByRole('button', { name: 'Français' }).tap()
    await kiosk.getByRole('button', { name: 'Identité' }).waitFor()
    const board = await screens.board(half(960, 540))
    await board.getByText('En direct').first().waitFor()
    // As far as it ever wanders to spare the screen.
    await board.locator('.board').evaluate((element) => {
      element.style.transform = 'translate(0.5rem, 0.5rem)'
    })
    const desk = await screens.desk(half(640, 400))
    await desk.getByLabel(/User name/).waitFor()
    for (const page of [kiosk, board, desk]) {
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(beyond <= 0, `${page.url()}: ${beyond} px`)
    }
  })
})

/** Presses Tab until the button called `name` has the focus; fails after a screenful. */
async function pressUntilFocused(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    const isButton = await page.evaluate(() => document.activeElement?.tagName === 'BUTTON')
    if (isButton && text.includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${name}`)
}
