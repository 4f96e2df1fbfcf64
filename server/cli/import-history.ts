// Brings the visits, calls and chats that another system has on record into an office's history.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { runningClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { readyForBulk } from '../db/ready-for-bulk.ts'
import { connect } from '../db/connect.ts'
import { migrateUp } from '../db/migrate.ts'
import { commandLine } from './command-line.ts'
import { Account, FAULT_HEADER } from './history/account.ts'
import { destination, noOffice } from './history/destination.ts'
import { figureDays } from './history/figure-days.ts'
import { FileFault, importFile } from './history/import-file.ts'
import { readMapping } from './history/mapping.ts'

const USAGE =
  'npm run import-history -- FILE.csv --office CODE [--map FILE.json] [--dry-run] [--faults FILE.csv] [--even-so]'

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    office: { type: 'string' },
    map: { type: 'string' },
    faults: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'even-so': { type: 'boolean', default: false },
  },
})

/** Visits between two words of progress. */
const EACH = 100_000

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort()
  })
}

/** Returns what the process ends with: 0 all lines are in, 1 some could not be, 2 nothing was done. */
async function run(file: string, office: string): Promise<number> {
  const config = readConfig()
  const clock = runningClock(config.clock?.start, config.clock?.speed)
  const mapping = values.map === undefined ? null : readMapping(readFileSync(values.map, 'utf8'))
  const isDryRun = values['dry-run']
  const db = connect(config.databaseUrl)
  const faults = values.faults === undefined ? null : openSync(values.faults, 'w')
  if (faults !== null) writeSync(faults, FAULT_HEADER)
  const account = new Account((row) => {
    if (faults !== null) writeSync(faults, row)
  })
  let said = 0
  try {
    await migrateUp(db)
    if (!isDryRun) await readyForBulk(db)
    const to = await destination(db.knex, office, clock.now())
    if (!to) throw new FileFault(await noOffice(db.knex, office))
    const plan = { file, to, mapping, isDryRun, evenSo: values['even-so'], signal: stopping.signal }
    const onProgress = ({ lines, safeUpTo }: Account): void => {
      if (lines - said < EACH) return
      said = lines
      console.error(`${lines} lines read; up to line ${safeUpTo} they are in`)
    }
    await importFile(db, { ...plan, onProgress }, account).finally(async () => {
      if (!isDryRun) await figureDays(db, office, account.days, clock.now())
    })
    console.log(account.text(isDryRun))
    if (stopping.signal.aborted) {
      console.log(`Stopped: ${again(account)}`)
      return 1
    }
    return account.broken === 0 ? 0 : 1
  } catch (error) {
    if (error instanceof FileFault) {
      console.error(error.message)
      return 2
    }
    if (account.lines === 0) throw error
    console.log(account.text(isDryRun))
    console.error(`Stopped by a fault: ${again(account)}`)
    throw error
  } finally {
    if (faults !== null) closeSync(faults)
    await db.close()
  }
}

function again({ safeUpTo }: Account): string {
  return `everything up to line ${safeUpTo} is in. Run the same command again: nothing is added twice.`
}

const [file, ...rest] = positionals
if (file === undefined || rest.length > 0 || values.office === undefined) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  process.exitCode = await run(file, values.office).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 2
  })
}
