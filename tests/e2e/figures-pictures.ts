// Pictures of the figures, in both languages, on a desktop and a tablet: offices with a simulated year
// behind them in the middle of a morning, and, when its log is given, the fortnight of a real call
// centre. A report and a statement are printed as PDF.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { addPast } from '../../server/cli/past/add-past.ts'
import { pastOf } from '../../server/cli/past/past-plan.ts'
import { seedProvince } from '../../server/cli/seed-province.ts'
import { seedRates } from '../../server/cli/seed-rates.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateUp } from '../../server/db/migrate.ts'
import { officeCodes } from '../../server/features/offices/office-store.ts'
import { configure } from '../support/configure.ts'
import type { TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { drivenClock } from '../support/driven-clock.ts'
import { callCentreSeeded, CALL_CENTRE, EXAMPLE, imported } from '../support/history.ts'
import { TestOffice } from '../support/office.ts'
import { OPENING, PASSWORD } from '../support/seeded.ts'
import { openFigures } from './figures-pages.ts'

type Take = (page: Page, name: string) => Promise<void>
const LOCALES = [
  ['en', 'en-CA'],
  ['fr', 'fr-CA'],
] as const
const DESKTOP = { width: 1440, height: 1000 }
/** All of a report, down to its table. */
const LONG = { width: 1440, height: 2200 }
const TABLET = { width: 1024, height: 1366 }
const MINUTE = 60_000
const OFFICES = 3
const AGENTS = 5
const AFTER_IT = Date.parse('1999-02-15T18:00:00Z')
/** Once its month is over: years are shown by whole months. */
const MONTH_AFTER = Date.parse('1999-03-01T12:00:00Z')
/** The last day of the past, of which shifts are known. */
const YESTERDAY = '2026-06-01'
/** How long charts take to come and be drawn. */
const DRAWN = 2_000

const withPast =
  (years: number) =>
  async (url: string): Promise<void> => {
    const db = connect(url)
    await migrateUp(db)
    const plan = pastOf(OPENING, { years, journalDays: 7, visits: 0 })
    if (!plan) throw new Error('no past')
    const since = drivenClock(plan.since)
    await seedProvince(db, since, { password: PASSWORD, offices: OFFICES, agents: AGENTS })
    await seedRates(db, { since: plan.since, now: OPENING })
    await addPast(db, { ...plan, offices: await officeCodes(db.knex) })
    await db.close()
  }

export interface FiguresPictures {
  readonly folder: string
  readonly take: Take
  /** How long a past the offices have. */
  readonly years: number
  /** The file of the real fortnight; null: it is not at hand. */
  readonly log: string | null
}

export async function takeFiguresPictures(
  browser: TestBrowser,
  { folder, take, years, log }: FiguresPictures,
): Promise<void> {
  const office = new TestOffice(await sqliteOnly().fresh(withPast(years)), { now: OPENING })
  await office.start()
  await liveMorning(office)
  const shots = [
    ['now', 'manager.victoria', 'now/victoria'],
    ['province', 'executive', 'province'],
    ['offices', 'director', 'province?show=over-time'],
    ['report', 'manager.victoria', 'reports?compare=year'],
    ['visits', 'manager.victoria', 'visits?figure=withinTarget&share=rest'],
    ['quality', 'manager.victoria', 'quality/victoria'],
    ['own', 'agent.victoria', 'own/victoria'],
    ['cost', 'manager.victoria', 'cost'],
    ['rates', 'administrator', 'cost/rates'],
    ['paid', 'manager.victoria', 'cost/paid-hours'],
  ] as const
  for (const [language, locale] of LOCALES) {
    for (const [name, who, path] of shots) {
      const viewport = name === 'report' || name === 'cost' ? LONG : DESKTOP
      const page = await openFigures(browser, office, who, path, { locale, viewport })
      if (name === 'paid') await showShifts(page)
      await takeDrawn(page, `figures-${name}-${language}`, take)
      if (name === 'report' || name === 'cost')
        await print(page, join(folder, `figures-${name}-${language}.pdf`))
      if (name === 'now') await takeDefinition(page, language, take)
      if (ON_A_TABLET.includes(name)) await takeOnTablet(page, name, language, take)
      await page.context().close()
    }
  }
  await office.close()
  if (log !== null) await takeFortnight(browser, { folder, log, take })
}

async function takeDrawn(page: Page, name: string, take: Take): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page
    .getByText(/One moment…|Un instant…/)
    .first()
    .waitFor({ state: 'hidden' })
  await page.waitForTimeout(DRAWN)
  await take(page, name)
}

/** The three dashboards, and the report that they lead to. */
const ON_A_TABLET = ['now', 'province', 'offices', 'report', 'fortnight', 'fortnight-offices']

async function takeOnTablet(
  page: Page,
  name: string,
  language: 'en' | 'fr',
  take: Take,
): Promise<void> {
  await page.setViewportSize(TABLET)
  await takeDrawn(page, `figures-${name}-tablet-${language}`, take)
}

