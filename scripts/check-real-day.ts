// The figures of one real day, worked out from the CSV alone, beside ours: from a server that has the
// whole file imported. Ends with 1 when they are not the same.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandLine } from '../server/cli/command-line.ts'
import { CALL_CENTRE, prepareCallCentre } from '../server/cli/history/call-centre.ts'
import { startServer } from '../server/cli/simulate/own-server.ts'
import { createApi, type Api } from '../server/protocol/api.ts'
import { compared, tableOf } from './compare-real-day.ts'
import { realDay } from './real-day.ts'

const USAGE = 'npm run check-real-day -- FILE.csv [--date 1999-02-03] [--map FILE.json]'

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    date: { type: 'string', default: '1999-02-03' },
    map: { type: 'string', default: 'server/cli/history/examples/anonymous-bank.json' },
  },
})
const PASSWORD = 'guichet'
const [file] = positionals
if (file === undefined) {
  console.error(USAGE)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'guichet-real-day-'))
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
const databaseUrl = `sqlite:${join(folder, 'real-day.db')}`
await prepareCallCentre(databaseUrl, PASSWORD)
await importLog(file)
const clock = { start: Date.now(), speed: 1 }
const server = await startServer({
  ...{ databaseUrl, clock, port: 0, password: PASSWORD, isTalkative: false },
})
try {
  const report = await compared(realDay(file, values.date), await signIn(server.url), {
    office: CALL_CENTRE,
    day: values.date,
  })
  console.log(tableOf(report))
  process.exitCode = report.differences === 0 ? 0 : 1
} finally {
  await server.stop()
}

async function importLog(log: string): Promise<void> {
  const program = join(import.meta.dirname, '../server/cli/import-history.ts')
  const words = [log, '--office', CALL_CENTRE, '--map', values.map]
  const child = spawn(process.execPath, [...process.execArgv, program, ...words], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0 && code !== 1) throw new Error('the log could not be imported')
}

async function signIn(base: string): Promise<Api> {
  const credentials = { username: 'executive', password: PASSWORD }
  const { token } = await createApi({ base }).signIn(credentials)
  return createApi({ base, token: () => token, timeout: 30_000 })
}
