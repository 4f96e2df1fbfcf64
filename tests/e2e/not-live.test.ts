// Promise 4: a screen never shows stale numbers as if they were live.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'mocha'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

const NOT_LIVE = /Not live since/
const WITHIN = 10_000
const BACK_WITHIN = 2_000

describe('a screen that loses the server', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: TestOffice

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly())
  })
  afterEach(() => browser.closePages())
  after(async () => {
    await office.close()
    await browser.close()
  })

  it('says so within 10 s, is itself again within 2 s, and has missed no call', async () => {
    const screens = new Screens(office, browser)
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|WebSocket/]
    await office.checkIn('notary')
    const board = await screens.board({ expectedErrors })
    const kiosk = await screens.kiosk({ expectedErrors })
    const desk = await screens.deskAt('agent2.victoria', '2', { expectedErrors })
    const all = [board, kiosk, desk]
    await desk.getByRole('option', { name: /N001/ }).waitFor()

    await Promise.all(all.map((page) => page.context().setOffline(true)))
    const cut = Date.now()
    await Promise.all(
      all.map((page) => page.getByText(NOT_LIVE).first().waitFor({ timeout: WITHIN })),
    )
    assert.ok(Date.now() - cut < WITHIN)

    const called = await (await office.signIn('agent.victoria')).callNext('victoria', '5')
    assert.equal(called?.ticket, 'N001')
    assert.equal(await board.getByText('N001').count(), 0)

    await Promise.all(all.map((page) => page.context().setOffline(false)))
    await board.getByText('N001').first().waitFor({ timeout: BACK_WITHIN })
    await Promise.all(
      all.map((page) =>
        page.getByText(NOT_LIVE).first().waitFor({ state: 'hidden', timeout: BACK_WITHIN }),
      ),
    )
    await board.waitForFunction(() => window.chimes === 1)
  })

  it('says at the desk that something was not sent no longer than the cut lasts', async () => {
    const screens = new Screens(office, browser)
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|WebSocket/]
    const desk = await screens.deskAt('agent3.victoria', '3', { locale: 'fr-CA', expectedErrors })
    await desk.context().setOffline(true)
    await desk.keyboard.press(' ')
    await desk.getByRole('alert').filter({ hasText: 'Non envoyé' }).waitFor()
    await desk.getByText('Pas à jour depuis').first().waitFor()

    await desk.context().setOffline(false)
    await desk.getByRole('status').filter({ hasText: 'Connexion rétablie.' }).waitFor()
    assert.equal(await desk.getByText('Non envoyé').count(), 0)
    await desk.getByRole('button', { name: 'Réessayer' }).click()
    await desk.getByText('Connexion rétablie.').waitFor({ state: 'detached' })
  })
})
