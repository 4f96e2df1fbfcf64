// The screens of an office that gives no numbers: closed by the hours, stopped early, one service paused.
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

const day = [{ from: 510, to: 990 }]
const HOURS: OpeningHours = { week: [day, day, day, day, day, [], []], exceptions: [] }

const shows = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 5_000 })

describe('the screens of a closed office', function () {
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

  it('D6 says on sign and board what is so while an agent goes on with those who are here', async () => {
    await configure(office, (was) => ({ ...was, hours: HOURS }))
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '1' })
    await office.checkIn('notary')
    const sign = await screens.sign('1')
    const board = await screens.board()
    await shows(sign, 'Next, please')
    await shows(board, 'Join the queue with your phone')

    office.clock.advance(7.5 * HOUR)

    for (const page of [sign, board]) {
      await shows(page, /Closed now/)
      await shows(page, /Numbers already given are still called\./)
      await shows(page, /Les numéros déjà donnés sont encore appelés\./)
      assert.equal(await page.getByText('Next, please').count(), 0)
      await expectNoViolations(page, { enhancedContrast: true })
    }
    await board.getByText('Join the queue with your phone').waitFor({ state: 'detached' })
    await agent.callNext('victoria', '1')
    await shows(sign, 'N001')

    office.clock.advance(15.75 * HOUR)
    const early = await office.signIn('agent.victoria')
    await early.takeCounter('victoria', { counter: '1' })
    // A page whose server's clock has jumped believes for a few seconds that it is fast.
    await sign.getByText(/^Closed now Opens at 8:30\sa\.m\.$/).waitFor({ timeout: 20_000 })
    office.clock.advance(0.25 * HOUR)
    await shows(sign, 'Personne suivante')
  })

  it('C1 says at the desk that no numbers are given, and what can be done all the same', async () => {
    await configure(office, (was) => ({ ...was, hours: HOURS }))
    const manager = await office.signIn('manager.victoria')
    const desk = await screens.deskOf('agent.victoria', { locale: 'fr-CA' })
    const says = desk.getByRole('status').filter({ hasText: 'peuvent encore être servies' })
    await desk.getByRole('heading', { name: 'Choisir un guichet' }).waitFor()
    assert.equal(await says.count(), 0)

    await manager.stopIntake('victoria', { reason: 'full' })
    await says.filter({ hasText: 'Ouvert, mais plus de numéros pour le moment.' }).waitFor()
    await screens.takeCounter(desk, '1')
    await says.filter({ hasText: 'Ouvert, mais plus de numéros pour le moment.' }).waitFor()
    await manager.resumeIntake('victoria')
    await says.waitFor({ state: 'detached' })

    office.clock.advance(7.5 * HOUR)
    await says.filter({ hasText: /^Fermé\. Ouvre le mercredi 3 juin à 8\sh\s30\./ }).waitFor()
    await expectNoViolations(desk)
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
