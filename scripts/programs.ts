// Where this machine keeps the programs that the tests need and npm cannot bring: a browser and
// PostgreSQL's server. Only looks; scripts/machine.ts installs.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const BROWSER_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const BROWSER_PATHS = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const POSTGRES_FOLDERS = [
  '/usr/lib/postgresql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
  '/Library/PostgreSQL',
]
const POSTGRES_PROGRAMS = ['initdb', 'pg_ctl', 'postgres']

/** The path of a Chromium: `CHROMIUM`, the machine's own, then the one Playwright downloaded. */
export async function findBrowser(): Promise<string | null> {
  const named = process.env.CHROMIUM
  if (named) return isProgram(named) ? named : null
  const found = BROWSER_NAMES.map(findOnPath).find((path) => path !== null)
  return found ?? BROWSER_PATHS.find(isProgram) ?? (await downloadedBrowser())
}

async function downloadedBrowser(): Promise<string | null> {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isProgram(path) ? path : null
}

/**
 * The folder of PostgreSQL's server programs: `POSTGRES_BIN`, the PATH's, then the machine's own,
 * the newest version first; null when there is none.
 */
export function findPostgres(): string | null {
  const named = process.env.POSTGRES_BIN
  if (named) return holdsPostgres(named) ? named : null
  const onPath = (process.env.PATH ?? '').split(delimiter).find(holdsPostgres)
  if (onPath) return onPath
  return POSTGRES_FOLDERS.flatMap(versionFolders).find(holdsPostgres) ?? null
}

function versionFolders(parent: string): string[] {
  if (!existsSync(parent)) return []
  const byVersion = new Intl.Collator('en', { numeric: true })
  return readdirSync(parent)
    .filter((name) => /^(postgresql(@\d+)?|\d+(\.\d+)?)$/.test(name))
    .sort((a, b) => byVersion.compare(b, a))
    .map((name) => join(parent, name, 'bin'))
}

function holdsPostgres(folder: string): boolean {
  return POSTGRES_PROGRAMS.every((name) => isProgram(join(folder, name)))
}

/** True when the operating system's own time zones are there (PostgreSQL reads them). */
export function hasTimeZones(): boolean {
  return existsSync('/usr/share/zoneinfo/America/Vancouver') || process.platform === 'win32'
}

/** The full path of a program on the PATH, or null. */
export function findOnPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
