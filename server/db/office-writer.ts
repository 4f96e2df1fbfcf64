// Writes what a batch decided: facts, and the rows they amount to. Constant statements, few of them.
import type { Fact } from '../domain/facts.ts'
import { findVisit, type OfficeState } from '../domain/state.ts'
import type { Visit } from '../domain/visit.ts'
import { bulkInsert, type Cell, type Table } from './bulk.ts'
import type { Database, DatabaseKind } from './connect.ts'
import { FACTS, toRows } from './journal.ts'
import type { Person } from './office-loader.ts'
import type { Run } from './transaction.ts'
import { REQUESTS, requestCells, SEGMENTS, segmentCells, VISITS, visitCells } from './visit-rows.ts'

const HEADS = {
  name: 'office_heads',
  columns: {
    office_id: 'text',
    seq: 'bigint',
    recorded_at: 'bigint',
    hash: 'text',
    series: 'text',
  },
  key: ['office_id'],
} as const satisfies Table
const AGENTS = {
  name: 'agents',
  columns: {
    office_id: 'text',
    agent_id: 'text',
    counter: 'text',
    services: 'text',
    availability: 'text',
    since: 'bigint',
  },
  key: ['office_id', 'agent_id'],
} as const satisfies Table
const PEOPLE = {
  name: 'visit_people',
  columns: { visit_id: 'text', name: 'text', note: 'text' },
  key: ['visit_id'],
} as const satisfies Table
const KEYS = {
  name: 'command_keys',
  columns: {
    actor_id: 'text',
    key: 'text',
    office_id: 'text',
    body_hash: 'text',
    visit_id: 'text',
    seq: 'bigint',
    created_at: 'bigint',
  },
  key: ['actor_id', 'key'],
} as const satisfies Table

const statements = (kind: DatabaseKind) => ({
  facts: bulkInsert(kind, FACTS),
  visits: bulkInsert(kind, VISITS, { upsert: true }),
  requests: bulkInsert(kind, REQUESTS, { upsert: true }),
  segments: bulkInsert(kind, SEGMENTS, { upsert: true }),
  heads: bulkInsert(kind, HEADS, { upsert: true }),
  agents: bulkInsert(kind, AGENTS, { upsert: true }),
  people: bulkInsert(kind, PEOPLE, { upsert: true }),
  keys: bulkInsert(kind, KEYS),
})
const STATEMENTS = { sqlite: statements('sqlite'), postgres: statements('postgres') }

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
  const sql = STATEMENTS[db.kind]
  const write = async (statement: string, rows: readonly (readonly Cell[])[]): Promise<void> => {
    if (rows.length > 0) await run(statement, [JSON.stringify(rows)])
  }
  const chained = changes.map((each) => toRows(each.after.office, each.facts, each.hash))
  const touched = changes.flatMap((change) => touchedVisits(change))

  await write(
    sql.facts,
    chained.flatMap((each) => each.rows),
  )
  for (const change of changes) await writeSettings(run, change)
  await write(
    sql.visits,
    touched.map(({ office, visit }) => visitCells(office, visit)),
  )
  await write(sql.requests, touched.flatMap(changedRequests))
  await removeUndoneSegments(run, touched)
  await write(sql.segments, touched.flatMap(changedSegments))
  for (const change of changes) await writeAgents(run, sql.agents, change)
  await write(
    sql.people,
    changes.flatMap((each) => [...each.people].map(([id, p]) => [id, p.name, p.note])),
  )
  await write(
    sql.keys,
    keys.map((each) => [
      each.actor,
      each.key,
      each.office,
      each.bodyHash,
      each.visit,
      each.seq,
      each.at,
    ]),
  )
  const hashes = changes.map((each, i) => [each.after.office, chained[i]?.hash ?? ''] as const)
  await write(
    sql.heads,
    changes.map(({ after }, i) => [
      after.office,
      after.seq,
      after.recordedAt,
      chained[i]?.hash ?? '',
      JSON.stringify(after.series),
    ]),
  )
  return new Map(hashes)
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
async function removeUndoneSegments(run: Run, touched: readonly Touched[]): Promise<void> {
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

async function writeAgents(
  run: Run,
  statement: string,
  { before, after }: OfficeChange,
): Promise<void> {
  if (before.agents === after.agents) return
  const { office } = after
  const moved = [...after.agents.values()].filter((agent) => agent !== before.agents.get(agent.id))
  // Whoever moved or left gives up the old counter first: only one agent may be at each.
  const left = [...before.agents.keys()].filter(
    (id) => after.agents.get(id) !== before.agents.get(id),
  )
  for (const id of left) {
    await run('DELETE FROM agents WHERE office_id = ? AND agent_id = ?', [office, id])
  }
  if (moved.length === 0) return
  const rows = moved.map(({ id, counter, services, availability, since }): Cell[] => [
    office,
    id,
    counter,
    services === null ? null : JSON.stringify(services),
    availability,
    since,
  ])
  await run(statement, [JSON.stringify(rows)])
}

async function writeSettings(run: Run, { before, after }: OfficeChange): Promise<void> {
  if (before.settings === after.settings) return
  await run('UPDATE offices SET settings = ? WHERE id = ?', [
    JSON.stringify(after.settings),
    after.office,
  ])
}
