// What a start prints: where to go, and in demo mode with which name and password.
import type { App } from './app.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import { officeNames } from './features/offices/office-store.ts'
import { findByUsername, regionalDirector } from './features/staff/staff-store.ts'

export async function linksText(
  app: App,
  db: Database,
  config: Config,
  origin: string,
): Promise<string> {
  const lines = [`Guichet is open at ${origin} (${config.mode} mode)`]
  if (config.mode === 'demo') {
    lines.push('', ...(await demoLinks(app, db, origin)), ...(await accounts(db, config)))
  }
  lines.push('', `  API            ${origin}/api/docs`)
  return `${lines.join('\n')}\n`
}

/** Devices cannot sign in: their links carry their tokens. */
async function demoLinks(app: App, db: Database, origin: string): Promise<string[]> {
  const lines: string[] = []
  const offices = (await officeNames(db.reader)).slice(0, 3)
  for (const { code, name } of offices) {
    lines.push(`  ${name.en}`)
    for (const { id, kind } of await app.devices.list(code)) {
      const token = `#device=${app.devices.tokenOf(id)}`
      const pages = kind === 'kiosk' ? [['Kiosk', `kiosk/${code}`]] : await roomPages(app, code)
      for (const [title = '', page = ''] of pages)
        lines.push(`    ${title.padEnd(12)} ${origin}/${page}${token}`)
    }
  }
  return [
    ...lines,
    `  Desk           ${origin}/desk/`,
    `  Figures        ${origin}/figures/`,
    `  Public pages   ${origin}/offices`,
  ]
}

/** Each board that the office has set up, and the sign over its first counter. */
async function roomPages(app: App, office: string): Promise<string[][]> {
  const state = (await app.door.snapshot(office))?.state
  const boards = state?.room.boards ?? []
  const [counter] = state?.settings?.counters ?? []
  return [
    ['Board', `board/${office}`],
    ...boards.slice(1).map(({ code }) => [`  ${code}`, `board/${office}/${code}`]),
    ...(counter ? [['Sign', `sign/${office}/${counter.code}`]] : []),
  ]
}

/** Some of those that were seeded, one of each role, and a director of a region. */
async function accounts(db: Database, config: Config): Promise<string[]> {
  const [first] = await officeNames(db.reader)
  const ofOffice = first
    ? ['agent', 'greeter', 'manager'].map((role) => `${role}.${first.code}`)
    : []
  const there: string[] = []
  const regional = await regionalDirector(db.reader)
  for (const username of [...ofOffice, 'director', ...regional, 'executive', 'administrator'])
    if (await findByUsername(db.reader, username)) there.push(username)
  const isDefault = config.seedPassword === 'guichet'
  return [
    `  Sign in as     ${there.join(', ')}, …`,
    `  Password       ${isDefault ? 'guichet' : 'as set in GUICHET_SEED_PASSWORD'}`,
  ]
}
