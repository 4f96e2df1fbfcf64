// The bad morning: a roll of paper tickets typed in afterwards, in a real browser and by keyboard.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

describe('a paper roll, end to end', function () {
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

  async function openRoll(locale: string) {
    const desk = await screens.deskAt('greeter.victoria', '1', {
      locale,
      expectedErrors: [/409/],
    })
    await desk.keyboard.press('n')
    await desk.getByRole('button', { name: /Paper tickets|Billets papier/ }).click()
    await desk.getByRole('heading', { name: /Paper tickets|Billets papier/ }).waitFor()
    return desk
  }

  it('is typed in line by line, with the times at which everything happened', async () => {
    const desk = await openRoll('en-CA')
    const type = async (...fields: string[]): Promise<void> => {
      for (const text of fields) {
        await desk.keyboard.press('Tab')
        if (text !== '') await desk.keyboard.type(text)
      }
      await desk.keyboard.press('Enter')
    }
    await desk.keyboard.type('41')
    await type('Notary', 'Served', '8:05', '0815', '8 h 25')
    await desk.getByText(/^Saved: P041$/).waitFor()
    // The next line has the next number and the same service.
    assert.equal(await desk.getByLabel('Number').last().inputValue(), '42')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('Still')
    await desk.getByRole('button', { name: 'Line 42: add a service' }).press('Enter')
    await desk.keyboard.type('Health card')
    await desk.locator('input[data-field=arrived]').last().fill('8:10')
    await desk.keyboard.press('Enter')
    await desk.getByText(/^Saved: P042$/).waitFor()
    await expectNoViolations(desk)

    const { rows } = await (await office.signIn('agent.victoria')).desk('victoria')
    const [waiting, ...others] = rows.filter((row) => row.kind === 'visit')
    assert.deepEqual(others, [])
    assert.equal(waiting?.state, 'waiting')
    assert.deepEqual(
      waiting.requests.map(({ service }) => service),
      ['notary', 'health-card'],
    )
    assert.equal(waiting.arrivedAt, '2026-06-02T15:10:00.000Z')
    const [served] = await (await office.tables())('visits').where({ state: 'served' }).select('*')
    assert.ok(served)
  })

  it('says what is wrong with a line, and lets it be mended', async () => {
    const desk = await openRoll('fr-CA')
    const last = (label: string) => desk.getByLabel(label).last()
    const fill = async (number: string): Promise<void> => {
      await last('Numéro').fill(number)
      await desk.locator('select[data-field=service]').last().selectOption('notary')
      await desk.locator('input[data-field=arrived]').last().fill('8 h 05')
      await desk.locator('input[data-field=begun]').last().fill('0815')
      await desk.locator('input[data-field=ended]').last().fill('8 h 25')
    }
    await desk.keyboard.press('Enter')
    await desk.getByText('Choisissez le service.').waitFor()
    await fill('7')
    await desk.keyboard.press('Enter')
    await desk.getByText(/^Enregistrée\s: P007$/).waitFor()
    await fill('7')
    await desk.keyboard.press('Enter')
    await desk.getByText(/a déjà été saisi/).waitFor()
    await expectNoViolations(desk)
    await desk.getByLabel('Numéro').nth(1).fill('9')
    await desk.keyboard.press('Enter')
    await desk.getByText(/^Enregistrée\s: P009$/).waitFor()
    await desk.getByText('2 lignes enregistrées').waitFor()
  })
})
