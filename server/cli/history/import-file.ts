// A whole file into an office's history: looked at first, then read and written piece by piece, each
// piece with a fact of its own. Cut off anywhere, it can be run again: what is there stays as it is.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Database } from '../../db/connect.ts'
import { knownVisits, writeHistory, type Written } from '../../db/history-writer.ts'
import { isDuplicate } from '../../db/transaction.ts'
import { officeDay } from '../../domain/office-time.ts'
import { Account } from './account.ts'
import { csvLines, type CsvLine } from './csv-lines.ts'
import { LineFault } from './faults.ts'
import { toVisit, type Life } from './life.ts'
import { columnsOf, plainFor, type Mapping } from './mapping.ts'
import { lineReader, type Destination, type Read } from './read-line.ts'
import { suspicionOf } from './suspicions.ts'

/** Lines that are looked at before any is written. */
const LOOKED_AT = 2_000
/** Visits that are written in one go. */
const PIECE = 2_000
/** How often another process may be quicker before this one gives up. */
const TRIES = 5

/** What is wrong with a file as a whole: nothing was written. */
export class FileFault extends Error {}

export interface Import {
  readonly file: string
  readonly to: Destination
  /** Null: the file has the plain columns. */
  readonly mapping: Mapping | null
  readonly isDryRun: boolean
  /** Goes on although the first lines look wrong. */
  readonly evenSo: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (account: Account) => void
}

/**
 * Reads the file and adds what is not there yet. Throws a `FileFault` before anything is written when
 * the file cannot be meant; `account` says how far it came, also when this throws later.
 */
export async function importFile(db: Database, plan: Import, account: Account): Promise<void> {
  const sha256 = await hashOf(plan.file)
  const { mapping, header } = await headOf(plan)
  const read = lineReader(mapping, header, plan.to)
  if (!plan.evenSo) await look(plan, mapping, read)
  const piece = new Piece()
  for await (const line of linesAfterHeader(plan.file, mapping)) {
    if (plan.signal?.aborted) break
    account.lines += 1
    piece.take(line.line, readOf(line, read), account)
    if (piece.lives.size < PIECE) continue
    await write(db, plan, mapping, { sha256, piece, account })
    plan.onProgress?.(account)
  }
  await write(db, plan, mapping, { sha256, piece, account })
}

/** Lines that have been read and not been written. */
class Piece {
  readonly lives = new Map<string, Life>()
  /** Seqs of the facts that this run has added: what they brought is no visit of an earlier run. */
  readonly ours = new Set<number>()
  from = 0
  to = 0
  phantoms = 0
  broken = 0

  take(line: number, read: Read, account: Account): void {
    this.from ||= line
    this.to = line
    if (read.is === 'broken') {
      this.broken += 1
      account.break(line, read.fault)
    } else if (read.is === 'phantom') {
      this.phantoms += 1
      account.phantoms += 1
    } else if (this.lives.has(read.life.id)) account.repeated += 1
    else {
      this.lives.set(read.life.id, read.life)
      for (const column of read.setRight) {
        account.setRight.set(column, (account.setRight.get(column) ?? 0) + 1)
      }
    }
  }

  clear(): void {
    this.lives.clear()
    this.from = this.phantoms = this.broken = 0
  }
}

interface Writing {
  readonly sha256: string
  readonly piece: Piece
  readonly account: Account
}

async function write(
  db: Database,
  { to: { office, settings, now }, isDryRun }: Import,
  { source }: Mapping,
  { sha256, piece, account }: Writing,
): Promise<void> {
  const { timeZone } = settings
  const visits = [...piece.lives.values()].map((life) => toVisit(life, timeZone))
  const { from, to, phantoms, broken } = piece
  const file = { sha256, from, to, phantoms, broken }
  const { known, fact } = isDryRun
    ? await asKnown(db, [...piece.lives.keys()])
    : await writePatiently(db, { office, source, file, visits }, now)
  if (fact) piece.ours.add(fact.seq)
  for (const life of piece.lives.values()) {
    const by = known.get(life.id)
    account.see(officeDay(life.arrived, timeZone), by ?? fact?.seq ?? 0)
    if (by === undefined) account.tell(life)
    else if (piece.ours.has(by)) account.repeated += 1
    else account.known += 1
  }
  account.safeUpTo = Math.max(account.safeUpTo, to)
  piece.clear()
}

type Found = Pick<Written, 'known' | 'fact'>

/** What a dry run would find. */
async function asKnown(db: Database, visits: readonly string[]): Promise<Found> {
  const known = await knownVisits(db, visits)
  return { known: new Map([...known].map((id) => [id, 0])), fact: null }
}

type History = Parameters<typeof writeHistory>[1][number]

async function writePatiently(db: Database, history: History, now: number): Promise<Found> {
  for (let tries = 1; ; tries += 1) {
    try {
      const [written] = await writeHistory(db, [history], now)
      if (!written) throw new Error('nothing was written')
      return written
    } catch (error) {
      if (!isDuplicate(error) || tries === TRIES) throw error
    }
  }
}

async function look(
  plan: Import,
  mapping: Mapping,
  read: (record: readonly string[]) => Read,
): Promise<void> {
  const lives: Life[] = []
  const faults: LineFault[] = []
  let seen = 0
  for await (const line of linesAfterHeader(plan.file, mapping)) {
    const found = readOf(line, read)
    if (found.is === 'visit') lives.push(found.life)
    if (found.is === 'broken') faults.push(found.fault)
    seen += 1
    if (seen === LOOKED_AT) break
  }
  const suspicion = suspicionOf(lives, faults, plan.to.settings)
  if (suspicion !== null) {
    throw new FileFault(`${suspicion} Nothing was written. --even-so reads the file as it is.`)
  }
}

function readOf({ record }: CsvLine, read: (record: readonly string[]) => Read): Read {
  return record instanceof LineFault ? { is: 'broken', fault: record } : read(record)
}

async function headOf(plan: Import): Promise<{ mapping: Mapping; header: readonly string[] }> {
  for await (const { record } of csvLines(plan.file, plan.mapping?.delimiter ?? ',')) {
    if (record instanceof LineFault) break
    const header = record.map((name) => name.trim())
    const mapping = plan.mapping ?? plainFor(header)
    const missing = columnsOf(mapping).filter((column) => !header.includes(column))
    if (missing.length === 0) return { mapping, header }
    const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
    throw new FileFault(`The file has no column ${list(missing)}. It has ${list(header)}.`)
  }
  throw new FileFault('The file has no header.')
}

async function* linesAfterHeader(file: string, { delimiter }: Mapping): AsyncGenerator<CsvLine> {
  let isHeader = true
  for await (const line of csvLines(file, delimiter)) {
    if (!isHeader) yield line
    isHeader = false
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}
