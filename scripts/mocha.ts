// One run of Mocha over some folders of tests/, and what came of it, test by test.
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'
import { count, readResults, type TestResult } from './totals.ts'

const LONGEST_RUN = 60 * 60_000

/** A run that ends badly without a failed test (a file that does not load, say) counts as one. */
export async function runMocha(
  folders: readonly string[],
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-results-'))
  const file = join(folder, 'results.json')
  const passed = await run('mocha', [...args, ...longestFirst(folders)], {
    env: { ...env, GUICHET_RESULTS: file },
    timeout: LONGEST_RUN,
  })
  const results = readResults(file)
  rmSync(folder, { recursive: true })
  if (results && (passed || count(results, 'failed') > 0)) return results
  const title = `${folders.join(', ')}: the run itself`
  return [...(results ?? []), { title, outcome: 'failed', seconds: 0 }]
}

/** Their test files, the large ones first: of several at a time none is left to run alone at the end. */
function longestFirst(folders: readonly string[]): string[] {
  const files = folders.flatMap((name) => globSync(`tests/${name}/**/*.test.ts`))
  return files.sort((a, b) => statSync(b).size - statSync(a).size || a.localeCompare(b))
}
