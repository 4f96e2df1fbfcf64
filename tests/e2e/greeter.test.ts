// The greeter's panel as it is used: in a real browser, by keyboard, beside a queue that goes on.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { DeskVisit } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

describe('the greeter’s panel, end to end', function () {
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

  const panelOf = (page: Page) => page.getByRole('complementary', { name: /^(Add|Ajouter) / })
  async function open(page: Page) {
    await page.keyboard.press('n')
    await page.getByRole('searchbox', { name: /come for|motif/ }).waitFor()
    return panelOf(page)
  }
  async function visits(): Promise<DeskVisit[]> {
    const { rows } = await (await office.signIn('greeter.victoria')).desk('victoria')
    return rows.filter((row) => row.kind === 'visit')
  }

  /** How long each person took to be taken in by staff, ms, as the journal has it. */
  async function preparations(): Promise<number[]> {
    const rows = await office.db
      .reader<{ office_id: string; type: string; data: string }>('facts')
      .where({ office_id: 'victoria', type: 'visit-arrived' })
      .select('data')
    return rows.flatMap(({ data }) => {
      const body = JSON.parse(data) as { details?: { preparation?: number } }
      return body.details?.preparation ?? []
    })
  }

  it('A2 A5 A6 P06 P07 takes somebody in by keyboard alone, and creates nothing before', async () => {
    const desk = await screens.deskAt('greeter.victoria', '1')
    const before = await office.factCount()
    const panel = await open(desk)
    await desk.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await open(desk)
    await desk.keyboard.type('permis de cond')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('oaths')
    await desk.keyboard.press('Enter')
    assert.equal(await office.factCount(), before)
    // The desk learns what time it is from whatever happens in the office.
    office.clock.advance(42_000)
    await office.checkIn('health-card')
    await desk.getByRole('option', { name: /H001/ }).waitFor()
    await desk.keyboard.press('Control+Enter')

    await panel.getByText('Number A001').waitFor()
    await panel.getByText('In the queue. 1 person is ahead.').waitFor()
    const visit = (await visits()).find(({ ticket }) => ticket === 'A001')
    assert.deepEqual(
      visit?.requests.map(({ service }) => service),
      ['driver-licence', 'notary'],
    )
    const [took = 0] = await preparations()
    assert.ok(took > 40_000 && took < 60_000, `${took} ms`)
    await desk.keyboard.type('health')
    await panel.getByText('Number A001').waitFor({ state: 'hidden' })
    await expectNoViolations(desk)
  })

  it('A9 A10 sends priority, needs, party, contact and note, and says what is wrong first', async () => {
    const desk = await screens.deskAt('greeter.victoria', '1')
    const panel = await open(desk)
    await desk.keyboard.type('notary')
    await desk.keyboard.press('Enter')
    await panel.getByRole('radio', { name: 'French' }).check()
    await panel.getByRole('radio', { name: 'Priority' }).check()
    await panel.getByRole('checkbox', { name: 'Escort' }).check()
    await panel.getByLabel('People on this ticket').fill('4')
    await panel.getByLabel('Kind of counter').selectOption('quick')
    await panel.getByLabel('Name to call').fill('Ada')
    await panel.getByLabel('Note for the agent').fill('Two children')
    await panel.getByLabel('Phone').fill('12')
    await desk.keyboard.press('Control+Enter')
    await panel.getByText('Write a phone number').waitFor()
    await expectNoViolations(desk)
    assert.equal((await visits()).length, 0)

    assert.ok(await panel.getByLabel('Phone').evaluate((field) => field.matches(':focus')))
    await panel.getByLabel('Phone').fill('250 555-0100')
    await panel.getByRole('button', { name: /^To the queue/ }).click()
    await panel.getByText('Number N001').waitFor()
    const [visit] = await visits()
    const { language, priority, needs, party, counterKind, name, note, phone } = visit ?? {}
    assert.deepEqual(
      { language, priority, needs, party, counterKind, name, note, phone },
      {
        language: 'fr',
        priority: 'priority',
        needs: ['escort'],
        party: 4,
        counterKind: 'quick',
        name: 'Ada',
        note: 'Two children',
        phone: '250 555-0100',
      },
    )
  })

  it('A9 A10 sends the numbers as they are on the screen, and refuses what is none', async () => {
    const desk = await screens.deskAt('greeter.victoria', '1')
    const panel = await open(desk)
    await desk.keyboard.type('notary')
    await desk.keyboard.press('Enter')
    const party = panel.getByLabel('People on this ticket')
    await party.focus()
    await desk.keyboard.press('Control+A')
    await desk.keyboard.type('51')
    await desk.keyboard.press('Control+Enter')
    await panel.getByRole('alert').getByText('Write a whole number from 1 to 50.').waitFor()
    assert.equal((await visits()).length, 0)
    await expectNoViolations(desk)

    // Still in the field: nothing but the key says that the typing is over.
    await desk.keyboard.press('Control+A')
    await desk.keyboard.type('4')
    await desk.keyboard.press('Control+Enter')
    await panel.getByText('Number N001').waitFor()
    assert.equal((await visits())[0]?.party, 4)
  })

  it('B11 A10 prend l’heure d’un rendez-vous, et dit ce qui n’en est pas une', async () => {
    const desk = await screens.deskAt('greeter.victoria', '1', { locale: 'fr-CA' })
    const panel = await open(desk)
    await desk.keyboard.type('notaire')
    await desk.keyboard.press('Enter')
    const booked = panel.getByLabel('Rendez-vous à')
    await booked.fill('25 h')
    await desk.keyboard.press('Control+Enter')
    await panel
      .getByRole('alert')
      .getByText(/^Écrivez l’heure du rendez-vous/)
      .waitFor()
    assert.equal((await visits()).length, 0)
    assert.ok(await booked.evaluate((field) => field.matches(':focus')))
    await booked.fill('13 h 30')
    await panel
      .getByText(/^Écrivez l’heure du rendez-vous/)
      .last()
      .waitFor({ state: 'detached' })
    await desk.keyboard.press('Control+Enter')
    await panel.getByText('N001').first().waitFor()
    assert.match(String((await visits())[0]?.bookedAt), /T\d\d:30:00\.000Z$/)
  })

  it('C9 P19 serves a frequent service in one step, and says why it cannot twice', async () => {
    for (const service of ['notary', 'notary', 'health-card']) await office.checkIn(service)
    const desk = await screens.deskAt('agent.victoria', '1')
    const panel = await open(desk)
    await panel.getByRole('button', { name: 'Serve now: Notary' }).waitFor()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Shift+Enter')
    await panel.getByText('At your counter now.').waitFor()
    await panel.getByText(/N003 is at your counter\./).waitFor()
    assert.equal((await visits()).filter(({ state }) => state === 'serving').length, 1)
    assert.equal(await panel.getByRole('button', { name: /^Serve now:/ }).count(), 0)
    await desk.keyboard.press('Escape')
    await desk
      .getByRole('button', { name: /^Finish/ })
      .first()
      .waitFor()
  })

  it('C30 P20 keeps other work off the boards and makes serving it the main button', async () => {
    const board = await screens.board()
    const desk = await screens.deskAt('agent.victoria', '1')
    const panel = await open(desk)
    await desk.keyboard.type('notary')
    await desk.keyboard.press('Enter')
    await panel.getByLabel(/^Channel/).selectOption('phone')
    await panel.getByText(/kept off the boards/).waitFor()
    await panel.locator('.button--primary', { hasText: 'Serve now' }).click()
    await panel.getByText('At your counter now.').waitFor()
    assert.equal(await board.getByText('N001').count(), 0)
  })

  it('keeps everything typed when no answer comes, and takes them in once', async () => {
    const expectedErrors = [/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load/]
    const desk = await screens.deskAt('greeter.victoria', '1', { expectedErrors })
    const panel = await open(desk)
    await desk.keyboard.type('notary')
    await desk.keyboard.press('Enter')
    await panel.getByLabel('Name to call').fill('Ada')
    // The request arrives; its answer does not.
    await desk.route('**/visits', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await desk.keyboard.press('Control+Enter')
    await panel.getByRole('button', { name: 'Try again' }).waitFor()
    assert.equal(await panel.getByLabel('Name to call').inputValue(), 'Ada')
    await desk.keyboard.press('Escape')
    await open(desk)
    assert.equal(await panel.getByLabel('Name to call').inputValue(), 'Ada')
    await desk.unroute('**/visits')
    office.clock.advance(30_000)
    await desk.keyboard.press('Control+Enter')
    await panel.getByText('Number N001').waitFor()
    assert.equal((await visits()).length, 1)
  })

  it('A22 counts the line at the door, and says since when and by how much', async () => {
    const desk = await screens.deskAt('greeter.victoria', '1')
    const panel = await open(desk)
    await panel.getByText('Not counted yet today.').waitFor()
    await panel.getByLabel('People at the door without a ticket').fill('7')
    await desk.keyboard.press('Enter')
    await panel.getByText(/^Counted at 9:00\sa\.m\.: 7\./).waitFor()
    office.clock.advance(60_000)
    await panel.getByRole('button', { name: 'One fewer' }).click()
    await panel.getByRole('button', { name: 'One fewer' }).click()
    await panel.getByText(/: 5\. −2 since the count before\./).waitFor()
  })

  for (const [where, size] of [
    ['the desk', { width: 1280, height: 800 }],
    ['a low window', { width: 1024, height: 500 }],
  ] as const) {
    it(`C27 has its last button above a call for help (${where})`, async () => {
      const desk = await screens.deskAt('greeter.victoria', '1', { viewport: size })
      const panel = await open(desk)
      const paper = panel.getByRole('button', { name: 'Paper tickets' })
      await panel.getByRole('heading', { name: 'Add a person' }).click()
      await desk.keyboard.press('!')
      const strip = desk.getByRole('region', { name: 'Calls for help' })
      await strip.getByText('You have called your colleagues').waitFor()

      await paper.scrollIntoViewIfNeeded()
      await eventually(async () => {
        const [last, help] = [await paper.boundingBox(), await strip.boundingBox()]
        return last !== null && help !== null && last.y + last.height <= help.y
      }, 'the last button ends above the strip')
      await paper.click()
      await desk.getByRole('heading', { name: 'Paper tickets' }).waitFor()
    })
  }

  it('A2 takes people in without a counter, where numbers typed choose none', async () => {
    const desk = await screens.deskOf('greeter.victoria')
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    const panel = await open(desk)
    await panel.getByText('Serve now: choose a counter first.').waitFor()
    await desk.keyboard.type('notary')
    await desk.keyboard.press('Enter')
    await panel.getByRole('radio', { name: 'English' }).focus()
    await desk.keyboard.press('2')
    await desk.keyboard.press('Control+Enter')
    await panel.getByText('Number N001').waitFor()
    await expectNoViolations(desk)
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
  })

  it('C9 has no queue to send to in an office without a reception', async () => {
    const desk = await screens.desk({ locale: 'fr-CA' })
    await desk.getByLabel('Nom d’utilisateur').fill('agent.dawson-creek')
    await desk.getByLabel('Mot de passe').fill('guichet')
    await desk.keyboard.press('Enter')
    await desk.getByRole('button', { name: /Guichet 2/ }).click()
    await desk
      .getByRole('button', { name: /^Servir une personne/ })
      .first()
      .waitFor()
    const panel = await open(desk)
    assert.equal(await panel.getByRole('button', { name: /^Mettre en file/ }).count(), 0)
    await desk.keyboard.type('permis')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Control+Enter')
    await panel.waitFor({ state: 'hidden' })
    await desk
      .getByRole('button', { name: /^Terminer/ })
      .first()
      .waitFor()
    await expectNoViolations(desk)
  })
})
