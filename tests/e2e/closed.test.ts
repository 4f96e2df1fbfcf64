// The kiosk when no tickets are given: closed by the hours, stopped early, one service paused.
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { OpeningHours } from '../../server/domain/settings.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR } from '../support/seeded.ts'
import { Screens } from './screens.ts'

const day = [{ from: 510, to: 990 }]
const HOURS: OpeningHours = { week: [day, day, day, day, day, [], []], exceptions: [] }

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 5_000 })

describe('the kiosk of a closed office', function () {
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

  it('A17 closes by itself while somebody chooses, says when next in both languages, and opens', async () => {
    await configure(office, (was) => ({ ...was, hours: HOURS }))
    const kiosk = await screens.kiosk()
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await kiosk.getByRole('button', { name: 'Driving' }).waitFor()

    office.clock.advance(7.5 * HOUR)

    await kiosk.getByRole('heading', { name: /^The office is closed/ }).waitFor()
    await shows(kiosk, /^Opens Wednesday, June 3 at 8:30\sa\.m\.$/)
    await shows(kiosk, /^Ouverture le mercredi 3 juin à 8\sh\s30$/)
    await expectNoViolations(kiosk, { enhancedContrast: true })

    office.clock.advance(16 * HOUR)
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
  })

  it('A17 says that tickets were stopped early and why, and goes on when they are resumed', async () => {
    const manager = await office.signIn('manager.victoria')
    const kiosk = await screens.kiosk()
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
    await manager.stopIntake('victoria', { reason: 'full' })
    await kiosk.getByRole('heading', { name: /No more numbers for now/ }).waitFor()
    await shows(kiosk, 'As many people are waiting as can be served today.')
    await manager.resumeIntake('victoria')
    await kiosk.getByRole('button', { name: 'Français' }).waitFor()
  })

  it('B17 takes a service away while somebody chooses, and says why, in French', async () => {
    const manager = await office.signIn('manager.victoria')
    const kiosk = await screens.kiosk({ locale: 'fr-CA' })
    await kiosk.getByRole('button', { name: 'Français' }).tap()
    await kiosk.getByRole('button', { name: 'Soins de santé' }).tap()
    const service = kiosk.getByRole('button', { name: 'Carte santé' })
    await service.waitFor()
    await manager.stopIntake('victoria', { service: 'health-card', reason: 'system-down' })
    await service.waitFor({ state: 'detached' })
    await shows(kiosk, 'Aucun numéro en ce moment')
    await shows(kiosk, 'Les systèmes dont nous avons besoin sont en panne.')
    await expectNoViolations(kiosk, { enhancedContrast: true })
  })

  it('A17 lets a manager stop tickets and give them again, from the office now', async () => {
    const kiosk = await screens.kiosk()
    const desk = await screens.deskOf('manager.victoria')
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    await desk.keyboard.press('m')
    const panel = desk.getByRole('region', { name: 'Tickets at the kiosks' })
    await panel.getByLabel('Because').selectOption('emergency')
    await panel.getByRole('button', { name: 'No more tickets today' }).click()
    await shows(kiosk, 'There is an emergency in the office.')
    await expectNoViolations(desk)
    await panel.getByRole('button', { name: /^Give tickets again/ }).click()
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
  })
})
