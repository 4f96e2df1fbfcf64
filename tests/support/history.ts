// Histories brought into an office, for tests: a file written for the test, imported as the program
// does it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Account } from '../../server/cli/history/account.ts'
import { CALL_CENTRE, prepareCallCentre } from '../../server/cli/history/call-centre.ts'
import { destination } from '../../server/cli/history/destination.ts'
import { importFile } from '../../server/cli/history/import-file.ts'
import { readMapping, type Mapping } from '../../server/cli/history/mapping.ts'
import type { Database } from '../../server/db/connect.ts'
import { OPENING, PASSWORD } from './seeded.ts'

export { CALL_CENTRE }
export const CALL_LOG = join(import.meta.dirname, '../fixtures/call-log.csv')

/** The mapping that the repository ships for a log of this format. */
export const EXAMPLE = readMapping(
  readFileSync(
    join(import.meta.dirname, '../../server/cli/history/examples/anonymous-bank.json'),
    'utf8',
  ),
)

let folder: string | null = null

/** A file of this text, gone when the process ends. */
export function fileOf(text: string): string {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), 'guichet-history-'))
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true })
    })
    folder = made
  }
  const file = join(mkdtempSync(join(folder, 'file-')), 'history.csv')
  writeFileSync(file, text)
  return file
}

export interface Options {
  readonly mapping?: Mapping | null
  readonly isDryRun?: boolean
  readonly evenSo?: boolean
  readonly now?: number
  readonly signal?: AbortSignal
  readonly account?: Account
}

/** Imports the file into the office; what became of its lines. */
export async function imported(
  db: Database,
  office: string,
  file: string,
  options: Options = {},
): Promise<Account> {
  const { mapping = null, isDryRun = false, evenSo = false, now = OPENING, signal } = options
  const to = await destination(db.knex, office, now)
  if (!to) throw new Error(`no office ${office}`)
  const account = options.account ?? new Account()
  const plan = { file, to, mapping, isDryRun, evenSo, ...(signal ? { signal } : {}) }
  await importFile(db, plan, account)
  return account
}

/** A database with the office that stands for the log's call centre. */
export async function callCentreSeeded(url: string): Promise<void> {
  await prepareCallCentre(url, PASSWORD)
}
