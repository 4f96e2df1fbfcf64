// What an agent says at the desk and the room then sees: when they are back, and who agreed to be called
// by name.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import { USUAL_BOARD, type PutBoard } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { DOUBLE_WITHIN } from '../../agent-ui/src/composables/held-press.ts'
import { press, primary } from './presses.ts'
import { Screens } from './screens.ts'

const { code: _, ...USUAL } = structuredClone(USUAL_BOARD) as PutBoard & { code: string }

describe('a desk tells the room', function () {
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

  it('B4 D6 when its agent is back, by keyboard; another time replaces it', async () => {
    const sign = await screens.sign('1')
    const desk = await screens.deskAt('agent.victoria', '1')
    await sign.getByText('Next, please').waitFor()

    await press(desk, 'p')
    const dialog = desk.getByRole('dialog')
    await dialog.getByText('Back at (the room is shown it)').waitFor()
    await expectNoViolations(desk)
    await dialog.getByRole('radio', { name: 'No time' }).focus()
    for (let n = 0; n < 3; n += 1) await desk.keyboard.press('ArrowRight')
    assert.ok(await dialog.getByRole('radio', { name: 'in 15 min' }).isChecked())
    await press(desk, '2')

    await dialog.waitFor({ state: 'hidden' })
    await sign.getByText(/^Back at 9:15\sa\.m\.$/).waitFor()
    // A hand is not this quick: the same key so soon again would be a double press.
    await desk.waitForTimeout(DOUBLE_WITHIN)
    await press(desk, 'p')
    const present = dialog.getByRole('button', { name: /On a break.*now/ })
    await present.waitFor()
    assert.equal(await present.getAttribute('aria-disabled'), 'true')
    await dialog.getByLabel('Time of return').fill('08:30')
    await dialog.getByRole('button', { name: 'Back office' }).click()
    await dialog.getByText('Give a time later today, such as 2:30 p.m.').waitFor()
    await dialog.getByLabel('Time of return').fill('10:45')
    assert.equal(await present.getAttribute('aria-disabled'), null)
    await present.click()
    await sign.getByText(/^Back at 10:45\sa\.m\.$/).waitFor()
  })

  it('D11 who agreed to be called by name, also later, and who takes it back', async () => {
    const manager = await office.signIn('manager.victoria')
    await manager.putBoard('victoria', 'main', { ...USUAL, calledBy: 'name' })
    await manager.addVisit('victoria', { requests: [{ service: 'notary' }], name: 'Maya Roy' })
    const board = await screens.board()
    const desk = await screens.deskAt('agent.victoria', '1')
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await board.getByText('N001').first().waitFor()
    assert.equal(await board.getByText('Maya').count(), 0)

    const change = async (): Promise<void> => {
      await desk.getByRole('button', { name: /^Particulars/ }).click()
      await desk.getByLabel('Agrees to be called by first name on the boards').click()
      await desk.getByRole('button', { name: 'Save' }).click()
      await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await change()
    await board.getByText('Maya R.').first().waitFor()
    await change()
    await eventually(async () => (await board.getByText('Maya').count()) === 0, 'no name any more')
  })
})
