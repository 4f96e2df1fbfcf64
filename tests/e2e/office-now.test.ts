// The office right now, calls for help, messages and corrections, as people use them: by keyboard,
// in a real browser.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

const MINUTE = 60_000

describe('the office right now, end to end', function () {
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

  /** A manager who has taken no counter, with the panel open: by keyboard only. */
  async function managerPanel(size = { width: 1280, height: 900 }): Promise<Page> {
    const page = await screens.deskOf('manager.victoria', { viewport: size })
    await page.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    await page.keyboard.press('m')
    await page.getByRole('heading', { name: 'The office now' }).waitFor()
    return page
  }

  /** Somebody called by this agent, who has begun with them. */
  async function serveOne(agent: string, counter: string): Promise<{ visit: string }> {
    await office.checkIn('driver-licence')
    const api = await office.signIn(agent)
    await api.takeCounter('victoria', { counter })
    const visit = await api.callNext('victoria', counter)
    assert.ok(visit)
    await api.begin(visit.id, {})
    return { visit: visit.id }
  }
  const nameOf = async (username: string): Promise<string> =>
    (await (await office.signIn(username)).me()).name

  it('F5 P26 answers a manager without a counter whether anybody waits too long, and where', async () => {
    await serveOne('agent.victoria', '3')
    await office.checkIn('health-card')
    office.clock.advance(31 * MINUTE)
    const panel = await managerPanel()

    await panel.getByText('Yes: 1 ticket has waited 30 minutes or more').waitFor()
    await panel.getByText(/^Where: .+ \(1\)$/).waitFor()
    const counter = panel.getByRole('listitem').filter({ hasText: 'Counter 3' }).last()
    await counter.getByText('Serving').waitFor()
    await counter.getByText('Long', { exact: true }).waitFor()
    await counter.getByText(/A001, /).waitFor()
    // One word for a counter where nobody is: beside the others, and where one is chosen.
    const empty = panel.getByRole('listitem').filter({ hasText: 'Counter 4' })
    await empty.filter({ hasText: 'Unoccupied' }).nth(1).waitFor()
    assert.equal(await empty.count(), 2)
    await expectNoViolations(panel)
    assert.equal(await counterOf('manager.victoria'), undefined)
  })

  it('P26 draws its lists like every other field', async () => {
    const panel = await managerPanel()

    for (const name of [/^For/, /^Because/]) {
      const look = await panel.getByRole('combobox', { name }).evaluate((field) => {
        const { fontWeight, borderTopStyle, borderTopLeftRadius } = getComputedStyle(field)
        return { fontWeight, borderTopStyle, isRound: borderTopLeftRadius !== '0px' }
      })
      assert.deepEqual(look, { fontWeight: '400', borderTopStyle: 'solid', isRound: true })
    }
  })

  it('P26 C25 ends somebody’s service by keyboard, naming the agent and the ticket', async () => {
    const desk = await screens.deskAt('agent.victoria', '3')
    await office.checkIn('driver-licence')
    await desk.getByText('A001').first().waitFor()
    await press(desk, ' ')
    await desk
      .getByRole('button', { name: /^Begin/ })
      .first()
      .waitFor()
    await press(desk, ' ')
    await desk
      .getByRole('button', { name: /^Finish/ })
      .first()
      .waitFor()
    const agent = await nameOf('agent.victoria')
    const panel = await managerPanel()

    await panel.getByRole('button', { name: `End A001 of ${agent}` }).focus()
    await panel.keyboard.press('Enter')
    await panel.getByRole('dialog', { name: `End what ${agent} does with A001?` }).waitFor()
    await expectNoViolations(panel)
    await panel.getByRole('button', { name: /Return to the queue/ }).focus()
    await panel.keyboard.press('Enter')

    await panel.getByText(`A001 is no longer with ${agent}.`).waitFor()
    await desk
      .getByRole('button', { name: /^Call next/ })
      .first()
      .waitFor()
    const { rows } = await (await office.signIn('agent.victoria')).desk('victoria')
    const [visit] = rows.filter((row) => row.kind === 'visit')
    assert.equal(visit?.state, 'waiting')
  })

  it('P26 says that it was over before it could be ended', async () => {
    const { visit } = await serveOne('agent.victoria', '3')
    const agent = await nameOf('agent.victoria')
    const panel = await managerPanel()
    await panel.getByRole('button', { name: `End A001 of ${agent}` }).click()
    await panel.getByRole('dialog').waitFor()

    await (await office.signIn('agent.victoria')).finish(visit, {})

    await panel.getByText(`A001 is no longer with ${agent}: nothing was done.`).waitFor()
    await panel.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('P26 moves somebody who is with another agent', async () => {
    await serveOne('agent.victoria', '3')
    const agent = await nameOf('agent.victoria')
    const panel = await managerPanel()

    await panel.getByRole('button', { name: `Move A001 of ${agent}` }).click()
    await panel.getByRole('dialog').getByRole('searchbox').fill('health card')
    await panel.keyboard.press('Enter')

    await panel.getByText('A001 was moved.').waitFor()
  })

  it('offers an agent no action on what others do, and the server refuses it', async () => {
    const { visit } = await serveOne('agent2.victoria', '2')
    const desk = await screens.deskAt('agent.victoria', '3')
    await desk.keyboard.press('m')
    await desk.getByRole('heading', { name: 'The office now' }).waitFor()

    assert.equal(await desk.getByRole('button', { name: /^End / }).count(), 0)
    assert.equal(await desk.getByRole('button', { name: 'Correct an ended visit' }).count(), 0)
    const api = await office.signIn('agent.victoria')
    await assert.rejects(api.finish(visit, {}), { code: 'visit-with-other-agent' })
    await desk.keyboard.press('Escape')
    await desk.getByRole('heading', { name: 'The office now' }).waitFor({ state: 'detached' })
  })

  it('C27 calls colleagues at one key, shows who comes, and ends', async () => {
    const [caller, colleague] = [
      await screens.deskAt('agent.victoria', '3'),
      await screens.deskAt('agent2.victoria', '2'),
    ]
    const names = [await nameOf('agent.victoria'), await nameOf('agent2.victoria')] as const

    await caller.keyboard.press('!')
    await caller.getByText('You have called your colleagues').waitFor()
    const alert = colleague.getByRole('alert').filter({ hasText: 'calls for help' })
    await alert.getByText(`${names[0]} calls for help at Counter 3`).waitFor()
    await expectNoViolations(colleague)

    await colleague.getByRole('button', { name: `I am coming: ${names[0]}` }).focus()
    await colleague.keyboard.press('Enter')
    await caller.getByText(`Coming: ${names[1]}`).waitFor()
    await colleague.getByRole('button', { name: 'You are coming' }).waitFor()
    await expectNoViolations(caller)

    await caller.getByRole('button', { name: 'It is over' }).click()
    await alert.waitFor({ state: 'detached' })
    await caller.getByText('You have called your colleagues').waitFor({ state: 'detached' })
  })

  it('C27 is heard by a manager without a counter, and can be called off', async () => {
    const manager = await managerPanel()
    const caller = await screens.deskAt('agent.victoria', '3')

    await caller.getByRole('button', { name: 'Call for help' }).click()
    await manager.getByText(/calls for help at Counter 3/).waitFor()
    await caller.getByRole('button', { name: 'Call it off' }).click()
    await manager.getByText(/calls for help/).waitFor({ state: 'detached' })
  })

  it('C27 says so when nobody could be called', async () => {
    const expectedErrors = [/ERR_INTERNET_DISCONNECTED|Failed to load|WebSocket/]
    const caller = await screens.deskAt('agent.victoria', '3', { expectedErrors })

    await caller.context().setOffline(true)
    await caller.keyboard.press('!')
    await caller.getByText(/Your colleagues have not been called/).waitFor()
    await caller.context().setOffline(false)
    await caller
      .getByRole('region', { name: 'Calls for help' })
      .getByRole('button', { name: 'Try again' })
      .click()
    await caller.getByText('You have called your colleagues').waitFor()
  })

  it('P26 writes to an agent, who reads it by keyboard, though they reload first', async () => {
    const desk = await screens.deskAt('agent.victoria', '3')
    const panel = await managerPanel()
    const agent = await nameOf('agent.victoria')

    await panel.getByRole('button', { name: `Message ${agent}` }).click()
    await panel.getByRole('textbox', { name: 'Message' }).fill('Please open counter 5 at 10.')
    await panel.getByText('You can write 272 more characters').waitFor()
    await expectNoViolations(panel)
    await panel.keyboard.press('Control+Enter')
    await panel.getByText(`The message to ${agent} is sent.`).waitFor()

    await desk.getByText('Please open counter 5 at 10.').waitFor()
    await desk.reload()
    await desk.getByText('Please open counter 5 at 10.').waitFor()
    await expectNoViolations(desk)
    await desk.getByRole('button', { name: /^Read/ }).focus()
    await desk.keyboard.press('Enter')
    await desk.getByText('Please open counter 5 at 10.').waitFor({ state: 'hidden' })
    const left = await (await office.signIn('agent.victoria')).messages('victoria')
    assert.deepEqual(left.messages, [])
  })

  it('corrects an ended visit with its story before the eyes, by keyboard', async () => {
    const { visit } = await serveOne('agent.victoria', '3')
    office.clock.advance(20 * MINUTE)
    await (await office.signIn('agent.victoria')).leave(visit, {})
    office.clock.advance(MINUTE)
    const panel = await managerPanel()

    await panel.getByRole('button', { name: 'Correct an ended visit' }).focus()
    await panel.keyboard.press('Enter')
    await panel.getByRole('button', { name: /A001/ }).and(panel.locator('.choice-line')).waitFor()
    await panel.keyboard.press('1')
    await panel.getByRole('dialog', { name: 'Correct A001' }).waitFor()
    await panel.getByRole('button', { name: 'Back to the list' }).click()
    await panel.getByRole('searchbox').fill('a001')
    await panel.keyboard.press('Enter')
    const dialog = panel.getByRole('dialog', { name: 'Correct A001' })
    await dialog.getByText('Service began').waitFor()
    await expectNoViolations(panel)
    await dialog.getByRole('radio', { name: 'Served' }).check()
    await dialog.getByRole('button', { name: 'Correct' }).click()
    await dialog.getByText('Choose a reason.').waitFor()
    await dialog.getByLabel('When it ended, on the office’s clock').fill('9 h 10')
    await dialog.getByLabel('Why it is corrected').selectOption('forgot')
    await dialog.getByRole('button', { name: 'Correct' }).click()

    await panel.getByText('A001 is corrected.').waitFor()
    const manager = await office.signIn('manager.victoria')
    const { visits } = await manager.ended('victoria')
    assert.deepEqual(
      visits.map(({ ticket, state }) => [ticket, state]),
      [['A001', 'served']],
    )
    const { facts } = await manager.story(visit)
    assert.equal(facts.at(-1)?.type, 'visit-corrected')
    assert.equal(facts.at(-1)?.reason, 'forgot')
  })

  it('C25 fits a window of 1024 pixels, and 200 % zoom', async () => {
    await serveOne('agent.victoria', '3')
    for (const size of [
      { width: 1024, height: 768 },
      { width: 640, height: 450 },
    ]) {
      const panel = await managerPanel(size)
      const over = await panel.evaluate(() => {
        const body = document.querySelector('.side-panel__body')
        return [document.documentElement, ...(body ? [body] : [])].map(
          (each) => each.scrollWidth - each.clientWidth,
        )
      })
      assert.deepEqual(over, [0, 0], `${size.width} wide`)
      await expectNoViolations(panel)
    }
  })

  async function counterOf(username: string): Promise<string | undefined> {
    const { rows } = await (await office.signIn(username)).desk('victoria')
    const id = await office.idOf(username)
    return rows.filter((row) => row.kind === 'counter').find((row) => row.agent === id)?.code
  }
})
