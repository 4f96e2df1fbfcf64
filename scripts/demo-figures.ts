// `npm run demo-figures`: figures to look at. A server of its own with the sample province and two years
// behind it; with --log FILE.csv, with the real fortnight of that call log, its clock set to the morning after.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine } from '../server/cli/command-line.ts'
import { CALL_CENTRE, prepareCallCentre } from '../server/cli/history/call-centre.ts'
import { seed, startServer } from '../server/cli/simulate/own-server.ts'
import { build, isBuilt } from './build.ts'

const USAGE =
  'npm run demo-figures -- [--years 2] [--offices 3] [--agents 4] [--port 8080] [--log FILE.csv]'

const { values } = commandLine(USAGE, {
  options: {
    years: { type: 'string', default: '2' },
    offices: { type: 'string', default: '3' },
    agents: { type: 'string', default: '4' },
    port: { type: 'string', default: process.env.PORT ?? '8080' },
    log: { type: 'string' },
  },
})

const FOLDER = 'data/demo-figures'
const PASSWORD = process.env.GUICHET_SEED_PASSWORD ?? 'guichet'
const MAP = 'server/cli/history/examples/anonymous-bank.json'
/** The morning after the log's last day, by the clocks of its call centre. */
const MORNING_AFTER = Date.parse('1999-02-15T08:00:00+02:00')

if (!isBuilt()) {
  console.log('Building…')
  if (!(await build())) process.exit(1)
}
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const settings = {
  databaseUrl: `sqlite:${FOLDER}/guichet.db`,
  clock: { start: values.log === undefined ? Date.now() : MORNING_AFTER, speed: 1 },
  port: Number(values.port),
  password: PASSWORD,
  isTalkative: true,
}
if (values.log === undefined) {
  const { offices, agents, years } = values
  await seed(settings, ['--offices', offices, '--agents', agents, '--years', years])
} else {
  await prepareCallCentre(settings.databaseUrl, PASSWORD)
  await importLog(values.log)
}
const server = await startServer(settings)
const office = values.log === undefined ? 'victoria' : CALL_CENTRE
console.log(
  `\nFigures: ${server.url}/figures. Sign in as manager.${office}, director or executive (password ${PASSWORD}).` +
    '\nCtrl+C ends it.',
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0))
  })
}

async function importLog(log: string): Promise<void> {
  const program = join(import.meta.dirname, '../server/cli/import-history.ts')
  const clock = new Date(MORNING_AFTER).toISOString()
  const child = spawn(
    process.execPath,
    [...process.execArgv, program, log, '--office', CALL_CENTRE, '--map', MAP],
    {
      env: { PATH: process.env.PATH, DATABASE_URL: settings.databaseUrl, CLOCK: clock },
      stdio: 'inherit',
    },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0 && code !== 1) throw new Error('the log could not be imported')
}
