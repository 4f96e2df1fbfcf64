// The kiosk as people use it: three touches, a search, several services, a question, what they leave;
// and the ways in which it goes wrong.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { OpeningHours } from '../../server/domain/settings.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR } from '../support/seeded.ts'
import { Screens } from './screens.ts'

const ROOM = { enhancedContrast: true }
const day = [{ from: 510, to: 990 }]
const HOURS: OpeningHours = { week: [day, day, day, day, day, [], []], exceptions: [] }

const tap = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().tap()
const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 8_000 })
const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 8_000 })

describe('the kiosk, from the first touch to the number', function () {
  this.timeout(90_000)
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

  async function visits() {
    const { rows } = await (await office.signIn('manager.victoria')).desk('victoria')
    return rows.filter((row) => row.kind === 'visit')
  }

  it('A1 A2 takes three touches for what is asked for most', async () => {
    await office.checkIn('notary')
    const kiosk = await screens.kiosk()
    await kiosk.evaluate(countTouches)
    await shows(kiosk, 'Open now')
    await shows(kiosk, '1 personne attend')
    await tap(kiosk, 'English')
    await tap(kiosk, /^Notary/)
    await tap(kiosk, 'Get my number')
    await heading(kiosk, 'Your number is N002')
    await shows(kiosk, '1 person is ahead of you')
    assert.equal(await kiosk.evaluate(() => window.touches), 3)
  })

  it('A2 says until when the office is open and what it does not offer now, in both languages', async () => {
    await configure(office, (was) => ({ ...was, hours: HOURS }))
    const manager = await office.signIn('manager.victoria')
    await manager.stopIntake('victoria', { service: 'notary', reason: 'short-staffed' })
    const kiosk = await screens.kiosk()
    await shows(kiosk, /^Open until 4:30\sp\.m\.$/)
    await shows(kiosk, /^Ouvert jusqu’à 16\sh\s30$/)
    await shows(kiosk, 'No numbers now: Notary and commissioner for oaths')
    await shows(kiosk, /Aucun numéro en ce moment\s: Notaire/)
  })

  it('A5 A6 A8 trouve deux services, répond à une question et prend un seul numéro', async () => {
    const kiosk = await screens.kiosk({ locale: 'fr-CA' })
    await tap(kiosk, 'Français')
    await tap(kiosk, 'Chercher')
    for (const letter of 'sante') {
      await kiosk.getByRole('button', { name: letter, exact: true }).tap()
    }
    await shows(kiosk, '2 services trouvés')
    await expectNoViolations(kiosk, ROOM)
    await tap(kiosk, /^Régime de santé/)
    await shows(kiosk, 'Une preuve de votre adresse')
    await kiosk.getByRole('group', { name: 'Est-ce pour un nouveau-né?' }).getByText('Oui').tap()
    await tap(kiosk, 'Ajouter un service')
    await heading(kiosk, 'Que pouvons-nous faire d’autre?')
    await tap(kiosk, 'Soins de santé')
    await tap(kiosk, /^Carte santé/)
    await tap(kiosk, 'Prendre mon numéro')
    await heading(kiosk, /H001/)

    const [visit] = await visits()
    assert.deepEqual(
      visit?.requests.map(({ service }) => service),
      ['health-plan', 'health-card'],
    )
    const { card } = await (await office.signIn('agent.victoria')).visit(visit.id)
    assert.deepEqual(card?.lines, [{ label: 'Est-ce pour un nouveau-né?', text: 'Oui' }])
  })

  it('A9 takes a first name only from whoever wants to give one, and says for how long', async () => {
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'English')
    await tap(kiosk, 'Other services')
    await tap(kiosk, /^Something else/)
    await tap(kiosk, 'Leave your name (optional)')
    await shows(kiosk, /it is erased 1 day after your visit\.$/)
    for (const letter of ['z', 'o', 'é']) {
      await kiosk.getByRole('button', { name: letter, exact: true }).tap()
    }
    await expectNoViolations(kiosk, ROOM)
    await tap(kiosk, 'Done')
    await tap(kiosk, 'Change: Zoé')
    // Whoever has a keyboard of their own is shown none.
    await kiosk.getByLabel('First name').press('!')
    await kiosk
      .getByRole('group', { name: 'Keyboard on the screen' })
      .waitFor({ state: 'detached' })
    await kiosk.getByLabel('First name').press('Backspace')
    await tap(kiosk, 'Done')
    await tap(kiosk, 'Get my number')
    await heading(kiosk, /G001/)
    assert.equal((await visits())[0]?.name, 'Zoé')
  })

  it('A9 offers nothing to leave where the office asks for nothing', async () => {
    const kiosk = await screens.kiosk({}, 'cranbrook')
    await tap(kiosk, 'English')
    await tap(kiosk, 'Other services')
    await tap(kiosk, /^Something else/)
    await kiosk.getByRole('button', { name: 'Get my number' }).waitFor()
    assert.equal(await kiosk.getByRole('button', { name: /optional/ }).count(), 0)
  })

  it('A7 keeps everything when the language changes half-way', async () => {
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'English')
    await tap(kiosk, 'Driving')
    await tap(kiosk, 'Français')
    await tap(kiosk, /^Permis de conduire\s: renouveler/)
    await tap(kiosk, 'Oui')
    await tap(kiosk, 'English')
    await shows(kiosk, 'Have these with you')
    assert.equal(await kiosk.locator('html').getAttribute('lang'), 'en')
    assert.equal(
      await kiosk.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed'),
      'true',
    )
    await tap(kiosk, 'Français')
    await tap(kiosk, 'Prendre mon numéro')
    await heading(kiosk, /Votre numéro est le A001/)
    assert.equal((await visits())[0]?.language, 'fr')
  })

  it('gives one number for ten touches in a second', async () => {
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'English')
    await tap(kiosk, 'Other services')
    await tap(kiosk, /^Something else/)
    const take = kiosk.getByRole('button', { name: 'Get my number' })
    await take.waitFor()
    await take.evaluate((button: HTMLElement) => {
      for (let touches = 0; touches < 10; touches += 1) button.click()
    })
    await heading(kiosk, 'Your number is G001')
    assert.equal((await visits()).length, 1)
  })

  it('B17 says kindly that a chosen service was closed meanwhile, and goes on with the others', async () => {
    const manager = await office.signIn('manager.victoria')
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'English')
    await tap(kiosk, 'Driving')
    await tap(kiosk, /^Vehicle/)
    await manager.stopIntake('victoria', { service: 'vehicle-registration', reason: 'system-down' })
    await shows(kiosk, 'The systems we need are not working.')
    assert.equal(await kiosk.getByRole('button', { name: 'Get my number' }).count(), 0)
    await expectNoViolations(kiosk, ROOM)
    await tap(kiosk, 'Choose another service')
    await tap(kiosk, 'Other services')
    await tap(kiosk, /^Something else/)
    await shows(kiosk, 'Your number will be for the other services.')
    await tap(kiosk, 'Get my number')
    await heading(kiosk, /G001/)
  })

  it('B17 tells of a category whose services are all shut', async () => {
    const manager = await office.signIn('manager.victoria')
    const kiosk = await screens.kiosk()
    await tap(kiosk, 'English')
    for (const service of ['health-plan', 'health-card', 'pharmacy-plan']) {
      await manager.stopIntake('victoria', { service, reason: 'full' })
    }
    await tap(kiosk, /^Health care.*No numbers now$/)
    await shows(kiosk, 'As many people are waiting as can be served today.')
  })

  it('A17 closes by itself at its hour when it is cut off', async () => {
    await configure(office, (was) => ({ ...was, hours: HOURS }))
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load/]
    const kiosk = await screens.kiosk({ expectedErrors })
    await tap(kiosk, 'English')
    // A few seconds before the end of the day; the kiosk hears the time with the next visit.
    office.clock.advance(7.5 * HOUR - 6_000)
    await office.checkIn('general')
    await kiosk.waitForTimeout(500)
    await kiosk.context().setOffline(true)
    await heading(kiosk, /^The office is closed/)
    await shows(kiosk, /^Opens Wednesday, June 3 at 8:30\sa\.m\.$/)
  })
})

declare global {
  interface Window {
    touches: number
  }
}

function countTouches(): void {
  window.touches = 0
  addEventListener('pointerdown', () => (window.touches += 1), { capture: true })
}
