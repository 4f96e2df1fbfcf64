// Commands as somebody types them who does not know how.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'mocha'

const run = (file: string, ...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', file, ...words], { encoding: 'utf8' })

describe('commands', () => {
  for (const [file, command] of [
    ['scripts/demo-figures.ts', 'npm run demo-figures'],
    ['tests/bench/bench.ts', 'npm run bench'],
    ['server/cli/import-history.ts', 'npm run import-history'],
    ['server/cli/simulate-day.ts', 'npm run simulate-day'],
    ['server/cli/migrate.ts', 'npm run migrate'],
    ['server/cli/verify-journal.ts', 'npm run verify-journal'],
    ['server/cli/approve-device.ts', 'npm run approve-device'],
    ['server/cli/voices.ts', 'npm run voices'],
  ] as const) {
    it(`say how ${command} is used, and do nothing else`, () => {
      const { status, stdout, stderr } = run(file, '--help')
      assert.deepEqual([status, stderr], [0, ''])
      assert.ok(stdout.startsWith(command), stdout)
    })
  }

  it('say what they do not know, and how they are used, without a stack', () => {
    const { status, stderr } = run('server/cli/import-history.ts', '--ofice', 'victoria')
    assert.equal(status, 2)
    assert.match(stderr, /--ofice/)
    assert.match(stderr, /npm run import-history -- FILE\.csv/)
    assert.doesNotMatch(stderr, /node:internal/)
  })
})
