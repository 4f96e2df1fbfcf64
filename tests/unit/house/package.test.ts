// The house itself: versions that never move by themselves, scripts that exist, a README in every
// folder and settings that are documented.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, it } from 'mocha'
import { envExample } from '../../../scripts/env-example.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8')

interface Manifest {
  readonly scripts: Record<string, string>
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}
const manifest = JSON.parse(read('package.json')) as Manifest

describe('package.json', () => {
  it('pins every version exactly', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    assert.deepEqual(loose, [])
  })

  it('has no address of a registry in its lock file', () => {
    const lines = read('package-lock.json').split('\n')
    assert.deepEqual(
      lines.filter((line) => line.includes('"resolved"')),
      [],
    )
  })

  it('names only scripts that exist', () => {
    const files = Object.values(manifest.scripts).flatMap((script) =>
      Array.from(script.matchAll(/\S+\.ts(?=\s|$)/g), ([file]) => file),
    )
    assert.deepEqual(
      files.filter((file) => !existsSync(resolve(ROOT, file))),
      [],
    )
  })
})

describe('the folders', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !['node_modules', 'dist', 'data'].includes(name))

  it('are those of the plan', () => {
    assert.deepEqual(folders.sort(), [
      ...['agent-ui', 'display', 'kiosk', 'migrations', 'scripts', 'server', 'tests'],
    ])
  })

  for (const folder of ['.', ...folders])
    it(`explain themselves: ${folder}/README.md`, () => {
      assert.ok(existsSync(resolve(ROOT, folder, 'README.md')))
    })
})

describe('.env.example', () => {
  it('says what server/config.ts reads', () => {
    assert.equal(read('.env.example'), envExample(), 'run: node scripts/env-example.ts')
  })
})
