// The desk on a screen of 1280 × 800: what an agent needs while serving is in sight, in both languages.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice } from '../support/office.ts'
import { press, primary } from './presses.ts'
import { Screens } from './screens.ts'

describe('the desk at 1280 × 800', function () {
  this.timeout(90_000)
  let browser: TestBrowser

  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  for (const [locale, buttons] of [
    ['en-CA', ['Write a note', 'Add a request', 'Times are not right']],
    ['fr-CA', ['Écrire une note', 'Ajouter une demande', 'Heures inexactes']],
  ] as const) {
    it(`C15 C16 shows every button of a visit being served, ${locale}`, async () => {
      const office = await openOffice(sqliteOnly())
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
      await browser.closePages().finally(() => office.close())
    })
  }
})
