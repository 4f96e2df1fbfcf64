// A full morning in one office: three agents and a greeter, each at a page of their own, and thirty
// people. At its end everybody is accounted for.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { expectTimesAddUp, statesOf } from './morning-account.ts'
import { Agent, takeIn, type Arrival } from './morning-desk.ts'
import { press, primary } from './presses.ts'
import { Screens } from './screens.ts'

const MINUTE = 60_000

const FIRST: readonly Arrival[] = [
  { service: 'notary' },
  { service: 'health card', language: 'French' },
  { service: 'driver licence renew', name: 'Ada' },
  { service: 'property tax: pay' },
  { service: 'identity card', need: 'Seat' },
  { service: 'knowledge test' },
  { service: 'notary', party: 4, name: 'Family Roy' },
  { service: 'health card', also: 'notary' },
  { service: 'vehicle registration', priority: 'Priority' },
  { service: 'property tax: pay', language: 'French' },
  { service: 'income assistance', need: 'Quiet' },
  { service: 'notary' },
]
const LATER: readonly Arrival[] = [
  ...['health card', 'notary', 'identity card', 'property tax: pay', 'vehicle'].map((service) => ({
    service,
  })),
  { service: 'fishing' },
  { service: 'notary', channel: 'phone', name: 'On the line' },
  { service: 'health card', language: 'French', need: 'Sign language' },
  ...['seniors', 'help with rent', 'change of name', 'notary', 'crown land'].map((service) => ({
    service,
  })),
  ...['health card', 'identity card', 'notary'].map((service) => ({ service, party: 2 })),
]