async function showShifts(page: Page): Promise<void> {
  await page.getByLabel(/^(Day|Jour)$/).fill(YESTERDAY)
  await page.getByLabel(/^(Who|Qui), (line|ligne) 1$/).waitFor()
}

async function takeDefinition(page: Page, language: 'en' | 'fr', take: Take): Promise<void> {
  const name = language === 'en' ? 'Within target' : 'Dans la cible'
  await page.getByRole('button', { name }).first().click()
  await take(page, `figures-definition-${language}`)
  await page.keyboard.press('Escape')
  // The pictures that follow are of a page that nobody is at.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

async function print(page: Page, path: string): Promise<void> {
  await page.pdf({ path, format: 'Letter', printBackground: true })
}

/** Two hours of a Tuesday morning: some are served, some wait, two for too long. */
async function liveMorning(office: TestOffice): Promise<void> {
  const services = ['health-card', 'driver-licence', 'identity-card', 'notary', 'property-tax']
  const offices = ['victoria', 'cranbrook']
  const manager = await office.signIn('manager.victoria')
  const agents = await Promise.all(
    offices.flatMap((code) =>
      Array.from({ length: AGENTS - 3 }, async (_, index) => {
        const username = index === 0 ? `agent.${code}` : `agent${index + 1}.${code}`
        const api = await office.signIn(username)
        const counter = String(index + 1)
        await api.takeCounter(code, { counter })
        return { api, code, counter, busyUntil: 0, visit: null as string | null }
      }),
    ),
  )
  const third = await office.signIn('agent3.victoria')
  await third.takeCounter('victoria', { counter: '3' })
  for (let minute = 0; minute < 120; minute += 1) {
    // Whoever is on a break, and would be missed: what would help.
    if (minute === 105) {
      const backAt = new Date(office.clock.now() + 30 * MINUTE).toISOString()
      await third.changeAvailability('victoria', { availability: 'break', backAt })
    }
    for (const [index, code] of offices.entries()) {
      if ((minute * 5 + index * 3) % (6 + index) < 2)
        await office.checkIn(services[(minute + index) % services.length], undefined, code)
    }
    for (const [index, agent] of agents.entries()) {
      if (agent.busyUntil > minute) continue
      if (agent.visit !== null) await agent.api.finish(agent.visit, {})
      const next = await agent.api.callNext(agent.code, agent.counter)
      agent.visit = next?.id ?? null
      if (next) await agent.api.begin(next.id, {})
      agent.busyUntil = minute + 6 + ((minute + index * 5) % 9)
    }
    office.clock.advance(MINUTE)
  }
  await configure(office, (settings) => ({ ...settings, agentFigures: true }))
  await manager.addVisit('victoria', { requests: [{ service: 'health-card' }], language: 'fr' })
  await office.app.rollups.written()
}

/** The real log, as it comes into an office by `npm run import-history` at `now` (UTC ms). */
const withFortnight =
  (log: string, now: number) =>
  async (url: string): Promise<void> => {
    await callCentreSeeded(url)
    const db = connect(url)
    await imported(db, CALL_CENTRE, log, { mapping: EXAMPLE, now })
    await db.close()
  }

/** Callers wait a minute where visitors wait half an hour. */
const FORTNIGHT = 'reports?from=1999-02-01&to=1999-02-15&targetMinutes=1'
const ONE_DAY = 'reports?from=1999-02-10&to=1999-02-11&targetMinutes=1'
const OF_THE_LOG = [
  {
    now: AFTER_IT,
    shots: [
      ['fortnight', `manager.${CALL_CENTRE}`, FORTNIGHT, LONG],
      ['fortnight-quality', `manager.${CALL_CENTRE}`, `quality/${CALL_CENTRE}`, DESKTOP],
      ['fortnight-day', `manager.${CALL_CENTRE}`, ONE_DAY, LONG],
    ],
  },
  {
    now: MONTH_AFTER,
    shots: [['fortnight-offices', 'director', 'province?show=over-time', DESKTOP]],
  },
] as const

async function takeFortnight(
  browser: TestBrowser,
  { folder, log, take }: { folder: string; log: string; take: Take },
): Promise<void> {
  for (const { now, shots } of OF_THE_LOG) {
    const office = new TestOffice(await sqliteOnly().fresh(withFortnight(log, now)), { now })
    await office.start()
    await office.app.rollups.written()
    for (const [language, locale] of LOCALES) {
      for (const [name, who, path, viewport] of shots) {
        const page = await openFigures(browser, office, who, path, { locale, viewport })
        await takeDrawn(page, `figures-${name}-${language}`, take)
        // Its days have 24 hours: the widest week there is.
        if (name === 'fortnight') await print(page, join(folder, `figures-${name}-${language}.pdf`))
        if (ON_A_TABLET.includes(name)) await takeOnTablet(page, name, language, take)
        await page.context().close()
      }
    }
    await office.close()
  }
}
