// C28 in a browser: what another system says is at the counter with the person, as plain text, and
// follows its changes.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

const HREF = 'https://cases.example.org/4711'

describe('a context card on the desk, end to end', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => (office = await openOffice(sqliteOnly())))
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  for (const [locale, newWindow] of [
    ['en-CA', '(new window)'],
    ['fr-CA', '(nouvelle fenêtre)'],
  ] as const)
    it(`C28 is shown to whoever serves, replaced and taken back (${locale})`, async () => {
      const program = await office.signIn('agent2.victoria')
      const { id } = await office.checkIn()
      const file = { label: 'File', text: '4711', href: HREF }
      await program.putCard(id, {
        source: 'Case file',
        lines: [file, { label: 'Letter', text: '<b>twice</b>' }],
      })
      const desk = await new Screens(office, browser).deskAt('agent.victoria', '1', { locale })
      const card = desk.getByRole('region', { name: 'Case file' })
      assert.equal(await card.count(), 0, 'before anybody is called')

      await press(desk, ' ')
      await card.waitFor()

      assert.equal(await card.getByRole('heading').textContent(), 'Case file')
      assert.deepEqual(await card.locator('dt').allTextContents(), ['File', 'Letter'])
      assert.equal(await card.locator('dd').nth(1).textContent(), '<b>twice</b>')
      const link = card.getByRole('link', { name: `4711 ${newWindow}` })
      assert.equal(await link.getAttribute('href'), HREF)
      assert.equal(await link.getAttribute('target'), '_blank')
      assert.match((await link.getAttribute('rel')) ?? '', /noopener/)
      const more = desk.locator('[aria-keyshortcuts="I"]')
      const [above, below] = [await card.boundingBox(), await more.boundingBox()]
      assert.ok(above && below && above.y + above.height <= below.y, 'above the moves')
      await expectNoViolations(desk)
      if (process.env.CARD_PICTURE) {
        await desk.screenshot({ path: `${process.env.CARD_PICTURE}-${locale}.png` })
      }

      // Nothing else in the row changes: the flag was there, and is there.
      await program.putCard(id, { source: 'Case file', lines: [{ label: 'File', text: '4712' }] })
      await card.getByText('4712').waitFor()
      assert.equal(await card.getByRole('link').count(), 0)

      await program.forgetCard(id)
      await card.waitFor({ state: 'detached' })
    })
})
