// Presses that meet bad luck: an answer that is lost, a colleague at the same instant, a service or
// an office that has closed meanwhile. Each is done once or refused with a sentence, never both.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import type { DeskVisit } from '#protocol'
import { CATCHES_UP_WITHIN } from '../../agent-ui/src/composables/use-commands.ts'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { backFromDialog, dialog, press, primary } from './presses.ts'
import { Screens } from './screens.ts'

const LOST = /ERR_FAILED|Failed to load/

describe('presses that meet bad luck', function () {
  this.timeout(120_000)
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

  async function visits(code = 'victoria'): Promise<DeskVisit[]> {
    const { rows } = await (await office.signIn(`manager.${code}`)).desk(code)
    return rows.filter((row) => row.kind === 'visit')
  }
  async function statesOf(code?: string): Promise<[string, string][]> {
    return (await visits(code)).map(({ ticket, state }) => [ticket, state])
  }

  /** From now on the live view hears nothing, though its connection stands. */
  async function deafen(page: Page): Promise<void> {
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      let isWhole = false
      server.onMessage((message) => {
        // The view as it is when the page comes; of what changes later, nothing.
        if (isWhole && typeof message === 'string' && /^4[23]/.test(message)) return
        socket.send(message)
        isWhole ||= typeof message === 'string' && message.includes('"rows"')
      })
    })
    await page.reload()
    await page
      .getByRole('button', { name: /^(Call next|Appeler|Finish|Terminer)/ })
      .first()
      .waitFor()
  }

  /** The next request to `path` arrives; its answer does not. */
  async function loseAnswer(page: Page, path: string): Promise<void> {
    await page.route(
      path,
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
  }

  /** A field of search is emptied by the first Escape; the second closes its dialog. */
  async function escape(page: Page): Promise<void> {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await backFromDialog(page)
  }

  it('C1 B15 calls one person, though the answer to the press was lost', async () => {
    for (const service of ['notary', 'notary']) await office.checkIn(service)
    const desk = await screens.deskAt('agent.victoria', '1', { expectedErrors: [LOST] })
    await deafen(desk)
    await loseAnswer(desk, '**/call-next')
    await press(desk, ' ')
    await desk.getByText('Not sent: the server cannot be reached. Try again.').waitFor()
    await expectNoViolations(desk)
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    assert.deepEqual(await statesOf(), [
      ['N001', 'called'],
      ['N002', 'waiting'],
    ])
    assert.equal((await visits())[0]?.timesCalled, 1)
  })

  /** Answers to `path` take so many ms longer. */
  async function slowDown(page: Page, path: string, ms: number): Promise<void> {
    await page.route(path, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      await route.continue()
    })
  }

  it('C1 C22 keeps the key pressed before the answer came, and takes a double press as one', async () => {
    for (const service of ['notary', 'notary']) await office.checkIn(service)
    const desk = await screens.deskAt('agent.victoria', '1')
    for (const path of ['**/call-next', '**/begin']) await slowDown(desk, path, 900)
    await desk.keyboard.press(' ')
    await desk.keyboard.press(' ')
    await desk.keyboard.press('z')
    await primary(desk, /^Call next/)
    await desk.getByText('Undone: N001 is as it was.').waitFor()
    assert.deepEqual(await statesOf(), [
      ['N001', 'waiting'],
      ['N002', 'waiting'],
    ])

    await desk.keyboard.press(' ')
    await desk.waitForTimeout(500)
    await desk.keyboard.press(' ')
    await desk.keyboard.press('l')
    await desk.getByText('L did nothing: the step before it was still under way.').waitFor()
    await primary(desk, /^Finish/)
    assert.deepEqual(await statesOf(), [
      ['N001', 'serving'],
      ['N002', 'waiting'],
    ])
  })

  it('C1 C22 says why a key did nothing: nobody is there, or not in this state', async () => {
    await office.checkIn('notary')
    const desk = await screens.deskAt('agent.victoria', '1')
    await primary(desk, /^Call next/)
    await desk.keyboard.press('r')
    await desk.getByText('R did nothing: nobody is at your counter.').waitFor()
    await desk.keyboard.press('Shift+T')
    await desk.getByText('⇧T did nothing: choose somebody in a list first.').waitFor()
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await desk.keyboard.press('f')
    await desk.getByText('F is not possible now. N001: Called.').waitFor()
    await expectNoViolations(desk)

    const french = await screens.deskAt('agent2.victoria', '2', { locale: 'fr-CA' })
    await primary(french, /^Appeler/)
    await french.keyboard.press('h')
    await french.getByText('H n’a rien fait : personne n’est à votre guichet.').waitFor()
    assert.deepEqual(await statesOf(), [['N001', 'called']])
  })

  it('C13 B15 met une personne de côté une seule fois, quoique la réponse se perde', async () => {
    const { id } = await office.checkIn('notary')
    const agent = await office.signIn('agent.victoria')
    const options = { locale: 'fr-CA', expectedErrors: [LOST] }
    const desk = await screens.deskAt('agent.victoria', '1', options)
    await agent.callNext('victoria', '1')
    await agent.begin(id, {})
    await primary(desk, /^Terminer/)
    await deafen(desk)
    const before = await office.factCount()
    await loseAnswer(desk, '**/hold')
    await press(desk, 'h')
    const asked = await dialog(desk, /^Mettre N001 de côté/)
    await desk.keyboard.press('1')
    await asked.getByText(/^Non envoyé\s: le serveur est injoignable\. Réessayez\.$/).waitFor()
    await asked.getByRole('button', { name: 'Réessayer' }).click()
    await backFromDialog(desk)
    await primary(desk, /^Appeler/)
    assert.deepEqual(await statesOf(), [['N001', 'held']])
    assert.equal(await office.factCount(), before + 1)
  })

  it('B16 C2 gives a row that two press at the same instant to one, and names them to the other', async () => {
    await office.checkIn('notary')
    const expectedErrors = [/409/]
    const ann = await screens.deskAt('agent.victoria', '1', { expectedErrors })
    const bob = await screens.deskAt('agent2.victoria', '2', { expectedErrors, locale: 'fr-CA' })
    let arrived = 0
    let open = (): void => undefined
    const both = new Promise<void>((resolve) => (open = resolve))
    for (const page of [ann, bob]) {
      await page.route('**/visits/*/call', async (route) => {
        arrived += 1
        if (arrived === 2) open()
        await both
        await route.continue()
      })
      await page.getByRole('option', { name: /N001/ }).click()
      await page.getByRole('option', { name: /N001/, selected: true }).waitFor()
    }
    for (const page of [ann, bob])
      await page.getByRole('button', { name: /^(Call|Appeler) N001/ }).click()

    const [visit] = await eventuallyCalled()
    const isAnns = visit.counter === '1'
    const [winner, loser] = isAnns ? [ann, bob] : [bob, ann]
    await primary(winner, /^(Begin|Commencer)/)
    const name = (await (await office.signIn(isAnns ? 'agent.victoria' : 'agent2.victoria')).me())
      .name
    const sentence = isAnns
      ? `${name} s’occupe de cette personne (Guichet 1).`
      : `${name} has this person, at Counter 2.`
    await loser.getByText(sentence).waitFor()
    await primary(loser, /^(Call next|Appeler)/)
    await expectNoViolations(loser)
    assert.equal(visit.timesCalled, 1)

    // It was about a person who was called: no more.
    await loser.waitForTimeout(CATCHES_UP_WITHIN)
    await press(winner, ' ')
    await loser.getByText(sentence).waitFor({ state: 'detached' })
  })

  async function eventuallyCalled(): Promise<[DeskVisit]> {
    for (;;) {
      const [visit] = await visits()
      if (visit?.state === 'called') return [visit]
    }
  }

  it('C11 A22 serves those who wait for a service that is withdrawn, and offers it no more', async () => {
    await office.checkIn('notary')
    const expectedErrors = [/409|422|400/]
    const greeter = await screens.deskAt('greeter.victoria', '6', {
      expectedErrors,
      locale: 'fr-CA',
    })
    await greeter.keyboard.press('n')
    const panel = greeter.getByRole('complementary', { name: /^Ajouter / })
    await panel.getByRole('searchbox').fill('notaire')
    await greeter.keyboard.press('Enter')
    const desk = await screens.deskAt('agent.victoria', '1')

    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.map((service) =>
        service.code === 'notary' ? { ...service, withdrawn: true } : service,
      ),
    }))

    await greeter.keyboard.press('Control+Enter')
    await panel.getByText('Le bureau n’offre plus ce service. Choisissez-en un autre.').waitFor()
    await panel.getByRole('searchbox').fill('notaire')
    await panel.getByText('Aucun service', { exact: false }).first().waitFor()
    await expectNoViolations(greeter)

    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await press(desk, ' ')
    await primary(desk, /^Finish/)
    await press(desk, 'd')
    const add = await dialog(desk, /^Add a request/)
    await add.getByRole('searchbox').fill('notary')
    await add.getByText('No service has that name.').waitFor()
    await escape(desk)
    await press(desk, ' ')
    await primary(desk, /^Call next/)
    assert.deepEqual(await statesOf(), [])
  })

  for (const [locale, name, heading, sentence] of [
    ['en-CA', 'Dawson Creek', /^Transfer N001/, /^The other office cannot take this person now\./],
    ['fr-CA', 'Dawson Creek', /^Transférer N001/, /^L’autre bureau ne peut pas accueillir cette/],
  ] as const) {
    it(`C11 C12 says why an office that has no queue takes nobody (${locale})`, async () => {
      await office.checkIn('notary')
      const desk = await screens.deskAt('agent.victoria', '1', { locale, expectedErrors: [/409/] })
      await press(desk, ' ')
      await primary(desk, /^(Begin|Commencer)/)
      await press(desk, 't')
      const asked = await dialog(desk, heading)
      await asked.getByRole('button', { name }).waitFor()
      await desk.keyboard.type(name)
      await desk.keyboard.press('Enter')
      await asked.getByText(sentence).waitFor()
      await expectNoViolations(desk)
      // Nothing that was chosen is lost, and the person stays at the counter.
      assert.equal(await asked.getByRole('searchbox').inputValue(), name)
      await escape(desk)
      assert.deepEqual(await statesOf(), [['N001', 'called']])
      assert.deepEqual(await statesOf('dawson-creek'), [])
    })
  }

  it('C22 says that a note the office forgot does not come back with an undo', async () => {
    await configure(office, (settings) => ({
      ...settings,
      policy: { ...settings.policy, forgetNotes: true },
    }))
    const { id } = await office.checkIn('notary')
    await (await office.signIn('agent.victoria')).changeVisit(id, { note: 'Needs a witness' })
    const desk = await screens.deskAt('agent.victoria', '1')
    await press(desk, ' ')
    await primary(desk, /^Begin/)
    await press(desk, ' ')
    await primary(desk, /^Finish/)
    await press(desk, ' ')
    await primary(desk, /^Call next/)
    await press(desk, 'z')
    await desk
      .getByText('Undone: N001 is as it was, without its note, which was forgotten.')
      .waitFor()
    await primary(desk, /^Finish/)
    assert.equal((await visits())[0]?.note, null)
  })

  it('C11 refuses a transfer to a service that is gone, in a sentence', async () => {
    const { id } = await office.checkIn('notary')
    const desk = await screens.deskAt('agent.victoria', '1', { expectedErrors: [/409|400|422/] })
    const agent = await office.signIn('agent.victoria')
    await agent.callNext('victoria', '1')
    await agent.begin(id, {})
    await primary(desk, /^Finish/)
    await deafen(desk)
    await configure(office, (settings) => ({
      ...settings,
      services: settings.services.filter(({ code }) => code !== 'knowledge-test'),
    }))
    await press(desk, 't')
    const asked = await dialog(desk, /^Transfer N001/)
    await desk.keyboard.type('knowledge')
    await desk.keyboard.press('Enter')
    await asked.getByText('This office does not offer that service any more.').waitFor()
    assert.deepEqual(await statesOf(), [['N001', 'serving']])
  })
})
