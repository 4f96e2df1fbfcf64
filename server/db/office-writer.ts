// Writes what a batch decided: facts, and the rows they amount to.
import type { Fact } from '../domain/facts.ts'
import { findVisit, type OfficeState } from '../domain/state.ts'
import type { Visit } from '../domain/visit.ts'
import { BATCH, type PartName } from './batch-statement.ts'
import type { Cell } from './bulk.ts'
import type { Database } from './connect.ts'
import { toRows } from './journal.ts'
import type { Person } from './office-loader.ts'
import { inTransaction, runAlone } from './transaction.ts'
import { requestCells, segmentCells, visitCells } from './visit-rows.ts'

export interface KeyUsed {
  readonly actor: string
  readonly key: string
  readonly office: string
  readonly bodyHash: string
  readonly visit: string | null
  readonly seq: number
  readonly at: number
}

/** What one office of a batch has to write. */
export interface OfficeChange {
  readonly before: OfficeState
  readonly after: OfficeState
  readonly facts: readonly Fact[]
  /** The visits those facts are about, as they leave them. */
  readonly visits: ReadonlyMap<string, Visit>
  /** Those that the state did not hold before, as they were: of other days, of other offices. */
  readonly known: ReadonlyMap<string, Visit>
  /** Hash of the journal before these facts. */
  readonly hash: string
  readonly people: ReadonlyMap<string, Person>
}

/** A batch as rows, and the journal's hash of each office after it. */
export interface PreparedBatch {
  readonly hashes: ReadonlyMap<string, string>
  /** What must go first: rows that an undo takes back, counters given up, settings replaced. */
  readonly first: readonly Statement[]
  readonly rows: Readonly<Record<PartName, readonly Cell[][]>>
}
type Statement = readonly [sql: string, values: readonly (string | number)[]]

export function prepareBatch(
  changes: readonly OfficeChange[],
  keys: readonly KeyUsed[],
): PreparedBatch {
  const chained = changes.map((each) => ({
    ...each,
    ...toRows(each.after.office, each.facts, each.hash),
  }))
  const touched = changes.flatMap(touchedVisits)
  return {
    hashes: new Map(chained.map(({ after, hash }) => [after.office, hash])),
    first: [...changes.flatMap(roomMade), ...touched.flatMap(rowsUndone)],
    rows: {
      facts: chained.flatMap((each) => each.rows),
      visits: touched.map(({ office, visit }) => visitCells(office, visit)),
      requests: touched.flatMap(changedRequests),
      segments: touched.flatMap(changedSegments),
      visit_people: changes.flatMap((each) => [...each.people].map(personCells)),
      agents: changes.flatMap(changedAgents),
      alarms: changes.flatMap(changedAlarms),
      command_keys: keys.map(keyCells),
      office_heads: chained.map(({ after, hash }) => headCells(after, hash)),
    },
  }
}

/**
 * Writes a batch durably, all of it or nothing. Throws a duplicate (`isDuplicate`) when another
 * process was quicker: a fact of the same seq, a number or an idempotency key is there already.
 */
export async function writeBatch(db: Database, { first, rows }: PreparedBatch): Promise<void> {
  const values = BATCH.order.map((name) => JSON.stringify(rows[name]))
  if (first.length === 0) {
    await runAlone(db, BATCH[db.kind], values)
    return
  }
  await inTransaction(db, async (run) => {
    for (const [sql, given] of first) await run(sql, given)
    await run(BATCH[db.kind], values)
  })
}

interface Touched {
  office: string
  visit: Visit
  before: Visit | undefined
}

function touchedVisits({ before, after, visits, known }: OfficeChange): Touched[] {
  return [...visits.values()].flatMap((visit) => {
    const was = findVisit(before, visit.id) ?? known.get(visit.id)
    return visit === was ? [] : [{ office: after.office, visit, before: was }]
  })
}

