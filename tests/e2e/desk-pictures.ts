// Pictures of the desk in both languages: nobody there, a full house, refused, cut off, and the
// panels beside it.
import type { Page } from 'playwright-core'
import type { TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { PASSWORD } from '../support/seeded.ts'
import { press } from './presses.ts'
import { Screens } from './screens.ts'

type Take = (page: Page, name: string) => Promise<void>
const LOCALES = [
  ['en', 'en-CA'],
  ['fr', 'fr-CA'],
] as const
const MINUTE = 60_000
const AGENTS = 12
const WAITING = 200
/** With one of the eleven colleagues, or put on hold by one of four of them. */
const TAKEN = 15

export async function takeDeskPictures(browser: TestBrowser, take: Take): Promise<void> {
  for (const [language, locale] of LOCALES) {
    const office = await openOffice(sqliteOnly())
    const screens = new Screens(office, browser)
    const desk = await screens.deskAt('agent.victoria', '1', { locale })
    const takeDesk = (name: string): Promise<void> => take(desk, `desk-${name}-${language}`)
    await takeDesk('empty')

    await fillHouse(office)
    await desk.getByRole('option').first().waitFor()
    await desk.mouse.move(0, 0)
    await takeDesk('busy')
    await fillPanel(desk, language)
    await takeDesk('greeter')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('m')
    await desk.getByRole('heading', { name: /The office now|Le bureau/ }).waitFor()
    await takeDesk('office-now')
    await desk.keyboard.press('Escape')
    await refuse(office, desk)
    await takeDesk('refused')
    await desk.getByRole('button', { name: /^(Close this message|Fermer ce message)$/ }).click()
    await takeBar(desk, (bar) => take(bar, `desk-bar-${language}`))
    await desk.context().setOffline(true)
    await desk
      .getByText(/Not live since|Pas à jour depuis/)
      .first()
      .waitFor()
    await takeDesk('not-live')
    await desk.context().close()
    await office.close()
  }
}

/** Twelve agents, each with somebody or free, and two hundred waiting; some held, some with needs. */
async function fillHouse(office: TestOffice): Promise<void> {
  await configure(office, (settings) => ({
    ...settings,
    counters: Array.from({ length: AGENTS }, (_, index) => ({
      code: String(index + 1),
      name: { en: `Counter ${index + 1}`, fr: `Guichet ${index + 1}` },
    })),
  }))
  const [sample] = await office.db.knex('staff').where({ username: 'agent.victoria' })
  const names = ['Noor Haddad', 'Luc Pelletier', 'Grace Kim', 'Émile Côté']
  for (const [index, name] of names.entries()) {
    const username = `agent${9 + index}.victoria`
    await office.db.knex('staff').insert({ ...sample, id: `picture-${index}`, username, name })
    // Whoever is new is known by name once they have signed in.
    await (await office.kiosk()).signIn({ username, password: PASSWORD })
  }
  const manager = await office.signIn('manager.victoria')
  const services = ['health-card', 'notary', 'driver-licence', 'property-tax', 'identity-card']
  for (let n = 0; n < WAITING + TAKEN; n += 1) {
    office.clock.advance(MINUTE / 5)
    await manager.addVisit('victoria', {
      requests: [{ service: services[n % services.length] ?? 'general' }],
      language: n % 3 === 0 ? 'fr' : 'en',
      ...(n % 17 === 0 ? { priority: 'priority' } : {}),
      ...(n % 23 === 0 ? { needs: ['seat'], party: 3 } : {}),
    })
  }
  for (let counter = 2; counter <= AGENTS; counter += 1) {
    const agent = await office.signIn(`agent${counter}.victoria`)
    await agent.takeCounter('victoria', { counter: String(counter) })
    const held = counter % 3 === 0 ? await agent.callNext('victoria', String(counter)) : null
    if (held) await agent.hold(held.id, { reason: 'documents' })
    const visit = await agent.callNext('victoria', String(counter))
    if (visit && counter % 4 !== 0) await agent.begin(visit.id, {})
    office.clock.advance(MINUTE / 3)
  }
}

/** A colleague has called whoever this agent chose. */
async function refuse(office: TestOffice, desk: Page): Promise<void> {
  const other = await office.signIn('agent2.victoria')
  await desk.route('**/visits/*/call', async (route) => {
    const id = new URL(route.request().url()).pathname.split('/').at(-2) ?? ''
    const { rows } = await other.desk('victoria')
    const me = await other.me()
    const open = rows.find(
      (row) => row.kind === 'visit' && row.agent === me.id && row.state !== 'held',
    )
    if (open) await other.leave(open.id, {})
    await other.call(id, {})
    await route.continue()
  })
  await desk.getByRole('option').nth(2).click()
  await desk.getByRole('button', { name: /^(Call|Appeler) [A-Z]\d/ }).click()
  await desk
    .getByRole('alert')
    .filter({ hasText: /Counter 2|Guichet 2/ })
    .waitFor()
}

async function fillPanel(desk: Page, language: 'en' | 'fr'): Promise<void> {
  await desk.keyboard.press('n')
  const panel = desk.getByRole('complementary', { name: /^(Add|Ajouter) / })
  await panel.getByRole('searchbox').fill(language === 'en' ? 'health card' : 'carte santé')
  await desk.keyboard.press('Enter')
  await panel.getByRole('radio', { name: /^(Priority|Prioritaire)$/ }).check()
  await panel.getByRole('searchbox').fill('nota')
}

async function takeBar(desk: Page, take: (bar: Page) => Promise<void>): Promise<void> {
  const opening = desk.context().waitForEvent('page')
  await desk.keyboard.press('k')
  const bar = await opening
  await bar.setViewportSize({ width: 420, height: 120 })
  await bar.getByRole('heading', { name: /Call bar|Barre/ }).waitFor()
  await press(bar, ' ')
  await bar.getByRole('button', { name: /^(Begin|Commencer)/ }).waitFor()
  await take(bar)
  await bar.close()
}
