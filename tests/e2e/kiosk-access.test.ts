// The kiosk for everyone: each way of looking at it, each size of target, by keyboard, with all the
// time people need, and a quiet way to ask for help.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

const ROOM = { enhancedContrast: true }
const TALL = { width: 1080, height: 1920 }
const WIDE = { width: 1920, height: 1080 }

const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().tap()

interface Box {
  name: string
  left: number
  right: number
  top: number
  bottom: number
}

/** The targets in sight, cut where their screen or what scrolls them cuts them. */
function targets(page: Page): Promise<Box[]> {
  return page.getByRole('button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect()
      return { name: button.textContent.trim(), left, right, top, bottom }
    }),
  )
}

function assertLargeAndApart(boxes: Box[]): void {
  for (const [index, a] of boxes.entries()) {
    const size = Math.min(a.right - a.left, a.bottom - a.top)
    assert.ok(size >= 59.9, `${a.name}: ${size} px`)
    for (const b of boxes.slice(index + 1)) {
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right)
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)
      assert.ok(Math.max(across, down) >= 15.9, `${a.name} and ${b.name}: ${across}, ${down}`)
    }
  }
}

/** The smallest letters on the screen, px, and what they say. */
function smallestLetters(page: Page): Promise<{ size: number; text: string }> {
  return page.evaluate(() => {
    const found = { size: Infinity, text: '' }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const { parentElement: parent } = node
      if (text === '' || !parent?.checkVisibility() || parent.closest('.visually-hidden')) continue
      const size = parseFloat(getComputedStyle(parent).fontSize)
      if (size < found.size) Object.assign(found, { size, text })
    }
    return found
  })
}

/** Capitals of BC Sans are 0.714 of the font size high; of a standing 21.5-inch screen, mm a px. */
const CAPITAL = 0.714
const MM_A_PX = 268 / 1080

