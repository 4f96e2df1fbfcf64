// A board, hung up and talking, whose server dies as in a power cut and begins again: nothing that was
// called is lost, nothing old is shown as new.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { Api } from '#protocol'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { KillableOffice } from '../support/killable-office.ts'
import { Screens } from './screens.ts'

const NOT_LIVE = /Not live since/
/** Promised, ms. */
const SAYS_SO_WITHIN = 10_000
const BACK_WITHIN = 2_000

describe('D10 a board whose server is killed', function () {
  this.timeout(90_000)
  let browser: TestBrowser
  let office: KillableOffice
  let board: Page
  let agents: Api[]

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await KillableOffice.open()
    agents = await Promise.all(
      ['agent.victoria', 'agent2.victoria', 'agent3.victoria'].map((name) => office.signIn(name)),
    )
    for (let n = 0; n < 4; n += 1)
      await agents[0]?.addVisit('victoria', { requests: [{ service: 'notary' }] })
    board = await new Screens(office, browser).board({
      expectedErrors: [
        /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket|Failed to fetch/,
      ],
    })
    await board.getByText('En direct').waitFor()
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(() => browser.close())

  /** Calls the next person to this counter. */
  async function call(counter: number): Promise<{ id: string; ticket: string }> {
    const visit = await agents[counter - 1]?.callNext('victoria', String(counter))
    assert.ok(visit)
    return visit
  }

  it('keeps what it knew, marked; is back in two seconds; says what it was never told', async () => {
    const told = await call(1)
    await board.locator('.current .ticket', { hasText: told.ticket }).waitFor()
    await board.waitForFunction(() => window.told.length === 1)

    // Answered, and the server is dead before the board has heard of them.
    await board.context().setOffline(true)
    const last = await call(2)
    const over = await call(3)
    await office.kill()
    await board.context().setOffline(false)

    await board.getByText(NOT_LIVE).first().waitFor({ timeout: SAYS_SO_WITHIN })
    await board.getByText(told.ticket).first().waitFor()
    assert.match(await board.locator('.as-of').first().innerText(), /9:00/)

    await office.begin()
    await agents[2]?.begin(over.id, {})
    await board.getByText(NOT_LIVE).first().waitFor({ state: 'hidden', timeout: BACK_WITHIN })
    for (const { ticket } of [told, last]) await board.getByText(ticket).first().waitFor()

    await board.waitForFunction(
      (ticket) => window.told.some((each) => each.ticket === ticket),
      last.ticket,
      { timeout: 30_000 },
    )
    const tickets = await board.evaluate(() => window.told.map(({ ticket }) => ticket))
    assert.deepEqual(
      tickets,
      [told.ticket, last.ticket],
      'each once, and nobody who is served already',
    )
  })
})
