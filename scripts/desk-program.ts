// Builds the desk program's own three files and, where Electron is on this machine, starts it:
//   npm run desk-program -- [--build-only] [--server=https://…] [--config=FILE]
// Electron itself is not fetched here: `npx install-electron` does that where it may.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type LibraryFormats } from 'vite'
import { run } from './run.ts'

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(ROOT, 'dist', 'desk-program')
const SOURCES = join(ROOT, 'agent-ui')

/** A sandboxed preload script is one file of CommonJS; the program itself is a module. */
const PARTS: [entry: string, file: string, format: LibraryFormats][] = [
  ['main/main.ts', 'main.js', 'es'],
  ['preload/preload.ts', 'preload.cjs', 'cjs'],
]

export async function buildDeskProgram(folder = BUILT): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const [entry, file, format] of PARTS) {
    await build({
      configFile: false,
      root: SOURCES,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'node22',
        minify: false,
        lib: { entry: join(SOURCES, entry), formats: [format], fileName: () => file },
        rolldownOptions: { external: [/^node:/, 'electron'] },
      },
    })
  }
  cpSync(join(SOURCES, 'main', 'unreachable.html'), join(folder, 'unreachable.html'))
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string
  }
  const program = { name: 'guichet-desk', version, type: 'module', main: 'main.js' }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(program, null, 2)}\n`)
}

/** Whether Electron's program is there: the package comes without it. */
function hasElectron(): boolean {
  const electron = join(ROOT, 'node_modules', 'electron')
  const path = join(electron, 'path.txt')
  return existsSync(path) && existsSync(join(electron, 'dist', readFileSync(path, 'utf8')))
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  await buildDeskProgram()
  if (words.includes('--build-only')) console.log('The desk program is built: dist/desk-program')
  else if (hasElectron()) process.exitCode = (await run('electron', [BUILT, ...words])) ? 0 : 1
  else {
    console.error('Electron is not on this machine. Fetch it with: npx install-electron')
    process.exitCode = 1
  }
}
