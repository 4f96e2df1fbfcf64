// Adds up what Mocha's runs wrote (tests/support/reporter.ts) and says it in one line.
import { existsSync, readFileSync } from 'node:fs'

export interface TestResult {
  readonly title: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly seconds: number
}

/** The results a run wrote to `file`; null when it wrote none, because it did not get that far. */
export function readResults(file: string): TestResult[] | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestResult[]) : null
}

export function count(results: readonly TestResult[], outcome: TestResult['outcome']): number {
  return results.filter((result) => result.outcome === outcome).length
}

/** `12 passed, 0 failed`, and `, 3 skipped` when something was. */
export function totals(results: readonly TestResult[]): string {
  const skipped = count(results, 'skipped')
  const line = `${count(results, 'passed')} passed, ${count(results, 'failed')} failed`
  return skipped > 0 ? `${line}, ${skipped} skipped` : line
}
