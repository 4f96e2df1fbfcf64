// Writes visits that this journal has no story of: from another system, or from before it began. One
// fact and the rows it vouches for are one transaction, so that whatever is there is accounted for.
import type { FilePart } from '../domain/facts.ts'
import type { Visit } from '../domain/visit.ts'
import { bulkInsert, type Cell, type Table } from './bulk.ts'
import type { Database } from './connect.ts'
import { FACTS, FIRST_HASH, toRows } from './journal.ts'
import { inTransaction, runAlone, type Run } from './transaction.ts'
import { REQUESTS, requestCells, segmentCells, SEGMENTS, visitCells, VISITS } from './visit-rows.ts'

/** The number of such a visit belongs to a series that no service and no kiosk has. */
export const HISTORY_SERIES = '#'

export interface History {
  readonly office: string
  /** Code of where it comes from. */
  readonly source: string
  readonly file?: FilePart
  /** All of them ended. A number of the series of histories gets its value here. */
  readonly visits: readonly Visit[]
}

export interface Written {
  readonly added: number
  /** Visits that were there already, with the seq of the fact that brought them. */
  readonly known: ReadonlyMap<string, number>
  /** The fact; null: there was nothing to add. */
  readonly fact: { readonly seq: number; readonly recordedAt: number; readonly hash: string } | null
}

/**
 * Adds what is not there yet, all of it or nothing; `now` (UTC ms) is when the offices learn of it.
 * Throws a duplicate (`isDuplicate`) when another process was quicker: ask again then.
 */
export async function writeHistory(
  db: Database,
  histories: readonly History[],
  now: number,
): Promise<Written[]> {
  return inTransaction(db, async (run) => {
    const written: Written[] = []
    for (const history of histories) written.push(await writeOne(db, run, history, now))
    return written
  })
}

async function writeOne(db: Database, run: Run, history: History, now: number): Promise<Written> {
  const { office, source, file } = history
  const list = listOf(db)
  // Held until the end: nobody else goes on with this journal meanwhile.
  const lock = db.kind === 'postgres' ? ' FOR UPDATE' : ''
  await run(`SELECT seq FROM office_heads WHERE office_id = ?${lock}`, [office])
  const known = await findKnown(run, list, history.visits)
  const fresh = history.visits.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return { added: 0, known, fact: null }

  const last = await lastFact(run, office)
  const seq = last.seq + 1
  const recordedAt = Math.max(now, last.recordedAt)
  const numbered = await withNumbers(run, list, office, fresh)
  const visits = numbered.map((visit) => ({
    ...visit,
    arrivedSeq: seq,
    last: { seq, at: recordedAt, by: source },
  }))
  const days = spanOf(visits.map(({ number }) => number.day))
  const body = { type: 'history-added', source, visits: visits.length, days } as const
  const actor = { kind: 'system', id: 'history' } as const
  const fact = { seq, recordedAt, at: recordedAt, actor, body: file ? { ...body, file } : body }
  const { rows, hash } = toRows(office, [fact], last.hash)

  await insert(db, run, FACTS, rows)
  const visitRows = visits.map((visit) => visitCells(office, visit))
  await insert(db, run, VISITS, visitRows)
  const requests = visits.flatMap((visit) => visit.requests.map((it) => requestCells(visit.id, it)))
  await insert(db, run, REQUESTS, requests)
  const segments = visits.flatMap((visit) =>
    visit.segments.map((each, index) => segmentCells(visit.id, index + 1, each)),
  )
  await insert(db, run, SEGMENTS, segments)
  // Only when the rows tell everything up to here: who has let them fall behind brings them up.
  const step = 'UPDATE office_heads SET seq = ?, recorded_at = ?, hash = ?'
  await run(`${step} WHERE office_id = ? AND seq = ?`, [seq, recordedAt, hash, office, last.seq])
  return { added: visits.length, known, fact: { seq, recordedAt, hash } }
}

/** The texts of a JSON array, given as a parameter, as a subquery. */
function listOf({ kind }: Database): string {
  return kind === 'sqlite'
    ? 'SELECT value FROM json_each(?)'
    : 'SELECT value FROM jsonb_array_elements_text(?::jsonb) AS list(value)'
}

async function insert(db: Database, run: Run, table: Table, rows: Cell[][]): Promise<void> {
  const from = db.kind === 'sqlite' ? '?' : '?::jsonb'
  await run(bulkInsert(db.kind, table, { upsert: false, from }), [JSON.stringify(rows)])
}

async function findKnown(
  run: Run,
  list: string,
  visits: readonly Visit[],
): Promise<Map<string, number>> {
  const ids = JSON.stringify(visits.map(({ id }) => id))
  const rows = await run(`SELECT id, arrived_seq FROM visits WHERE id IN (${list})`, [ids])
  return new Map(rows.map((row) => [row.id as string, row.arrived_seq as number]))
}

async function lastFact(
  run: Run,
  office: string,
): Promise<{ seq: number; recordedAt: number; hash: string }> {
  const sql =
    'SELECT seq, recorded_at, hash FROM facts WHERE office_id = ? ORDER BY seq DESC LIMIT 1'
  const [row] = await run(sql, [office])
  if (!row) return { seq: 0, recordedAt: 0, hash: FIRST_HASH }
  return {
    seq: row.seq as number,
    recordedAt: row.recorded_at as number,
    hash: row.hash as string,
  }
}

/** Numbers of the series of histories go on where those of the same day end. */
async function withNumbers(
  run: Run,
  list: string,
  office: string,
  visits: readonly Visit[],
): Promise<readonly Visit[]> {
  const open = visits.filter(({ number }) => number.prefix === HISTORY_SERIES)
  if (open.length === 0) return visits
  const days = JSON.stringify([...new Set(open.map(({ number }) => number.day))])
  const sql = `SELECT day, MAX(number) AS last FROM visits
    WHERE office_id = ? AND day IN (${list}) AND prefix = ? GROUP BY day`
  const rows = await run(sql, [office, days, HISTORY_SERIES])
  const last = new Map(rows.map((row) => [row.day as string, row.last as number]))
  return visits.map((visit) => {
    const { number } = visit
    if (number.prefix !== HISTORY_SERIES) return visit
    const value = (last.get(number.day) ?? 0) + 1
    last.set(number.day, value)
    return { ...visit, number: { ...number, value } }
  })
}

function spanOf(days: readonly string[]): { from: string; to: string } {
  let [from = '', to = ''] = [days[0], days[0]]
  for (const day of days) {
    if (day < from) from = day
    if (day > to) to = day
  }
  return { from, to }
}

/** The ids among these of visits that are there already. */
export async function knownVisits(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const sql = `SELECT id FROM visits WHERE id IN (${listOf(db)})`
  const rows = await runAlone(db, sql, [JSON.stringify(ids)])
  return new Set(rows.map((row) => row.id as string))
}
