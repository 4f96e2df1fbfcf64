// `npm run test:long`: the tests with `@long` in their title, with their long counts. The last
// result is kept in the repository, so that anyone can see when it was run and how it ended.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { runMocha } from './mocha.ts'
import { count, totals } from './totals.ts'

const FOLDERS = ['unit', 'integration', 'migrations', 'e2e']
const KEPT = 'tests/long-results.json'

const start = Date.now()
const tests = await runMocha(FOLDERS, { GUICHET_LONG: '1' }, ['--grep', '@long'])
const result = {
  at: new Date(start).toISOString(),
  node: process.version,
  cores: cpus().length,
  seconds: Math.round((Date.now() - start) / 1000),
  result: totals(tests),
  tests,
}
writeFileSync(KEPT, `${JSON.stringify(result, null, 2)}\n`)
console.log(result.result)
process.exitCode = count(tests, 'failed') > 0 ? 1 : 0
