// Builds what production runs: the server and the migrations as JavaScript, and the pages.
import { cpSync, globSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

const STAMP = 'dist/.built'
const SOURCES = [
  '{server,migrations,kiosk,display,agent-ui}/**',
  '{package-lock,tsconfig,tsconfig.build}.json',
  'vite.config.ts',
]

/** True when every part was built. */
export async function build(): Promise<boolean> {
  for (const folder of ['dist/server', 'dist/migrations', STAMP])
    rmSync(folder, { recursive: true, force: true })
  if (!(await run('tsc', ['-p', 'tsconfig.build.json']))) return false
  for (const file of globSync('server/**/*.*', { exclude: ['**/*.ts', '**/*.md'] }))
    cpSync(file, join('dist', file))
  if (!(await run('vite', ['build', '--logLevel', 'error']))) return false
  writeFileSync(STAMP, '')
  return true
}

/** True when nothing that is built has changed since. */
export function isBuilt(): boolean {
  const builtAt = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return globSync(SOURCES).every((file) => statSync(file).mtimeMs <= builtAt)
}

if (import.meta.main) process.exitCode = (await build()) ? 0 : 1
