// `npm run types`: every project of TypeScript, strictly. What was checked before is remembered
// under node_modules, so that a second run looks only at what changed.
import { run } from './run.ts'

const PROJECTS: [name: string, checker: string, config: string][] = [
  ['server', 'tsc', 'tsconfig.json'],
  ['tests', 'vue-tsc', 'tests/tsconfig.json'],
  ['pages', 'vue-tsc', 'tsconfig.pages.json'],
]

for (const [name, checker, config] of PROJECTS) {
  const memory = `node_modules/.cache/types/${name}.tsbuildinfo`
  const args = ['-p', config, '--incremental', '--tsBuildInfoFile', memory]
  if (!(await run(checker, args))) process.exitCode = 1
}
