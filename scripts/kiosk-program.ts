// Builds the kiosk program and, where Electron is on this machine, starts it:
//   npm run kiosk-program -- [--build-only] [--server=https://…] [--config=FILE]
// The page goes inside the program with all it shows, so that it starts without the server.
import { cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { pageBuild } from '../vite.config.ts'
import { buildProgram, ROOT, startProgram } from './electron-program.ts'

const BUILT = join(ROOT, 'dist', 'kiosk-program')
const SOURCES = join(ROOT, 'kiosk')

export async function buildKioskProgram(folder = BUILT): Promise<void> {
  await buildProgram('guichet-kiosk', SOURCES, folder)
  await buildKioskPages(join(folder, 'pages'))
}

/** The kiosk page and everything it asks its server for but the office itself. */
export async function buildKioskPages(pages: string): Promise<void> {
  await build({
    ...pageBuild({ kiosk: join(SOURCES, 'index.html') }, pages),
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  })
  const http = join(ROOT, 'server', 'http')
  cpSync(join(http, 'tokens.css'), join(pages, 'tokens.css'))
  cpSync(join(http, 'favicon.svg'), join(pages, 'favicon.ico'))
  const fonts = dirname(createRequire(import.meta.url).resolve('@bcgov/bc-sans/package.json'))
  mkdirSync(join(pages, 'fonts'), { recursive: true })
  for (const font of ['BCSans-Regular.woff2', 'BCSans-Bold.woff2'])
    cpSync(join(fonts, 'fonts', font), join(pages, 'fonts', font))
}

if (import.meta.main) await startProgram(buildKioskProgram, BUILT)