function changedRequests({ visit, before }: Touched): Cell[][] {
  if (visit.requests === before?.requests) return []
  return visit.requests
    .filter((each, index) => each !== before?.requests[index])
    .map((each) => requestCells(visit.id, each))
}

function changedSegments({ visit, before }: Touched): Cell[][] {
  return visit.segments.flatMap((each, index) =>
    each === before?.segments[index] ? [] : [segmentCells(visit.id, index + 1, each)],
  )
}

/** An undo takes back rows: the segments and requests that are no more. */
function rowsUndone({ visit, before }: Touched): Statement[] {
  if (!before) return []
  const { id, segments, requests } = visit
  const statements: Statement[] = []
  if (before.segments.length > segments.length) {
    const sql = 'DELETE FROM segments WHERE visit_id = ? AND ordinal > ?'
    statements.push([sql, [id, segments.length]])
  }
  if (before.requests.length > requests.length) {
    const sql = 'DELETE FROM requests WHERE visit_id = ? AND request > ?'
    statements.push([sql, [id, requests.length]])
  }
  return statements
}

/** What must go before the batch is written: counters given up, settings replaced. */
function roomMade({ before, after }: OfficeChange): Statement[] {
  const statements: Statement[] = []
  if (before.settings !== after.settings) {
    const settings = JSON.stringify(after.settings)
    statements.push(['UPDATE offices SET settings = ? WHERE id = ?', [settings, after.office]])
  }
  if (before.alarms !== after.alarms) {
    const over = [...before.alarms.keys()].filter((id) => !after.alarms.has(id))
    const sql = 'DELETE FROM alarms WHERE office_id = ? AND id = ?'
    statements.push(...over.map((id): Statement => [sql, [after.office, id]]))
  }
  if (before.agents === after.agents) return statements
  // Only one agent may be at a counter: whoever moved or left gives up the old one first.
  const gone = [...before.agents.keys()].filter((id) => !isSame(before, after, id))
  const sql = 'DELETE FROM agents WHERE office_id = ? AND agent_id = ?'
  return [...statements, ...gone.map((id): Statement => [sql, [after.office, id]])]
}

function isSame(before: OfficeState, after: OfficeState, agent: string): boolean {
  return before.agents.get(agent) === after.agents.get(agent)
}

function changedAgents({ before, after }: OfficeChange): Cell[][] {
  if (before.agents === after.agents) return []
  return [...after.agents.values()]
    .filter(({ id }) => !isSame(before, after, id))
    .map((agent) => [
      after.office,
      agent.id,
      agent.counter,
      listCell(agent.services),
      listCell(agent.counterKinds),
      listCell(agent.languages),
      agent.availability,
      agent.reason,
      agent.since,
    ])
}

function listCell(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list)
}

function changedAlarms({ before, after }: OfficeChange): Cell[][] {
  if (before.alarms === after.alarms) return []
  return [...after.alarms.values()]
    .filter((alarm) => before.alarms.get(alarm.id) !== alarm)
    .map(({ id, agent, counter, since, accepted }) => {
      return [after.office, id, agent, counter, since, JSON.stringify(accepted)]
    })
}

function personCells([visit, person]: [string, Person]): Cell[] {
  const { name, note, phone, email, needs, card } = person
  const needed = needs.length === 0 ? null : JSON.stringify(needs)
  return [visit, name, note, phone, email, needed, card === null ? null : JSON.stringify(card)]
}

function keyCells({ actor, key, office, bodyHash, visit, seq, at }: KeyUsed): Cell[] {
  return [actor, key, office, bodyHash, visit, seq, at]
}

function headCells(state: OfficeState, hash: string): Cell[] {
  const { office, seq, recordedAt, series, shareStep, door, intake } = state
  const counted = door === null ? null : JSON.stringify(door)
  const kept = JSON.stringify(intake)
  return [office, seq, recordedAt, hash, JSON.stringify(series), shareStep, counted, kept]
}
