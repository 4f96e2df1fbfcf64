// The desk on the screens there are: what an agent needs is in sight, and stays where it was.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press, primary, primaryButton } from './presses.ts'
import { Screens } from './screens.ts'

describe('the desk at 1280 × 800', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  for (const [locale, buttons] of [
    ['en-CA', ['Write a note', 'Add a request', 'Times are not right']],
    ['fr-CA', ['Écrire une note', 'Ajouter une demande', 'Heures inexactes']],
  ] as const) {
    it(`C15 C16 shows every button of a visit being served, ${locale}`, async () => {
      const requests = [{ service: 'driver-licence' }]
      await (await office.kiosk()).addVisit('victoria', { requests, language: 'fr' })
      const desk = await new Screens(office, browser).deskAt('agent.victoria', '1', { locale })
      await desk.setViewportSize({ width: 1280, height: 800 })

      await press(desk, ' ')
      await primary(desk, /^(Begin|Commencer)/)
      await press(desk, ' ')
      await primary(desk, /^(Finish|Terminer)/)

      for (const name of buttons) {
        const button = desk.getByRole('button', { name })
        const isInSight = await button.evaluate((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          const corners = [top + 2, bottom - 2].map((y) =>
            document.elementFromPoint((left + right) / 2, y),
          )
          return corners.every((corner) => element.contains(corner))
        })
        assert.ok(isInSight, `${name} is in sight`)
      }
      const tools = desk.getByRole('navigation').getByRole('button')
      const tops = await tools.evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().top),
      )
      assert.equal(new Set(tops).size, 1, 'the tools stand in one line')
    })
  }
})

describe('the large button of the desk', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  it('C1 keeps its place from nobody to somebody with a name and needs, and when the server is lost', async () => {
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '1')
    const top = async (name: RegExp): Promise<number> => {
      await primary(desk, name)
      return primaryButton(desk, name).evaluate((each) => each.getBoundingClientRect().top)
    }
    const place = await top(/^Call next/)
    const manager = await office.signIn('manager.victoria')
    await manager.addVisit('victoria', {
      requests: [{ service: 'digital-identity' }],
      ...{ name: 'Marie Roy', needs: ['seat'], priority: 'priority', language: 'fr' },
    })
    await desk.getByRole('option').first().waitFor()
    assert.equal(await top(/^Call next/), place)
    await press(desk, ' ')
    assert.equal(await top(/^Begin/), place)
    await press(desk, ' ')
    assert.equal(await top(/^Finish/), place)
    await desk.context().setOffline(true)
    await desk.getByText('Not live', { exact: true }).waitFor()
    await desk.getByText(/^Not live since/).waitFor()
    assert.equal(await top(/^Finish/), place)
  })

  it('P26 keeps its header in one line on a small tablet, in both languages', async () => {
    const viewport = { width: 1024, height: 768 }
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '1', { viewport })
    for (const other of ['Français', 'English']) {
      const tools = desk.getByRole('banner').locator('.desk-header__tools > *')
      const tops = await tools.evaluateAll((all) =>
        all.map((each) => {
          const { top, height } = each.getBoundingClientRect()
          return Math.round(top + height / 2)
        }),
      )
      assert.equal(new Set(tops).size, 1, `${other}: ${tops.join(' ')}`)
      assert.equal(await desk.evaluate(() => document.body.scrollWidth), viewport.width)
      await desk.getByRole('banner').getByText(other).click()
    }
  })

  it('P26 leaves the queue its rows at 1024 × 768, beside twelve counters and people on hold', async () => {
    await configure(office, (settings) => ({
      ...settings,
      counters: Array.from({ length: 12 }, (_, index) => ({
        code: String(index + 1),
        name: { en: `Counter ${index + 1}`, fr: `Guichet ${index + 1}` },
      })),
    }))
    for (let n = 0; n < 12; n += 1) await office.checkIn('notary')
    const agent = await office.signIn('agent2.victoria')
    await agent.takeCounter('victoria', { counter: '2' })
    for (let n = 0; n < 3; n += 1) {
      const visit = await agent.callNext('victoria', '2')
      if (visit) await agent.hold(visit.id, {})
    }
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '3', {
      viewport: { width: 1024, height: 768 },
    })
    await desk.getByRole('option').first().waitFor()
    const inSight = await desk
      .getByRole('listbox', { name: /^People waiting/ })
      .evaluate((list) => {
        const room = list.parentElement?.getBoundingClientRect()
        return [...list.children].filter(
          (row) => row.getBoundingClientRect().bottom <= (room?.bottom ?? 0),
        ).length
      })
    assert.ok(inSight >= 4, `${inSight} rows are in sight`)
  })
})
