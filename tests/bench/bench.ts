// How fast Guichet is, as ratios measured in one run: beside the barest program that does the same
// four steps (the floor), on the same machine, driven by the same driver. What is printed as
// reached or not reached is computed from the run. Not a test: it always ends with 0.
import { build, isBuilt } from '../../scripts/build.ts'
import { commandLine } from '../../server/cli/command-line.ts'
import { sentence, type Figure } from './figures.ts'
import { bytesPart, ceilingPart, deskPagePart, historyPart, pairsPart } from './parts.ts'
import { reportsPart } from './reports.ts'

const USAGE = `npm run bench -- [--json] [--only PART,…] [--pairs N] [--seconds N] [--past-visits N]
                 [--report-offices N] [--report-years N] [--report-database FILE] [--rounds N]
                 [--limits] [--no-build]`

const { values } = commandLine(USAGE, {
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    'past-visits': { type: 'string', default: '100000' },
    'report-offices': { type: 'string', default: '66' },
    'report-years': { type: 'string', default: '1' },
    'report-database': { type: 'string' },
    rounds: { type: 'string', default: '40' },
    limits: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
})

if (!values['no-build'] && !isBuilt() && !(await build())) process.exit(1)

const pairs = Number(values.pairs)
const { limits } = values
const timing = { warmUpSeconds: 2, seconds: Number(values.seconds) }
const oneOffice = { offices: 1, agents: 4, commitDelay: 0 }
const tenOffices = { offices: 10, agents: 4, commitDelay: 0 }
const slowDisk = { ...tenOffices, commitDelay: 10 }

const repeat = { pairs, timing, limits }
// The floor does some twenty visits a second on a slow disk: a longer look for as steady a figure.
const patient = { ...repeat, timing: { warmUpSeconds: 3, seconds: 2 * timing.seconds } }

interface Part {
  title: string
  measure(): Promise<Figure[]>
}

const PARTS: Record<string, Part> = {
  ceiling: {
    title: '40 agents in 10 offices, nothing kept',
    measure: () => ceilingPart(tenOffices, timing),
  },
  'one-office': {
    title: '4 agents in 1 office',
    measure: () => pairsPart(oneOffice, 0.8, repeat),
  },
  'ten-offices': {
    title: '40 agents in 10 offices',
    measure: () => pairsPart(tenOffices, 1, repeat),
  },
  'slow-disk': {
    title: '40 agents in 10 offices, each durable commit 10 ms slower in both',
    measure: () => pairsPart(slowDisk, 4, patient),
  },
  bytes: { title: 'What a change costs a screen', measure: () => bytesPart(300) },
  'desk-page': {
    title: 'A desk in Chromium, 200 waiting and 12 agents',
    measure: () => deskPagePart(200, 12),
  },
  history: {
    title: '4 agents in 1 office with a past',
    measure: () => historyPart(oneOffice, Number(values['past-visits']), repeat),
  },
  reports: {
    title: 'Figures of a province with a past',
    measure: () =>
      reportsPart({
        offices: Number(values['report-offices']),
        agents: 5,
        years: Number(values['report-years']),
        rounds: Number(values.rounds),
        file: values['report-database'] ?? null,
      }),
  },
}

const wanted = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const circumstances = {
  limits: limits ? 'on' : 'off',
  idempotencyKeys: 'sent with every command of ours',
  synchronous: 'full in both',
  pairs,
  secondsEach: timing.seconds,
  node: process.version,
}
if (values.json) console.log(JSON.stringify({ part: 'circumstances', ...circumstances }))
else for (const [what, value] of Object.entries(circumstances)) console.log(`${what}: ${value}`)

for (const name of wanted) {
  const part = PARTS[name]
  if (!part) continue
  if (!values.json) console.log(`\n${part.title}`)
  for (const figure of await part.measure()) {
    console.log(values.json ? JSON.stringify({ part: name, ...figure }) : `  ${sentence(figure)}`)
  }
}