describe('a full morning', function () {
  this.timeout(300_000)
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

  async function agentAt(username: string, counter: string): Promise<Agent> {
    const { name } = await (await office.signIn(username)).me()
    return new Agent(await screens.deskAt(username, counter), name, counter)
  }

  it('C1 C2 C4 C6 C8 C10 C11 C12 C13 C15 C16 C17 C24 B15 B16 A22 is accounted for to the last person', async () => {
    const ann = await agentAt('agent.victoria', '1')
    const bob = await agentAt('agent2.victoria', '2')
    const cy = await agentAt('agent3.victoria', '3')
    const greeter = await screens.deskAt('greeter.victoria', '6')
    const agents = [ann, bob, cy]
    const pages = [...agents.map(({ page }) => page), greeter]
    /** What becomes of everybody, written down as it happens. */
    const ends: Record<string, string> = {}
    const absence: Record<string, number> = {}
    const pass = (minutes: number): void => {
      office.clock.advance(minutes * MINUTE)
    }
    const arrive = async (arrivals: readonly Arrival[]): Promise<string[]> => {
      const tickets: string[] = []
      for (const arrival of arrivals) {
        tickets.push(await takeIn(greeter, arrival))
        pass(1)
      }
      return tickets
    }
    const expectSameEverywhere = async (): Promise<void> => {
      await eventually(async () => {
        const [first, ...others] = await Promise.all(agents.map((agent) => agent.queue()))
        return others.every((queue) => queue.join() === first?.join())
      }, 'every desk shows the same queue')
      // The three desks are one page with one queue; the greeter's has the panel.
      for (const page of [ann.page, greeter]) await expectNoViolations(page)
    }

    await greeter.keyboard.press('n')
    const early = await arrive(FIRST)
    assert.equal(new Set(early).size, 12)
    await expectSameEverywhere()

    // Ann: called twice, begun, held until ten minutes from now, somebody else meanwhile.
    const first = await ann.call()
    await ann.recall('Called 2 times')
    await ann.begin()
    const hold = await ann.ask('h', new RegExp(`^Hold ${first}`))
    await hold.getByText('in 10 min').click()
    await hold.getByRole('button', { name: /Photocopies/ }).click()
    await ann.isFree()
    const second = await ann.callAndBegin()
    pass(3)
    const many = await ann.ask('f', /^Finish /)
    await many.getByRole('spinbutton', { name: 'Quantity' }).fill('3')
    await many.getByRole('button', { name: /Must come back/ }).click()
    await ann.isFree()
    ends[second] = 'served'

    // Bob: to another service, to Cy by name; Cy: to another office.
    await bob.callAndBegin()
    await bob.search('t', /^Transfer /, 'seniors')
    await bob.isFree()
    const forCy = await bob.callAndBegin()
    const toCy = await bob.ask('t', /^Transfer /)
    await toCy.getByRole('list', { name: 'Colleagues' }).getByText(cy.name).click()
    await bob.isFree()
    await cy.page.getByRole('option', { name: new RegExp(`${forCy}.*For you`, 's') }).waitFor()
    await cy.pick(forCy)
    await press(cy.page, 'Shift+B')
    await primary(cy.page, /^Finish/)
    pass(4)
    await cy.finish()
    ends[forCy] = 'served'
    const sent = await cy.callAndBegin()
    await cy.search('t', /^Transfer /, 'Cranbrook')
    await cy.isFree()
    ends[`VIC ${sent}`] = 'waiting'

    // Ann resumes whom she held; Bob adds a request and takes up the first one again.
    pass(4)
    await ann.pick(first)
    await press(ann.page, 'Shift+B')
    await primary(ann.page, /^Finish/)
    pass(2)
    await ann.finish()
    ends[first] = 'served'
    const asksMore = await bob.callAndBegin()
    await bob.search('d', /^Add a request/, 'income assistance')
    const requests = await bob.ask('e', /^Requests of/)
    await bob.page.keyboard.press('1')
    await requests.getByRole('group', { name: /Now/ }).first().waitFor()
    await bob.page.keyboard.press('Escape')
    await requests.waitFor({ state: 'detached' })
    await bob.choose('f', /^Finish /, /Done/)
    await primary(bob.page, /^Finish/)
    pass(5)
    await bob.choose('f', /^Finish /, /Partly done/)
    await bob.isFree()
    ends[asksMore] = 'served'

    // Cy: nobody came, twice called; two minutes later here they are.
    const missed = await cy.call()
    await cy.recall('Called 2 times')
    await press(cy.page, 'x')
    await cy.isFree()
    pass(2)
    absence[missed] = 2 * MINUTE
    await cy.search('b', /^Bring somebody back/, missed)
    for (const { page } of agents)
      await page.getByRole('option', { name: new RegExp(missed) }).waitFor()

    // Ann puts the last in line first, calls them, takes that back, calls again; they have left.
    const last = (await ann.queue()).at(-1) ?? ''
    await ann.pick(last)
    const move = await ann.ask('Shift+M', new RegExp(`^Move ${last}`))
    await move.getByRole('button', { name: /^First/ }).click()
    await move.getByRole('button', { name: /Small child/ }).click()
    await move.waitFor({ state: 'detached' })
    await eventually(async () => (await ann.queue())[0] === last, `${last} stands first`)
    await press(ann.page, 'Escape')
    assert.equal(await ann.call(), last)
    await press(ann.page, 'z')
    await ann.isFree()
    await expectSameEverywhere()
    assert.equal(await ann.call(), last)
    await press(ann.page, 'l')
    await ann.isFree()
    ends[last] = 'left'

    // Ann writes a note and passes the person to Bob, who reads it; Cy goes to lunch.
    const noted = await ann.callAndBegin()
    await press(ann.page, 'c')
    await ann.page.getByLabel('Note for the next agent').fill('Has the form already')
    await ann.page.keyboard.press('Control+Enter')
    await ann.page.getByText('Has the form already').waitFor()
    const toBob = await ann.ask('t', /^Transfer /)
    await toBob.getByRole('list', { name: 'Colleagues' }).getByText(bob.name).click()
    await ann.isFree()
    await bob.pick(noted)
    await press(bob.page, 'Shift+B')
    await bob.page.getByText('Has the form already').first().waitFor()
    await primary(bob.page, /^Finish/)
    pass(3)
    await bob.finish()
    ends[noted] = 'served'
    await cy.choose('p', /^Are you available/, /Lunch/)
    await primary(cy.page, /^Resume/)
    await ann.page.getByText(/Lunch/).first().waitFor()

    // The later ones, a telephone call among them; and one served at once, at Ann's own counter.
    const late = await arrive(LATER)
    assert.equal(early.length + late.length, 28)
    await press(ann.page, 'n')
    const panel = ann.page.getByRole('complementary', { name: 'Add a person' })
    await panel.getByRole('searchbox').fill('pay a provincial')
    await panel.getByRole('searchbox').press('Shift+Enter')
    await panel.getByText('At your counter now.').waitFor()
    await ann.page.keyboard.press('Escape')
    await primary(ann.page, /^Finish/)
    const quick = await ann.ticket()
    await ann.finish()
    ends[quick] = 'served'
    await arrive([{ service: 'something else' }])
    await press(cy.page, ' ')
    await cy.isFree()
    await expectSameEverywhere()

    // Until nobody waits: all three at once.
    await Promise.all(
      agents.map(async (agent) => {
        for (;;) {
          await press(agent.page, ' ')
          const called = agent.page.getByRole('button', { name: /^Begin/ })
          const nobody = agent.page.getByText('Nobody is waiting for you.')
          await called.or(nobody).first().waitFor()
          if (!(await called.isVisible())) return
          const ticket = await agent.ticket()
          await agent.begin()
          pass(1)
          while (await agent.page.getByRole('button', { name: /^Finish request/ }).isVisible()) {
            await agent.choose('f', /^Finish /, /Done/)
            await primary(agent.page, /^Finish/)
          }
          await agent.finish()
          assert.equal(ends[ticket], undefined, `${ticket} is served twice`)
          ends[ticket] = 'served'
        }
      }),
    )

    assert.deepEqual(await statesOf(office), ends)
    assert.equal(Object.keys(ends).length, 30)
    assert.ok((await expectTimesAddUp(office, absence)) > 90)
    assert.deepEqual(await Promise.all(agents.map((agent) => agent.queue())), [[], [], []])
    for (const page of pages) await expectNoViolations(page)
    const { rows } = await (await office.signIn('manager.victoria')).desk('victoria')
    assert.deepEqual(
      rows.filter((row) => row.kind === 'visit'),
      [],
    )
  })
})
