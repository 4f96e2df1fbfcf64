// An agent who uses no mouse works a whole day: everything has a key, and the focus is never lost.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { DeskVisit } from '#protocol'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { backFromDialog, dialog, expectFocus, press, primary, tabTo } from './presses.ts'
import { Screens } from './screens.ts'

describe('a day at the desk without a mouse', function () {
  this.timeout(180_000)
  let browser: TestBrowser
  let office: TestOffice
  let desk: Page

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly())
    desk = await new Screens(office, browser).desk()
    await desk.getByLabel('User name').waitFor()
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  async function signIn(counter: string): Promise<void> {
    await desk.keyboard.type('agent.victoria')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('guichet')
    await desk.keyboard.press('Enter')
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    await expectFocus(desk)
    await desk.keyboard.press(counter)
    await primary(desk, /^Call next/)
    await expectFocus(desk)
  }

  /** As the office has it. */
  async function visit(ticket: string): Promise<DeskVisit | undefined> {
    const api = await office.signIn('manager.victoria')
    const { rows } = await api.desk('victoria')
    const live = rows.filter((row) => row.kind === 'visit')
    const all = [...live, ...(await api.ended('victoria')).visits]
    return all.find((row) => row.ticket === ticket)
  }
  async function expectState(ticket: string, state: string): Promise<void> {
    await eventually(async () => (await visit(ticket))?.state === state, `${ticket} is ${state}`)
  }

  /** Calls whoever is next, who must be `ticket`, and begins. */
  async function serve(ticket: string): Promise<void> {
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await desk.getByText(ticket).first().waitFor()
    await press(desk, ' ')
    await primary(desk, /^Finish/)
    await expectFocus(desk)
  }

  async function takeIn(...services: string[]): Promise<void> {
    await press(desk, 'n')
    const panel = desk.getByRole('complementary', { name: 'Add a person' })
    await panel.getByRole('searchbox').waitFor()
    for (const service of services) {
      await desk.keyboard.type(service)
      await panel.getByText(/^Number /).waitFor({ state: 'hidden' })
      await desk.keyboard.press('Enter')
      await desk.keyboard.press('Control+Enter')
      await panel.getByText(/^Number /).waitFor({ state: 'attached' })
      await expectFocus(desk)
    }
    await desk.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expectFocus(desk)
  }

  it('C25 C8 C20 says what it takes, takes people in, calls, recalls, holds and resumes', async () => {
    await signIn('3')
    await press(desk, 's')
    await dialog(desk, /^What I take/)
    // All services off, which is refused in the dialog, and on again; then without the first one.
    await press(desk, ' ')
    await desk.keyboard.press('Enter')
    await desk.getByText('Choose at least one in each group.').waitFor()
    await press(desk, ' ')
    await desk.keyboard.press('Tab')
    await press(desk, ' ')
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    await desk.getByRole('button', { name: /^I take: some/ }).waitFor()

    await takeIn('notary', 'health card', 'property tax: pay')
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await press(desk, 'r')
    await eventually(async () => (await visit('N001'))?.timesCalled === 2, 'N001 is called again')
    await press(desk, ' ')
    await primary(desk, /^Finish/)

    await press(desk, 'h')
    await dialog(desk, /^Hold N001/)
    await expectFocus(desk)
    await desk.keyboard.press('ArrowRight')
    await desk.keyboard.press('ArrowRight')
    await desk.keyboard.press('2')
    await backFromDialog(desk)
    const held = desk.getByRole('option', { name: /N001.*Back at.*Getting documents/s })
    await held.waitFor()
    assert.match((await visit('N001'))?.backAt ?? '', /^2026-06-02T16:10:0/)

    await serve('H001')
    await press(desk, ' ')
    await primary(desk, /^Call next/)
    await press(desk, 'ArrowDown')
    await press(desk, 'ArrowRight')
    await expectFocus(desk)
    await press(desk, 'Enter')
    await desk.getByRole('region', { name: 'Chosen' }).getByText('N001').first().waitFor()
    await press(desk, 'Shift+B')
    await primary(desk, /^Finish/)
    await expectFocus(desk)
    await expectState('N001', 'serving')
  })

  it('C16 C11 C13 adds and switches requests, finishes with an outcome, transfers and returns', async () => {
    await signIn('1')
    await takeIn('notary', 'health card', 'identity card')
    await serve('N001')
    await press(desk, 'd')
    await dialog(desk, /^Add a request to N001/)
    const now = desk.getByRole('dialog').getByLabel('Take it up at once')
    await tabTo(desk, desk.getByRole('dialog').getByLabel(/^Afterwards: Notary/))
    await desk.keyboard.press('ArrowRight')
    assert.ok(await now.isChecked())
    await tabTo(desk, desk.getByRole('dialog').getByRole('searchbox'), 'Shift+Tab')
    await desk.keyboard.type('income assist')
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    assert.equal((await visit('N001'))?.current, 2)
    await press(desk, 'z')
    await eventually(
      async () => (await visit('N001'))?.requests.length === 1,
      'the added request is taken back',
    )

    await press(desk, 'd')
    await dialog(desk, /^Add a request to N001/)
    await desk.keyboard.type('income assist')
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    const both = await visit('N001')
    assert.deepEqual([both?.requests.length, both?.current], [2, 1])
    await press(desk, 'e')
    await dialog(desk, /^Requests of N001/)
    await press(desk, '2')
    await eventually(async () => (await visit('N001'))?.current === 2, 'the second is taken up')
    await press(desk, '1')
    await eventually(
      async () => (await visit('N001'))?.current === 1,
      'the first is taken up again',
    )
    await desk.keyboard.press('Escape')
    await backFromDialog(desk)
    await press(desk, 'f')
    const first = await dialog(desk, /^Finish Notary/)
    await tabTo(desk, first.getByRole('spinbutton', { name: 'Quantity' }), 'Shift+Tab')
    await desk.keyboard.press('ArrowUp')
    await tabTo(desk, first.getByRole('button', { name: /Partly done/ }))
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    await press(desk, 'f')
    await dialog(desk, /^Finish N001/)
    await desk.keyboard.press('1')
    await backFromDialog(desk)
    await primary(desk, /^Call next/)
    const ended = await visit('N001')
    assert.deepEqual(
      ended?.requests.map(({ quantity, outcome }) => [quantity, outcome]),
      [
        [2, 'partly'],
        [1, 'done'],
      ],
    )

    await serve('H001')
    await press(desk, 't')
    await dialog(desk, /^Transfer H001/)
    await desk.keyboard.type('seniors')
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    await primary(desk, /^Call next/)
    await serve('H001')
    await press(desk, 'q')
    await dialog(desk, /^Return H001/)
    await desk.keyboard.press('3')
    await backFromDialog(desk)
    await primary(desk, /^Call next/)
    await desk.getByRole('option').last().getByText('H001').waitFor()
  })

  it('C6 C15 C17 C24 marks a no-show, brings back, undoes, moves, assigns and writes', async () => {
    await signIn('1')
    await takeIn('notary', 'health card', 'identity card')
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await press(desk, 'x')
    await primary(desk, /^Call next/)
    await expectState('N001', 'no-show')
    const bringBack = async (...keys: string[]): Promise<void> => {
      await press(desk, 'b')
      const back = await dialog(desk, /^Bring somebody back/)
      await back.getByText(/N001/).waitFor()
      for (const key of keys) await desk.keyboard.press(key)
      await backFromDialog(desk)
      await expectState('N001', 'waiting')
    }
    await bringBack('n', '0', '0', '1', 'Enter')
    await press(desk, 'z')
    await expectState('N001', 'no-show')
    await bringBack('1')

    await press(desk, 'ArrowDown', 'Enter')
    await desk.getByRole('region', { name: 'Chosen' }).getByText('N001').first().waitFor()
    await press(desk, 'Shift+M')
    await dialog(desk, /^Move N001/)
    await desk.keyboard.press('End')
    await desk.getByText('Last, after C001').waitFor()
    await desk.keyboard.press('1')
    await backFromDialog(desk)
    const last = desk.getByRole('option').last()
    await last.getByText('N001').waitFor()
    await press(desk, 'Shift+A')
    await dialog(desk, /^Who may call N001/)
    await desk.keyboard.press('1')
    await backFromDialog(desk)
    await last.getByText('For you').waitFor()
    await press(desk, 'Shift+C')
    await desk.getByLabel('Note for the next agent').waitFor()
    await desk.keyboard.type('Needs a witness')
    await desk.keyboard.press('Control+Enter')
    await desk.getByLabel('Note for the next agent').waitFor({ state: 'detached' })
    await expectFocus(desk)
    assert.equal((await visit('N001'))?.note, 'Needs a witness')
    await press(desk, 'Shift+L')
    await expectState('N001', 'left')
    await eventually(
      () => desk.evaluate(() => document.activeElement !== document.body),
      'the focus stays',
    )
  })

  it('C10 C22 C23 C27 takes a break, sees the office, calls for help, leaves with a visit open', async () => {
    await signIn('1')
    await takeIn('notary', 'health card')
    await press(desk, 'p')
    const pause = await dialog(desk, /^Are you available/)
    await tabTo(desk, pause.getByRole('button', { name: /Lunch/ }))
    await desk.keyboard.press('Enter')
    await backFromDialog(desk)
    await primary(desk, /^Resume/)
    await press(desk, ' ')
    await primary(desk, /^Call next/)

    await press(desk, 'm')
    await desk.getByRole('heading', { name: 'The office now' }).waitFor()
    await expectFocus(desk)
    await press(desk, 'Escape')
    await desk.getByRole('heading', { name: 'The office now' }).waitFor({ state: 'detached' })
    await expectFocus(desk)

    await press(desk, '!')
    const off = desk.getByRole('button', { name: 'Call it off' })
    await off.waitFor()
    await tabTo(desk, off)
    await desk.keyboard.press('Enter')
    await off.waitFor({ state: 'detached' })
    await expectFocus(desk)

    await press(desk, 'y')
    await primary(desk, /^Appeler/)
    await press(desk, '?')
    await dialog(desk, /^Raccourcis clavier/)
    await desk.keyboard.press('Escape')
    await backFromDialog(desk)
    await press(desk, 'y')
    await primary(desk, /^Call next/)

    await serve('N001')
    await press(desk, 'g')
    const leave = await dialog(desk, /^Leave the counter/)
    await leave.getByText('N001 is at your counter. What becomes of this person?').waitFor()
    await desk.keyboard.press('1')
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    await expectFocus(desk)
    await expectState('N001', 'waiting')
    await desk.keyboard.press('2')
    await primary(desk, /^Call next/)
    await serve('N001')
    await press(desk, 'o')
    await dialog(desk, /^Sign out/)
    await desk.keyboard.press('2')
    await desk.getByLabel('User name').waitFor()
    await expectFocus(desk)
    await expectState('N001', 'held')
  })
})
