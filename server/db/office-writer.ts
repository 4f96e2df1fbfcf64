// Writes what a batch decided: facts, and the rows they amount to.
import type { Fact } from '../domain/facts.ts'
import { findVisit, type OfficeState } from '../domain/state.ts'
import type { Visit } from '../domain/visit.ts'
import { BATCH, type PartName } from './batch-statement.ts'
import type { Cell } from './bulk.ts'
import type { Database } from './connect.ts'
import { toRows } from './journal.ts'
import type { Person } from './office-loader.ts'
import type { Run } from './transaction.ts'
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
  /** Hash of the journal before these facts. */
  readonly hash: string
  readonly people: ReadonlyMap<string, Person>
}

/** Writes a batch within its transaction. Returns the journal's hash of each office after it. */
export async function writeBatch(
  db: Database,
  run: Run,
  changes: readonly OfficeChange[],
  keys: readonly KeyUsed[],
): Promise<Map<string, string>> {
  const chained = changes.map((each) => ({
    ...each,
    ...toRows(each.after.office, each.facts, each.hash),
  }))
  const touched = changes.flatMap(touchedVisits)
  for (const change of changes) await makeRoom(run, change)
  await removeUndoneRows(run, touched)
  const rows: Record<PartName, Cell[][]> = {
    facts: chained.flatMap((each) => each.rows),
    visits: touched.map(({ office, visit }) => visitCells(office, visit)),
    requests: touched.flatMap(changedRequests),
    segments: touched.flatMap(changedSegments),
    visit_people: changes.flatMap((each) => [...each.people].map(personCells)),
    agents: changes.flatMap(changedAgents),
    command_keys: keys.map(keyCells),
    office_heads: chained.map(({ after, hash }) => headCells(after, hash)),
  }
  await run(
    BATCH[db.kind],
    BATCH.order.map((name) => JSON.stringify(rows[name])),
  )
  return new Map(chained.map(({ after, hash }) => [after.office, hash]))
}

interface Touched {
  office: string
  visit: Visit
  before: Visit | undefined
}

function touchedVisits({ before, after, visits }: OfficeChange): Touched[] {
  return [...visits.values()].flatMap((visit) => {
    const was = findVisit(before, visit.id)
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
async function removeUndoneRows(run: Run, touched: readonly Touched[]): Promise<void> {
  for (const { visit, before } of touched) {
    if (!before) continue
    if (before.segments.length > visit.segments.length) {
      await run('DELETE FROM segments WHERE visit_id = ? AND ordinal > ?', [
        visit.id,
        visit.segments.length,
      ])
    }
    if (before.requests.length > visit.requests.length) {
      await run('DELETE FROM requests WHERE visit_id = ? AND request > ?', [
        visit.id,
        visit.requests.length,
      ])
    }
  }
}

/** What must go before the batch is written: counters given up, settings replaced. */
async function makeRoom(run: Run, { before, after }: OfficeChange): Promise<void> {
  if (before.settings !== after.settings) {
    const settings = JSON.stringify(after.settings)
    await run('UPDATE offices SET settings = ? WHERE id = ?', [settings, after.office])
  }
  if (before.agents === after.agents) return
  // Only one agent may be at a counter: whoever moved or left gives up the old one first.
  const gone = [...before.agents.keys()].filter((id) => !isSame(before, after, id))
  for (const id of gone) {
    await run('DELETE FROM agents WHERE office_id = ? AND agent_id = ?', [after.office, id])
  }
}

function isSame(before: OfficeState, after: OfficeState, agent: string): boolean {
  return before.agents.get(agent) === after.agents.get(agent)
}

function changedAgents({ before, after }: OfficeChange): Cell[][] {
  if (before.agents === after.agents) return []
  return [...after.agents.values()]
    .filter(({ id }) => !isSame(before, after, id))
    .map(({ id, counter, services, availability, since }) => {
      const taken = services === null ? null : JSON.stringify(services)
      return [after.office, id, counter, taken, availability, since]
    })
}

function personCells([visit, { name, note }]: [string, Person]): Cell[] {
  return [visit, name, note]
}

function keyCells({ actor, key, office, bodyHash, visit, seq, at }: KeyUsed): Cell[] {
  return [actor, key, office, bodyHash, visit, seq, at]
}

function headCells({ office, seq, recordedAt, series }: OfficeState, hash: string): Cell[] {
  return [office, seq, recordedAt, hash, JSON.stringify(series)]
}
