// Every dialog of the desk: opened by its key, clean to axe in both languages, whole on small screens
// and at 200 % zoom, left by Escape, and used once with success.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Locator, Page } from 'playwright-core'
import type { DeskVisit } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { Screens } from './screens.ts'

/** Keys that open a dialog about whoever is at the counter, with its heading in each language. */
const AT_COUNTER = [
  { keys: 'h', en: 'Hold A001', fr: 'Mettre A001 de côté' },
  { keys: 't', en: 'Transfer A001', fr: 'Transférer A001' },
  { keys: 'q', en: 'Return A001 to the queue', fr: 'Remettre A001 en file' },
  { keys: 'f', en: /^Finish/, fr: /^Terminer/ },
  { keys: 'd', en: 'Add a request to A001', fr: 'Ajouter une demande à A001' },
  { keys: 'e', en: 'Requests of A001', fr: 'Demandes de A001' },
  { keys: 'i', en: 'Particulars of A001', fr: 'Renseignements sur A001' },
  { keys: 'p', en: 'Are you available?', fr: 'Êtes-vous disponible?' },
  { keys: 's', en: 'What I take', fr: 'Mon profil' },
  { keys: 'b', en: 'Bring somebody back', fr: 'Faire revenir une personne' },
  { keys: 'g', en: 'Leave the counter', fr: 'Quitter le guichet' },
  { keys: 'o', en: 'Sign out', fr: 'Fermer la session' },
  { keys: '?', en: /./, fr: /./ },
] as const

/** The same about whoever is chosen in the list. */
const CHOSEN = [
  { keys: 'Shift+A', en: 'Who may call H001', fr: 'Qui peut appeler H001' },
  { keys: 'Shift+M', en: 'Move H001 in line', fr: 'Déplacer H001 dans la file' },
  { keys: 'Shift+T', en: 'Transfer H001', fr: 'Transférer H001' },
  { keys: 'Shift+I', en: 'Particulars of H001', fr: 'Renseignements sur H001' },
] as const

const DESK = { width: 1280, height: 800 }
/** The smallest screen there is at a counter, and 1280 × 800 at 200 %. */
const SMALL = [
  { width: 1024, height: 768 },
  { width: 420, height: 800 },
  { width: 640, height: 400 },
] as const

