// The last line of a test run is what other machines read: it must never flatter.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'mocha'
import { runMocha } from '../../../scripts/mocha.ts'
import { totals, type TestResult } from '../../../scripts/totals.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const result = (outcome: TestResult['outcome']): TestResult => ({ title: 'x', outcome, seconds: 0 })

describe('the last line', () => {
  it('counts what passed and failed, and what was skipped when something was', () => {
    assert.equal(totals([]), '0 passed, 0 failed')
    assert.equal(totals([result('passed'), result('failed')]), '1 passed, 1 failed')
    assert.equal(totals([result('passed'), result('skipped')]), '1 passed, 0 failed, 1 skipped')
  })
})

/** Runs Mocha as `npm test` does; its last line and its exit code. */
function mocha(
  file: string,
  env: Record<string, string> = {},
): { line: string; code: number | null } {
  const { stdout, status } = spawnSync('mocha', [file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, GUICHET_RESULTS: '', CI: '', ...env },
  })
  return { line: stdout.trimEnd().split('\n').at(-1) ?? '', code: status }
}

describe('a run of Mocha', function () {
  this.timeout(20_000)
  const folder = mkdtempSync(join(tmpdir(), 'guichet-mocha-'))
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const lastLine = (name: string, text: string): ReturnType<typeof mocha> => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return mocha(file)
  }

  it('ends with its totals', () => {
    const text = `
      describe('a', () => { it('b', () => {}); it('c', () => { throw new Error('no') }); it.skip('d', () => {}) })`

    assert.deepEqual(lastLine('some.test.ts', text), {
      line: '1 passed, 1 failed, 1 skipped',
      code: 1,
    })
  })

  it('counts a hook that fails', () => {
    const text = `describe('a', () => { before(() => { throw new Error('no') }); it('b', () => {}) })`

    assert.deepEqual(lastLine('hook.test.ts', text), { line: '0 passed, 1 failed', code: 1 })
  })

  it('counts as one failure where there are no tests to run', async () => {
    const results = await runMocha(['no-such-folder'])

    assert.equal(totals(results), '0 passed, 1 failed')
  })
})

describe('a machine without PostgreSQL', function () {
  this.timeout(20_000)
  const suite = resolve(ROOT, 'tests/integration/databases.test.ts')
  const env = {
    GUICHET_DATABASES: 'sqlite,postgres',
    POSTGRES_BIN: resolve(ROOT, 'no-such-folder'),
  }

  it('skips what needs it and says how many', () => {
    assert.deepEqual(mocha(suite, env), { line: '3 passed, 0 failed, 4 skipped', code: 0 })
  })

  it('fails what needs it where CI is true', () => {
    assert.deepEqual(mocha(suite, { ...env, CI: 'true' }), { line: '3 passed, 2 failed', code: 2 })
  })
})
