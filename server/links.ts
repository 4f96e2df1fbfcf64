// What a start prints: where to go, and in demo mode with which name and password.
import type { App } from './app.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connect.ts'
import { officeNames } from './features/offices/office-store.ts'

export async function printLinks(
  app: App,
  db: Database,
  config: Config,
  origin: string,
): Promise<void> {
  const lines = [`Guichet is open at ${origin} (${config.mode} mode)`]
  if (config.mode === 'demo') {
    lines.push('', ...(await demoLinks(app, db, origin)), ...accounts(config))
  }
  lines.push('', `  API            ${origin}/api/docs`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Devices cannot sign in: their links carry their tokens. */
async function demoLinks(app: App, db: Database, origin: string): Promise<string[]> {
  const lines: string[] = []
  const offices = (await officeNames(db.reader)).slice(0, 3)
  for (const { code, name } of offices) {
    lines.push(`  ${name.en}`)
    for (const { id, kind } of await app.devices.list(code)) {
      const [title, page] = kind === 'kiosk' ? ['Kiosk', 'kiosk'] : ['Board', 'board']
      const link = `${origin}/${page}/${code}#device=${app.devices.tokenOf(id)}`
      lines.push(`    ${title.padEnd(12)} ${link}`)
    }
  }
  return [...lines, `  Desk           ${origin}/desk/`, `  Public pages   ${origin}/offices`]
}

function accounts(config: Config): string[] {
  const isDefault = config.seedPassword === 'guichet'
  return [
    `  Sign in as     agent.victoria, agent2.victoria, manager.cranbrook, administrator, …`,
    `  Password       ${isDefault ? 'guichet' : 'as set in GUICHET_SEED_PASSWORD'}`,
  ]
}
