// An office where nobody queues: people are taken in at the counter and served at once, and those on
// hold stand where the queue would be.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

const WORDS = {
  'en-CA': {
    idle: 'No queue in this office',
    serve: /^Serve a new person/,
    panel: 'Add a person',
    send: /^Serve now/,
    finish: /^Finish/,
    held: 'On hold',
    back: /^Serve now/,
  },
  'fr-CA': {
    idle: 'Ce bureau n’a pas de file',
    serve: /^Servir une personne/,
    panel: 'Ajouter une personne',
    send: /^Servir maintenant/,
    finish: /^Terminer/,
    held: 'De côté',
    back: /^Servir maintenant/,
  },
} as const

describe('an office without a queue, end to end', function () {
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

  /** The desk of Dawson Creek's agent at counter 1. */
  async function openDesk(locale: keyof typeof WORDS): Promise<Page> {
    const page = await screens.deskOf('agent.dawson-creek', { locale })
    await page.getByRole('button', { name: /(Counter|Guichet) 1/ }).click()
    await page.getByText(WORDS[locale].idle).waitFor()
    return page
  }
  const primary = (page: Page, name: RegExp) => page.getByRole('button', { name }).first()
  async function states(): Promise<string[]> {
    const { rows } = await (await office.signIn('agent.dawson-creek')).desk('dawson-creek')
    return rows.flatMap((row) => (row.kind === 'visit' ? [row.state] : []))
  }

  for (const locale of ['en-CA', 'fr-CA'] as const) {
    const words = WORDS[locale]

    it(`C9 C13 P29 takes in and serves, holds and serves again, by keyboard (${locale})`, async () => {
      const desk = await openDesk(locale)
      assert.equal(await desk.getByRole('listbox', { name: /waiting|attente/i }).count(), 0)
      await expectNoViolations(desk)

      await press(desk, ' ')
      const panel = desk.getByRole('complementary', { name: words.panel })
      const send = panel.getByRole('button', { name: words.send }).last()
      await send.waitFor()
      assert.match((await send.getAttribute('class')) ?? '', /button--primary/)
      assert.equal(await send.getAttribute('aria-keyshortcuts'), 'Control+Enter')
      await expectNoViolations(desk)
      await desk.keyboard.type('not')
      await desk.keyboard.press('Enter')
      await desk.keyboard.press('Control+Enter')

      await panel.waitFor({ state: 'hidden' })
      await primary(desk, words.finish).waitFor()
      assert.deepEqual(await states(), ['serving'])
      await expectNoViolations(desk)

      await desk.keyboard.press('h')
      await desk.getByRole('dialog').waitFor()
      await desk.keyboard.press('1')
      const held = desk.getByRole('region', { name: words.held })
      await held.getByRole('option', { name: /N001/ }).waitFor()
      await primary(desk, words.serve).waitFor()
      await expectNoViolations(desk)

      await desk.keyboard.press('ArrowDown')
      await desk.keyboard.press('Enter')
      await desk.getByRole('button', { name: words.back }).waitFor()
      await desk.keyboard.press('Shift+B')
      await primary(desk, words.finish).waitFor()
      await press(desk, ' ')
      await primary(desk, words.serve).waitFor()
      assert.deepEqual(await states(), [])
    })
  }

  it('shows somebody who waits after all, and shows those on hold at a small screen', async () => {
    const desk = await openDesk('en-CA')
    await desk.setViewportSize({ width: 1024, height: 768 })
    const held = desk.getByRole('region', { name: 'On hold' })
    const counters = desk.getByRole('region', { name: 'Counters' })
    const [above, below] = [await held.boundingBox(), await counters.boundingBox()]
    assert.ok(above && below && above.height > 250 && above.y + above.height < below.y)

    const agent = await office.signIn('agent.dawson-creek')
    await agent.addVisit('dawson-creek', { requests: [{ service: 'notary' }] })
    await desk.getByRole('option', { name: /N001/ }).waitFor()
    await expectNoViolations(desk)
  })
})
