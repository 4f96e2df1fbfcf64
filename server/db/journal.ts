// The journal: facts appended, never changed. Each carries the hash of the one before, so that a
// change behind the database's back shows.
import { hash as digest } from 'node:crypto'
import type { Knex } from 'knex'
import {
  FACT_VERSION,
  upcast,
  visitOf,
  type ActorKind,
  type Fact,
  type FactBody,
} from '../domain/facts.ts'
import type { Cell, Table } from './bulk.ts'

export const FACTS = {
  name: 'facts',
  columns: {
    office_id: 'text',
    seq: 'bigint',
    recorded_at: 'bigint',
    at: 'bigint',
    type: 'text',
    version: 'integer',
    actor_kind: 'text',
    actor_id: 'text',
    visit_id: 'text',
    data: 'text',
    hash: 'text',
  },
  key: ['office_id', 'seq'],
} as const satisfies Table

export interface FactRow {
  office_id: string
  seq: number
  recorded_at: number
  at: number
  type: string
  version: number
  actor_kind: string
  actor_id: string
  visit_id: string | null
  data: string
  hash: string
}

/** The settings an office has had, in the words of the index `facts_of_settings`. */
export const ARE_SETTINGS = `type = 'office-configured'`

/** The hash an empty journal ends with. */
export const FIRST_HASH = ''

function hashOf(before: string, content: readonly Cell[]): string {
  return digest('sha256', JSON.stringify([before, ...content]), 'base64url')
}

/** The facts as rows, chained onto `before`, and the hash they end with. */
export function toRows(
  office: string,
  facts: readonly Fact[],
  before: string,
): { rows: Cell[][]; hash: string } {
  let hash = before
  const rows = facts.map((fact) => {
    const content: Cell[] = [
      office,
      fact.seq,
      fact.recordedAt,
      fact.at,
      fact.body.type,
      FACT_VERSION,
      fact.actor.kind,
      fact.actor.id,
      visitOf(fact.body),
      JSON.stringify(fact.body),
    ]
    hash = hashOf(hash, content)
    return [...content, hash]
  })
  return { rows, hash }
}

export function fromRow(row: FactRow): Fact {
  return {
    seq: row.seq,
    recordedAt: row.recorded_at,
    at: row.at,
    actor: { kind: row.actor_kind as ActorKind, id: row.actor_id },
    body: upcast(row.version, JSON.parse(row.data) as FactBody, row.office_id),
  }
}

/** The facts of an office after `seq`, in order, at most `limit` of them. */
export async function factsAfter(
  knex: Knex,
  office: string,
  seq: number,
  limit = 10_000,
): Promise<Fact[]> {
  const rows = await knex<FactRow>('facts')
    .where('office_id', office)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
  return rows.map(fromRow)
}

/** Whether the tables of visits tell all that the office's journal does. */
export async function rowsTellAll(knex: Knex, office: string): Promise<boolean> {
  const head = await knex<{ office_id: string; seq: number }>('office_heads')
    .where('office_id', office)
    .first('seq')
  return (await factsAfter(knex, office, head?.seq ?? 0, 1)).length === 0
}

/** Every fact of one visit in one office, in order. */
export async function factsOfVisit(knex: Knex, visit: string, office: string): Promise<Fact[]> {
  const rows = await knex<FactRow>('facts')
    .where({ visit_id: visit, office_id: office })
    .orderBy('seq')
  return rows.map(fromRow)
}

/** The story of one visit: its facts in every office it has been in, one office after another. */
export async function storyOf(knex: Knex, visit: string): Promise<Fact[]> {
  const rows = await knex<FactRow>('facts').where('visit_id', visit).orderBy('seq')
  const left = Map.groupBy(rows.map(fromEach), ({ office }) => office)
  const story: Fact[] = []
  let office = rows.find((row) => row.type === 'visit-arrived')?.office_id
  while (office !== undefined) {
    const next = left.get(office)?.shift()?.fact
    if (!next) break
    story.push(next)
    if (next.body.type === 'visit-sent') office = next.body.to
  }
  return story
}

function fromEach(row: FactRow): { office: string; fact: Fact } {
  return { office: row.office_id, fact: fromRow(row) }
}

/**
 * Reads an office's journal from the start and recomputes its hashes, up to the head that the
 * office had at that moment: facts missing at the end show too.
 * Returns how many facts it holds and the seq of the first that does not fit, or null.
 */
export async function verifyJournal(
  knex: Knex,
  office: string,
): Promise<{ facts: number; brokenAt: number | null }> {
  const head = await knex<{ office_id: string; seq: number; hash: string }>('office_heads')
    .where('office_id', office)
    .first()
  let hash = FIRST_HASH
  let facts = 0
  for (;;) {
    const rows = await knex<FactRow>('facts')
      .where('office_id', office)
      .where('seq', '>', facts)
      .orderBy('seq')
      .limit(2_000)
    if (rows.length === 0) return { facts, brokenAt: facts < (head?.seq ?? 0) ? facts + 1 : null }
    for (const row of rows) {
      const { hash: stored, ...content } = row
      hash = hashOf(hash, columnsInOrder(content))
      if (row.seq !== facts + 1 || stored !== hash) return { facts, brokenAt: row.seq }
      if (row.seq === head?.seq && hash !== head.hash) return { facts, brokenAt: row.seq }
      facts += 1
    }
  }
}

function columnsInOrder(content: Omit<FactRow, 'hash'>): Cell[] {
  const names = Object.keys(FACTS.columns).filter((name) => name !== 'hash')
  return names.map((name) => content[name as keyof typeof content])
}
