// Builds the files of a program around a page, and starts it where Electron is on this machine.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type LibraryFormats } from 'vite'
import { run } from './run.ts'

export const ROOT = join(import.meta.dirname, '..')

/** A sandboxed preload script is one file of CommonJS; the program itself is a module. */
const PARTS: [entry: string, file: string, format: LibraryFormats][] = [
  ['main/main.ts', 'main.js', 'es'],
  ['preload/preload.ts', 'preload.cjs', 'cjs'],
]

/** `sources` holds `main/main.ts` and `preload/preload.ts`; what is built of them goes to `folder`. */
export async function buildProgram(name: string, sources: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const [entry, file, format] of PARTS) {
    await build({
      configFile: false,
      root: sources,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'node22',
        minify: false,
        lib: { entry: join(sources, entry), formats: [format], fileName: () => file },
        rolldownOptions: { external: [/^node:/, 'electron'] },
      },
    })
  }
  const program = { name, version: version(), type: 'module', main: 'main.js' }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(program, null, 2)}\n`)
}

/** What `npm run NAME -- [--build-only] …` does. */
export async function startProgram(buildIt: () => Promise<void>, folder: string): Promise<void> {
  const words = process.argv.slice(2)
  await buildIt()
  if (words.includes('--build-only')) console.log(`Built: ${folder}`)
  else if (hasElectron()) process.exitCode = (await run('electron', [folder, ...words])) ? 0 : 1
  else {
    console.error('Electron is not on this machine. Fetch it with: npx install-electron')
    process.exitCode = 1
  }
}

function version(): string {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Whether Electron's program is there: the package comes without it. */
function hasElectron(): boolean {
  const electron = join(ROOT, 'node_modules', 'electron')
  const path = join(electron, 'path.txt')
  return existsSync(path) && existsSync(join(electron, 'dist', readFileSync(path, 'utf8')))
}
