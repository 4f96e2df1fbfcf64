// Mocha's usual report, then one last line that any machine can read: `N passed, N failed`, with
// `, N skipped` when something was. With GUICHET_RESULTS set, the same as JSON in that file.
import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'
import { totals, type TestResult } from '../../scripts/totals.ts'

const { EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL, EVENT_RUN_END } =
  Mocha.Runner.constants

export default class OneLineReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    const results: TestResult[] = []
    const record = (outcome: TestResult['outcome']) => (test: Mocha.Runnable) => {
      const seconds = (test.duration ?? 0) / 1000
      results.push({ title: test.fullTitle(), outcome, seconds })
    }
    runner.on(EVENT_TEST_PASS, record('passed'))
    runner.on(EVENT_TEST_FAIL, record('failed'))
    runner.on(EVENT_TEST_PENDING, record('skipped'))
    runner.once(EVENT_RUN_END, () => {
      const file = process.env.GUICHET_RESULTS
      if (file) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
      console.log(totals(results))
    })
  }
}