describe('the kiosk, for everyone', function () {
  this.timeout(150_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    screens = new Screens(office, browser)
    for (const service of ['notary', 'health-card', 'property-tax']) await office.checkIn(service)
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  /** Walks every step, and stops at each. */
  async function walk(page: Page, at: (step: string) => Promise<void>): Promise<void> {
    const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
    await button('Notary').waitFor()
    await at('services')
    await tap(page, 'Search')
    await page.getByLabel('Write a word or two').fill('licence')
    await button('Fishing').waitFor()
    await at('search')
    await tap(page, 'Back')
    await tap(page, 'Driving')
    await button('Vehicle').waitFor()
    await at('category')
    await tap(page, /^Driver’s licence/)
    await button('Get my number').waitFor()
    await at('confirm')
    await tap(page, /^Leave your name/)
    await page.getByLabel('First name').waitFor()
    await at('person')
    await tap(page, 'Done')
    await tap(page, 'Get my number')
    await page.getByRole('heading', { name: /A001/ }).waitFor()
    await at('ticket')
  }

  for (const [name, viewport] of [
    ['standing', TALL],
    ['lying', WIDE],
  ] as const) {
    it(`A24 has targets of 60 px or more with 16 px between, on a ${name} screen`, async () => {
      const kiosk = await screens.kiosk({ viewport })
      await kiosk.getByRole('button', { name: 'English' }).waitFor()
      assertLargeAndApart(await targets(kiosk))
      await tap(kiosk, 'Help and display')
      assertLargeAndApart(
        (await targets(kiosk)).filter(({ name: label }) =>
          /^(High|Larger|Cont|I |Plea)/.test(label),
        ),
      )
      await tap(kiosk, 'Done')
      await tap(kiosk, 'English')
      await walk(kiosk, async () => assertLargeAndApart(await targets(kiosk)))
    })
  }

  it('A24 has capitals of 4.8 mm or more on a standing screen of 21.5 inches', async () => {
    const kiosk = await screens.kiosk({ viewport: TALL, locale: 'fr-CA' })
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
    const check = async (step: string) => {
      const { size, text } = await smallestLetters(kiosk)
      assert.ok(size * CAPITAL * MM_A_PX >= 4.8, `${step}: “${text}” of ${size} px`)
    }
    await check('welcome')
    await tap(kiosk, 'English')
    await walk(kiosk, check)
  })

  for (const [mode, label] of [
    ['contrast', 'High contrast'],
    ['larger', 'Larger text'],
    ['reach', 'Controls lower down'],
  ] as const) {
    it(`A24 keeps to the rules at every step with ${label.toLowerCase()}`, async () => {
      const kiosk = await screens.kiosk()
      await tap(kiosk, 'Help and display')
      await tap(kiosk, label)
      await expectNoViolations(kiosk, ROOM)
      await tap(kiosk, 'Done')
      await tap(kiosk, 'English')
      assert.equal(await kiosk.locator('html').getAttribute('data-access'), mode)
      await walk(kiosk, async (step) => {
        await expectNoViolations(kiosk, ROOM)
        const beyond = await kiosk.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.ok(beyond <= 0, `${step}: ${beyond} px`)
      })
      await tap(kiosk, 'Done')
      await kiosk.getByRole('button', { name: 'Français' }).waitFor()
      assert.equal(await kiosk.locator('html').getAttribute('data-access'), '')
    })
  }

  it('A24 brings every control into the lowest third of a standing screen', async () => {
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'Help and display')
    await tap(kiosk, 'Controls lower down')
    await tap(kiosk, 'Done')
    await tap(kiosk, 'English')
    await walk(kiosk, async (step) => {
      for (const { name, top } of await targets(kiosk)) {
        assert.ok(top >= TALL.height * 0.66, `${step}, ${name}: ${top}`)
      }
    })
  })

  it('A24 says quietly what somebody needs, and gives them more time', async () => {
    const kiosk = await screens.kiosk({ locale: 'fr-CA' })
    await tap(kiosk, 'Aide et affichage')
    await tap(kiosk, 'J’ai besoin d’un siège')
    await tap(kiosk, 'J’utilise la langue des signes')
    await expectNoViolations(kiosk, ROOM)
    await tap(kiosk, 'Terminé')
    await tap(kiosk, 'Français')
    await tap(kiosk, /^Notaire/)
    await kiosk.getByText('J’ai besoin d’un siège · J’utilise la langue des signes').waitFor()
    await tap(kiosk, 'Prendre mon numéro')
    await kiosk.getByRole('heading', { name: /N002/ }).waitFor()
    const { rows } = await (await office.signIn('agent.victoria')).desk('victoria')
    const visit = rows.find((row) => row.kind === 'visit' && row.ticket === 'N002')
    assert.ok(visit?.kind === 'visit')
    assert.deepEqual(visit.needs, ['seat', 'sign-language'])
  })

  it('A24 walks away by itself from every step, after a warning that can be extended', async () => {
    const kiosk = await screens.kiosk()
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
    await kiosk.clock.install()
    const steps: (() => Promise<void>)[] = [
      () => Promise.resolve(),
      () => tap(kiosk, 'Search'),
      () => tap(kiosk, 'Driving'),
      () => tap(kiosk, 'Notary'),
      () => tap(kiosk, 'Notary').then(() => tap(kiosk, /^Leave your name/)),
      () => tap(kiosk, 'Help and display'),
    ]
    for (const step of steps) {
      await tap(kiosk, 'English')
      await step()
      await kiosk.clock.runFor(31_000)
      const warning = kiosk.getByRole('alertdialog', { name: 'Are you still there?' })
      await warning.getByRole('button', { name: 'I need more time' }).click()
      await warning.waitFor({ state: 'detached' })
      await kiosk.clock.runFor(31_000)
      await warning.waitFor()
      await kiosk.clock.runFor(21_000)
      await kiosk.getByRole('heading', { name: 'Welcome' }).waitFor()
    }
  })
})
