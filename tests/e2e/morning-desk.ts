// The people of a morning and what their hands do, in the field's words: an agent at a desk, the
// greeter at theirs. Each is a real page.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { dialog, press, primary } from './presses.ts'

/** What a greeter is told about somebody at the door. */
export interface Arrival {
  /** As typed into the search. */
  readonly service: string
  readonly also?: string
  readonly language?: 'English' | 'French'
  readonly priority?: string
  readonly need?: string
  readonly party?: number
  readonly channel?: string
  readonly name?: string
}

const TICKET = /^(?:[A-Z]+ )?[A-Z]\d{3}/

/** Takes somebody in through the panel, which is open; answers their number. */
export async function takeIn(greeter: Page, arrival: Arrival): Promise<string> {
  const panel = greeter.getByRole('complementary', { name: 'Add a person' })
  const search = panel.getByRole('searchbox')
  for (const service of [arrival.service, ...(arrival.also ? [arrival.also] : [])]) {
    await search.fill(service)
    await search.press('Enter')
  }
  const { language, priority, need, party, channel, name } = arrival
  if (language) await panel.getByRole('radio', { name: language }).check()
  if (priority) await panel.getByRole('radio', { name: priority }).check()
  if (need) await panel.getByRole('checkbox', { name: need }).check()
  if (party) await panel.getByLabel('People on this ticket').fill(String(party))
  if (channel) await panel.getByLabel(/^Channel/).selectOption(channel)
  if (name) await panel.getByLabel('Name to call').fill(name)
  await panel.getByRole('button', { name: /^To the queue/ }).click()
  const said = panel.getByText(/^Number /)
  await said.waitFor({ state: 'attached' })
  return ((await said.textContent()) ?? '').replace('Number ', '').trim()
}

export class Agent {
  readonly page: Page
  readonly name: string
  readonly counter: string

  constructor(page: Page, name: string, counter: string) {
    this.page = page
    this.name = name
    this.counter = counter
  }

  /** Calls whoever is next; answers the ticket. */
  async call(): Promise<string> {
    await press(this.page, ' ')
    await primary(this.page, /^Begin/)
    return this.ticket()
  }
  /** Calls the person at the counter again; the card then says `times`. */
  async recall(times: string): Promise<void> {
    await press(this.page, 'r')
    await this.page.getByRole('region', { name: 'At your counter' }).getByText(times).waitFor()
  }
  async begin(): Promise<void> {
    await press(this.page, ' ')
    await primary(this.page, /^Finish/)
  }
  async callAndBegin(): Promise<string> {
    const ticket = await this.call()
    await this.begin()
    return ticket
  }
  /** Finishes the last request of the visit. */
  async finish(): Promise<void> {
    await press(this.page, ' ')
    await this.isFree()
  }
  async isFree(): Promise<void> {
    await primary(this.page, /^Call next/)
  }

  /** Presses `key`, and answers the dialog that it opens. */
  async ask(key: string, heading: RegExp): Promise<Locator> {
    await press(this.page, key)
    return dialog(this.page, heading)
  }
  /** Types into the search of the dialog that `key` opens, and takes the first that is found. */
  async search(key: string, heading: RegExp, words: string): Promise<void> {
    const asked = await this.ask(key, heading)
    await asked.getByRole('searchbox').fill(words)
    await asked.getByRole('searchbox').press('Enter')
    await asked.waitFor({ state: 'detached' })
  }
  /** Takes a choice in the dialog that `key` opens. */
  async choose(key: string, heading: RegExp, choice: RegExp): Promise<void> {
    const asked = await this.ask(key, heading)
    await asked.getByRole('button', { name: choice }).click()
    await asked.waitFor({ state: 'detached' })
  }
  /** Chooses a person in the lists. */
  async pick(ticket: string): Promise<void> {
    await this.page.getByRole('option', { name: new RegExp(ticket) }).click()
    await this.page.getByRole('region', { name: 'Chosen' }).getByText(ticket).first().waitFor()
  }

  /** Who is at the counter, as the page's title says. */
  async ticket(): Promise<string> {
    const found = TICKET.exec(await this.page.title())
    assert.ok(found, `${this.name} has nobody: ${await this.page.title()}`)
    return found[0]
  }
  /** The tickets of the queue, in the order shown. */
  async queue(): Promise<string[]> {
    const rows = this.page.getByRole('listbox', { name: /^People waiting/ }).getByRole('option')
    // Of a row that is not drawn yet, only this is known.
    const texts = await rows.allTextContents()
    return texts.map((text) => TICKET.exec(text.trim())?.[0] ?? text)
  }
}
