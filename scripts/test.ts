// `npm test`: gets what the machine lacks, builds, and runs every check there is. `npm run check`
// (`--quick`): what can be known in a minute. A stage that is not Mocha counts as a failed test
// when it fails. The last line is the result: `N passed, N failed`, and `, N skipped`.
import { run } from './run.ts'
import { runMocha } from './mocha.ts'
import { totals, type TestResult } from './totals.ts'

type Stage = readonly [name: string, work: () => Promise<readonly TestResult[]>]

const SQLITE = { GUICHET_DATABASES: 'sqlite' }
/** These wait more than they work (for a disk, a browser, a clock): two files at once take half as long. */
const TWO_FILES = ['--parallel', '--jobs', '2']
const CHECKS = together(script('lint'), script('format:check'), script('types'))
const WHOLE: Stage[] = [
  // What it could not get shows in the tests that need it.
  ['machine', async () => (await run('npm', ['run', '--silent', 'machine']), [])],
  script('build'),
  CHECKS,
  mocha('unit'),
  mocha('integration', TWO_FILES),
  mocha('migrations'),
  mocha('e2e', TWO_FILES),
]
const QUICK: Stage[] = [
  CHECKS,
  ['unit and integration', () => runMocha(['unit', 'integration'], SQLITE)],
]

function script(name: string): Stage {
  return [
    name,
    async () => {
      const passed = await run('npm', ['run', '--silent', name])
      return passed ? [] : [{ title: `npm run ${name}`, outcome: 'failed', seconds: 0 }]
    },
  ]
}

/** At the same time: none of them leaves anything behind that another reads. */
function together(...stages: readonly Stage[]): Stage {
  return [
    stages.map(([name]) => name).join(', '),
    async () => (await Promise.all(stages.map(([, work]) => work()))).flat(),
  ]
}

function mocha(folder: string, args: readonly string[] = []): Stage {
  return [folder, () => runMocha([folder], {}, args)]
}

const results: TestResult[] = []
const times: string[] = []
for (const [name, work] of process.argv.includes('--quick') ? QUICK : WHOLE) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  results.push(...(await work()))
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  console.log(`── ${times.at(-1) ?? ''}`)
}

const failed = results.filter((result) => result.outcome === 'failed')
console.log(`\n${times.join(' · ')}`)
for (const { title } of failed) console.log(`failed: ${title}`)
console.log(totals(results))
process.exitCode = failed.length > 0 ? 1 : 0