describe('the dialogs of the desk, end to end', function () {
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

  /** A desk serving A001, who asks for two things, with two more waiting and one who has left. */
  async function serving(locale: 'en-CA' | 'fr-CA' = 'en-CA'): Promise<Page> {
    const manager = await office.signIn('manager.victoria')
    const asked = ['driver-licence', 'notary'].map((service) => ({ service }))
    const first = await manager.addVisit('victoria', { requests: asked, name: 'Marie' })
    const gone = await office.checkIn('property-tax')
    await manager.leave(gone.id, {})
    office.clock.advance(60_000)
    await office.checkIn('health-card')
    await office.checkIn('notary')
    await (await office.signIn('agent2.victoria')).takeCounter('victoria', { counter: '2' })
    const agent = await office.signIn('agent.victoria')
    await agent.takeCounter('victoria', { counter: '4' })
    await agent.call(first.id, {})
    await agent.begin(first.id, {})

    const page = await screens.deskOf('agent.victoria', { viewport: DESK, locale })
    await primary(page).waitFor()
    return page
  }
  const primary = (page: Page) => page.getByRole('button', { name: /^(Finish|Terminer)/ }).first()

  async function choose(page: Page): Promise<void> {
    await page.getByRole('option', { name: /H001/ }).click()
    await page.locator('[role=option][aria-selected=true]').waitFor()
  }
  async function openBy(page: Page, keys: string, name: string | RegExp): Promise<Locator> {
    await page.keyboard.press(keys)
    const dialog = page.getByRole('dialog', { name })
    await dialog.waitFor()
    return dialog
  }
  async function row(ticket: string): Promise<DeskVisit | undefined> {
    const { rows } = await (await office.signIn('agent2.victoria')).desk('victoria')
    return rows.filter((each) => each.kind === 'visit').find((each) => each.ticket === ticket)
  }
  async function assertWhole(page: Page, dialog: Locator): Promise<void> {
    for (const size of SMALL) {
      await page.setViewportSize(size)
      assert.deepEqual(await dialog.evaluate(cutOff), [], `at ${size.width} × ${size.height}`)
    }
    await page.setViewportSize(DESK)
  }

  for (const locale of ['en-CA', 'fr-CA'] as const) {
    const language = locale === 'en-CA' ? 'en' : 'fr'

    it(`open by key, are clean and whole, and give the focus back (${language})`, async () => {
      const desk = await serving(locale)
      for (const { keys, [language]: name } of AT_COUNTER) {
        await primary(desk).focus()
        const dialog = await openBy(desk, keys, name)
        await expectNoViolations(desk)
        await assertWhole(desk, dialog)
        await desk.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        assert.ok(await primary(desk).evaluate((each) => each.matches(':focus')), keys)
      }
    })

    it(`of whoever is chosen do as well (${language})`, async () => {
      const desk = await serving(locale)
      await choose(desk)
      for (const { keys, [language]: name } of CHOSEN) {
        await desk.getByRole('option', { name: /H001/ }).focus()
        const dialog = await openBy(desk, keys, name)
        await expectNoViolations(desk)
        await assertWhole(desk, dialog)
        await desk.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        assert.equal(await focusedVisit(desk), (await row('H001'))?.id, keys)
      }
    })

    it(`of a manager do as well (${language})`, async () => {
      await serving(locale)
      const page = await screens.deskOf('manager.victoria', { viewport: DESK, locale })
      await page.getByRole('heading', { name: /^(Choose a counter|Choisi)/ }).waitFor()
      await page.keyboard.press('m')
      const openers = [
        /^(End A001|Mettre fin|Terminer A001)/,
        /^(Message [A-Z]|Écrire à|Message à)/,
        /^(Correct an ended|Corriger une)/,
      ]
      for (const name of openers) {
        const opener = page.getByRole('button', { name }).first()
        await opener.focus()
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.waitFor()
        await expectNoViolations(page)
        await assertWhole(page, dialog)
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        assert.ok(await opener.evaluate((each) => each.matches(':focus')), String(name))
      }
      // The correction itself, with the story of the visit.
      await page.getByRole('button', { name: /^(Correct an ended|Corriger une)/ }).click()
      await page.getByRole('dialog').getByRole('searchbox').fill('t001')
      await page.keyboard.press('Enter')
      const story = page.getByRole('dialog', { name: /^(Correct|Corriger) T001$/ })
      await story.waitFor()
      await expectNoViolations(page)
      await assertWhole(page, story)
    })
  }

  /** Uses the open dialog, which closes by that. */
  async function use(page: Page, keys: string, act: () => Promise<void>): Promise<void> {
    const dialog = await openBy(page, keys, /./)
    await act()
    await dialog.waitFor({ state: 'detached' })
  }

  it('C16 C18 change what is asked for, with its quantity, and who the person is', async () => {
    const desk = await serving()
    await use(desk, 'd', async () => {
      await desk.keyboard.type('health card')
      await desk.keyboard.press('Enter')
    })
    await use(desk, 'e', async () => {
      await desk.getByLabel('Quantity').nth(1).fill('3')
      await desk.getByRole('button', { name: 'Save' }).click()
    })
    await desk.getByText(/× 3/).first().waitFor()
    await use(desk, 'i', async () => {
      await desk.getByLabel('Name', { exact: true }).fill('Marie Roy')
      await desk.getByRole('checkbox', { name: 'Escort' }).check()
      await desk.getByRole('button', { name: 'Save' }).click()
    })
    await use(desk, 'f', async () => {
      await desk.getByLabel('Quantity').fill('5')
      await desk.keyboard.press('Tab')
      await desk.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
    })

    const visit = await row('A001')
    assert.deepEqual(
      visit?.requests.map(({ service, quantity, done }) => [service, quantity, done]),
      [
        // Whoever asks for something more afterwards is finished with what they have now.
        ['driver-licence', 5, true],
        ['notary', 3, false],
        ['health-card', 1, false],
      ],
    )
    assert.deepEqual([visit.name, visit.needs], ['Marie Roy', ['escort']])
  })

  /** Takes the last step back: a key counts once the step before it has been answered. */
  async function undo(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: /^Undo/ })
    await button.waitFor()
    await page.keyboard.press('z')
    await primary(page).waitFor()
    await button.waitFor({ state: 'hidden' })
  }

  it('C10 C11 C13 hold, transfer, return and bring back', async () => {
    const desk = await serving()
    await use(desk, 'h', () => desk.keyboard.press('1'))
    assert.equal((await row('A001'))?.state, 'held')
    await undo(desk)
    await use(desk, 'q', () => desk.keyboard.press('1'))
    assert.equal((await row('A001'))?.state, 'waiting')
    await undo(desk)
    for (const [search, aim] of [
      ['Counter 5', { counter: '5', agent: null }],
      ['identity card', { counter: null, agent: null }],
    ] as const) {
      await use(desk, 't', async () => {
        await desk.keyboard.type(search)
        await desk.keyboard.press('Enter')
      })
      const visit = await row('A001')
      assert.deepEqual({ counter: visit?.counter, agent: visit?.agent }, aim, search)
      await undo(desk)
    }
    const colleague = await (await office.signIn('agent2.victoria')).me()
    await use(desk, 't', async () => {
      await desk.keyboard.type(colleague.name)
      await desk.keyboard.press('Enter')
    })
    assert.equal((await row('A001'))?.agent, colleague.id)
    await use(desk, 'b', async () => {
      await desk.getByRole('dialog').getByText('T001').waitFor()
      await desk.getByRole('dialog').getByRole('button', { name: /T001/ }).click()
    })
    assert.equal((await row('T001'))?.state, 'waiting')
  })

  it('C10 transfer to another office takes the person off this one', async () => {
    const desk = await serving()
    // The names of other offices come late: an Enter before them is not lost.
    let letCome = (): void => undefined
    const isTyped = new Promise<void>((resolve) => (letCome = resolve))
    await desk.route('**/api/v1/offices', async (route) => {
      await isTyped
      await route.continue()
    })
    await use(desk, 't', async () => {
      await desk.keyboard.type('Cranbrook')
      await desk.keyboard.press('Enter')
      letCome()
    })
    assert.equal(await row('A001'), undefined)
  })

  it('B12 C2 assign and move people in line', async () => {
    const desk = await serving()
    const colleague = await (await office.signIn('agent2.victoria')).me()
    await choose(desk)
    await use(desk, 'Shift+A', async () => {
      await desk.getByRole('dialog').getByRole('button', { name: colleague.name }).click()
    })
    assert.equal((await row('H001'))?.agent, colleague.id)
    await use(desk, 'Shift+M', async () => {
      await desk.keyboard.press('End')
      await desk.keyboard.press('1')
    })
    const [moved, other] = [await row('H001'), await row('N001')]
    assert.ok(moved && other && moved.sortKey > other.sortKey)
  })

  it('B4 C20 leave the counter with somebody there, after a break and another profile', async () => {
    const desk = await serving()
    await use(desk, 's', async () => {
      await desk.getByRole('dialog').getByText('French').last().click()
      await desk.getByRole('button', { name: 'Save' }).click()
    })
    await use(desk, 'g', () => desk.keyboard.press('1'))
    await desk.getByRole('heading', { name: 'Choose a counter' }).waitFor()
    assert.equal((await row('A001'))?.state, 'waiting')
    await desk.getByRole('button', { name: /Counter 4/ }).click()
    await desk.getByRole('button', { name: /^Call next/ }).waitFor()
    await use(desk, 'p', () => desk.keyboard.press('2'))
    await desk.getByRole('button', { name: /^Resume/ }).waitFor()
  })

  it('C27 do not hide a call for help: it is in the dialog, and can be answered there', async () => {
    const desk = await serving()
    const colleague = await office.signIn('agent2.victoria')
    const dialog = await openBy(desk, 't', 'Transfer A001')

    await colleague.callHelp('victoria')
    await dialog.getByRole('alert').filter({ hasText: 'calls for help at Counter 2' }).waitFor()
    await expectNoViolations(desk)
    await assertWhole(desk, dialog)
    await dialog.getByRole('button', { name: /^I am coming/ }).click()
    await dialog.getByRole('button', { name: 'You are coming' }).waitFor()

    await desk.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const strip = desk.getByRole('region', { name: 'Calls for help' })
    await strip.getByRole('button', { name: 'You are coming' }).waitFor()
    await strip.getByRole('button', { name: /^It is over/ }).click()
    await strip.getByText('calls for help').waitFor({ state: 'detached' })
  })
})

/** The visit of the row that has the focus. */
function focusedVisit(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset.visit
      : undefined,
  )
}

/** What of a dialog is beyond the window, or cut off inside it. Runs in the page. */
function cutOff(dialog: Element): string[] {
  const box = dialog.getBoundingClientRect()
  const faults: string[] = []
  if (box.left < 0 || box.right > innerWidth) faults.push('wider than the window')
  if (box.top < 0 || box.bottom > innerHeight) faults.push('higher than the window')
  for (const each of [dialog, ...dialog.querySelectorAll('*')]) {
    const { overflowX } = getComputedStyle(each)
    const isCut = overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1
    const isRead = each.matches('input, .spoken')
    if (isCut && !isRead) faults.push(`${each.tagName}.${each.className} is cut off`)
    const { left, right, width } = each.getBoundingClientRect()
    if (width > 0 && !isRead && (left < box.left - 1 || right > box.right + 1)) {
      faults.push(`${each.tagName}.${each.className} is beside the dialog`)
    }
  }
  return faults
}
