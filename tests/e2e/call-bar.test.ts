// The call bar, for agents who work in another program: the whole desk in little room.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { DeskView, DeskVisit } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press, primaryButton } from './presses.ts'
import { Screens } from './screens.ts'

const BAR = { width: 420, height: 120 }

describe('the call bar', function () {
  this.timeout(120_000)
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
    await browser.closePages()
    await office.close()
  })
  after(() => browser.close())

  /** The bar in its own window, opened from the desk by its key. */
  async function openBar(locale = 'en-CA'): Promise<Page> {
    const desk = await screens.deskAt('agent.victoria', '1', { locale })
    const opening = desk.context().waitForEvent('page')
    await desk.keyboard.press('k')
    const bar = await opening
    await bar.setViewportSize(BAR)
    await primaryButton(bar, /Call next|Appeler/).waitFor()
    return bar
  }

  async function visits(): Promise<DeskVisit[]> {
    const token = await office.tokenOf('manager.victoria')
    const { body } = await office.request('GET', '/api/v1/offices/victoria/desk', { token })
    return (body as DeskView).rows.filter((row) => row.kind === 'visit')
  }

  for (const [locale, words] of [
    [
      'en-CA',
      { call: /^Call next/, begin: /^Begin/, finish: /^Finish/, moves: /Recall.*Hold.*No-show/s },
    ],
    [
      'fr-CA',
      {
        call: /^Appeler/,
        begin: /^Commencer/,
        finish: /^Terminer/,
        moves: /Rappeler.*Mettre de côté.*Absence/s,
      },
    ],
  ] as const) {
    it(`C1 C25 serves a person by keyboard alone, in ${locale}`, async () => {
      await office.checkIn('notary')
      const bar = await openBar(locale)
      await expectNoViolations(bar)

      await press(bar, ' ')
      await primaryButton(bar, words.begin).waitFor()
      assert.match(await textOf(bar), /N001/)
      assert.match(await bar.getByRole('group').innerText(), words.moves)
      await expectNoViolations(bar)
      await press(bar, 'r')
      await eventually(
        async () => (await visits())[0]?.timesCalled === 2,
        'the call is announced again',
      )
      await press(bar, ' ')
      await primaryButton(bar, words.finish).waitFor()
      await expectNoViolations(bar)
      await press(bar, ' ')

      await primaryButton(bar, words.call).waitFor()
    })
  }

  it('C6 C25 has the key of a no-show, and that of undoing it', async () => {
    await office.checkIn('notary')
    const bar = await openBar()
    await press(bar, ' ')
    await primaryButton(bar, /^Begin/).waitFor()

    await press(bar, 'x')
    await primaryButton(bar, /^Call next/).waitFor()
    await press(bar, 'z')

    await primaryButton(bar, /^Begin/).waitFor()
    assert.match(await textOf(bar), /N001/)
  })

  it('C13 C25 shows the whole desk for what it has no room for, and is the bar again after it', async () => {
    await office.checkIn('notary')
    const bar = await openBar()
    await press(bar, ' ')
    await primaryButton(bar, /^Begin/).waitFor()

    await press(bar, 'h')
    await bar.getByRole('dialog').waitFor()
    await bar.keyboard.press('Escape')

    await bar.getByRole('heading', { name: 'Call bar' }).waitFor()
    assert.equal(await bar.getByRole('listbox').count(), 0)
  })

  it('C1 says in one sentence why nobody was called', async () => {
    const bar = await openBar()

    await press(bar, ' ')

    await bar.getByRole('status').getByText('Nobody is waiting for you.').waitFor()
  })

  for (const size of [BAR, { width: 360, height: 64 }])
    it(`has the primary button, the ticket and the wait within ${size.width} × ${size.height}`, async () => {
      for (let person = 0; person < 3; person += 1) await office.checkIn('notary')
      const bar = await openBar('fr-CA')
      await bar.setViewportSize(size)
      await press(bar, ' ')
      await primaryButton(bar, /^Commencer/).waitFor()

      const isWithin = async (text: string | RegExp): Promise<void> => {
        const box = await bar.getByRole('main').getByText(text).first().boundingBox()
        assert.ok(box, `${text} is not to be seen`)
        assert.ok(box.x >= 0 && box.x + box.width <= size.width, `${text} is too wide`)
        assert.ok(box.y >= 0 && box.y + box.height <= size.height, `${text} is too low`)
      }
      for (const text of ['Commencer', 'N001', /Appelée/, /2 en attente/]) await isWithin(text)
      const [width, height] = await bar.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ])
      assert.deepEqual([width, height], [size.width, size.height])
      await expectNoViolations(bar)
    })

  it('goes back to the whole desk by the same key', async () => {
    const bar = await openBar()

    await press(bar, 'k')

    await bar.getByRole('heading', { name: /Counter 1/ }).waitFor()
  })
})

function textOf(page: Page): Promise<string> {
  return page.getByRole('main').innerText()
}
