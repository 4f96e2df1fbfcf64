// Writes what a batch decided: facts, keys and people, and the rows that the facts amount to, which
// may follow later.
import type { Fact } from '../domain/facts.ts'
import { BATCH, type PartName } from './batch-statement.ts'
import type { Cell } from './bulk.ts'
import type { Database } from './connect.ts'
import { toRows } from './journal.ts'
import type { Person } from './people.ts'
import { NO_ROWS, rowsToWrite, type RowsBehind, type RowsToWrite } from './office-rows.ts'
import { inTransaction, runAlone, type Run } from './transaction.ts'

export interface KeyUsed {
  readonly actor: string
  readonly key: string
  readonly office: string
  readonly bodyHash: string
  readonly visit: string | null
  readonly seq: number
  readonly at: number
}

/** What one office of a batch adds to its journal, and says of people. */
export interface Entry {
  readonly office: string
  readonly facts: readonly Fact[]
  /** Hash of the journal before these facts. */
  readonly hash: string
  readonly people: ReadonlyMap<string, Person>
}

/** A batch as rows, and the journal's hash of each office after it. */
export interface PreparedBatch {
  readonly hashes: ReadonlyMap<string, string>
  readonly journal: Readonly<Record<'facts' | 'visit_people' | 'command_keys', readonly Cell[][]>>
}

const NO_JOURNAL: PreparedBatch['journal'] = { facts: [], visit_people: [], command_keys: [] }

export function prepareBatch(entries: readonly Entry[], keys: readonly KeyUsed[]): PreparedBatch {
  const chained = entries.map(({ office, facts, hash }) => ({
    office,
    ...toRows(office, facts, hash),
  }))
  return {
    hashes: new Map(chained.map(({ office, hash }) => [office, hash])),
    journal: {
      facts: chained.flatMap((each) => each.rows),
      visit_people: entries.flatMap(({ people }) => [...people].map(personCells)),
      command_keys: keys.map(keyCells),
    },
  }
}

/**
 * Writes a batch durably, all of it or nothing, and with it the rows of the offices `behind`.
 * Throws a duplicate (`isDuplicate`) when another process was quicker: a fact of the same seq, a
 * number or an idempotency key is there already.
 */
export async function writeBatch(
  db: Database,
  { journal }: PreparedBatch,
  behind: readonly RowsBehind[],
): Promise<void> {
  const { first, rows } = behind.length === 0 ? NO_ROWS : rowsToWrite(behind)
  const values = asParameters({ ...journal, ...rows })
  if (first.length === 0) {
    await runAlone(db, BATCH[db.kind], values)
    return
  }
  await inTransaction(db, async (run) => {
    for (const [sql, given] of first) await run(sql, given)
    await run(BATCH[db.kind], values)
  })
}

/**
 * Writes the rows of these offices on their own. Returns false, and writes nothing, when a journal
 * goes on where `behind` ends: another process was there, and knows more.
 */
export async function writeRows(db: Database, behind: readonly RowsBehind[]): Promise<boolean> {
  return inTransaction(db, async (run) => {
    for (const { after } of behind) if (await goesOn(run, after.office, after.seq)) return false
    const { first, rows }: RowsToWrite = rowsToWrite(behind)
    for (const [sql, given] of first) await run(sql, given)
    await run(BATCH[db.kind], asParameters({ ...NO_JOURNAL, ...rows }))
    return true
  })
}

async function goesOn(run: Run, office: string, seq: number): Promise<boolean> {
  const sql = 'SELECT seq FROM facts WHERE office_id = ? AND seq > ? LIMIT 1'
  return (await run(sql, [office, seq])).length > 0
}

function asParameters(rows: Readonly<Record<PartName, readonly Cell[][]>>): string[] {
  return BATCH.order.map((name) => JSON.stringify(rows[name]))
}

function personCells([visit, person]: [string, Person]): Cell[] {
  const { name, note, phone, email, needs, card, mayBeCalledByName } = person
  const needed = needs.length === 0 ? null : JSON.stringify(needs)
  const kept = card === null ? null : JSON.stringify(card)
  return [visit, name, note, phone, email, needed, kept, mayBeCalledByName]
}

function keyCells({ actor, key, office, bodyHash, visit, seq, at }: KeyUsed): Cell[] {
  return [actor, key, office, bodyHash, visit, seq, at]
}
