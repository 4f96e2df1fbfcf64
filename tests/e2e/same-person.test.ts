// A second number of one person, as the desk shows it: on the row of who waits, and at the counter.
import { after, afterEach, before, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

describe('somebody with two numbers', function () {
  this.timeout(60_000)
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

  it('A23 is seen in the line and at the counter, in both languages', async () => {
    const greeter = await office.signIn('greeter.victoria')
    const phone = '250 555 0123'
    await greeter.addVisit('victoria', { requests: [{ service: 'notary' }], phone })
    await greeter.addVisit('victoria', { requests: [{ service: 'health-card' }], phone })
    const desk = await new Screens(office, browser).deskAt('agent.victoria', '1')

    await desk.getByText('Same person? N001').waitFor()
    await expectNoViolations(desk)
    await press(desk, ' ')
    await desk.getByText('Same person? H001 (Waiting)').waitFor()
    await expectNoViolations(desk)
    await desk.keyboard.press('y')
    await desk.getByText('Même personne? H001 (En attente)').waitFor()
  })
})
