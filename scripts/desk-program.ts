// Builds the desk program's own three files and, where Electron is on this machine, starts it:
//   npm run desk-program -- [--build-only] [--server=https://…] [--config=FILE]
// Electron itself is not fetched here: `npx install-electron` does that where it may.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { buildProgram, ROOT, startProgram } from './electron-program.ts'

const BUILT = join(ROOT, 'dist', 'desk-program')
const SOURCES = join(ROOT, 'agent-ui')

export async function buildDeskProgram(folder = BUILT): Promise<void> {
  await buildProgram('guichet-desk', SOURCES, folder)
  cpSync(join(SOURCES, 'main', 'unreachable.html'), join(folder, 'unreachable.html'))
}

if (import.meta.main) await startProgram(buildDeskProgram, BUILT)
