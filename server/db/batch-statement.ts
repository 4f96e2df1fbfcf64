// A whole batch as one statement: on a busy office the trips to the database, not the disk, would
// be what takes time. PostgreSQL writes several tables in one statement by itself; SQLite does it
// through a trigger on a temporary view, which each writing connection makes for itself.
import { bulkInsert, type Table } from './bulk.ts'
import type { DatabaseKind } from './connect.ts'
import { FACTS } from './journal.ts'
import { AGENTS, ALARMS, HEADS, KEYS, PEOPLE } from './office-tables.ts'
import { REQUESTS, SEGMENTS, VISITS } from './visit-rows.ts'

interface Part {
  readonly table: Table
  readonly upsert: boolean
}

/** In the order that foreign keys ask for. */
const PARTS = [
  { table: FACTS, upsert: false },
  { table: VISITS, upsert: true },
  { table: REQUESTS, upsert: true },
  { table: SEGMENTS, upsert: true },
  { table: PEOPLE, upsert: true },
  { table: AGENTS, upsert: true },
  { table: ALARMS, upsert: true },
  { table: KEYS, upsert: false },
  { table: HEADS, upsert: true },
] as const satisfies readonly Part[]

export type PartName = (typeof PARTS)[number]['table']['name']

const names = PARTS.map(({ table }) => table.name)
const parameters = names.map(() => '?').join(', ')

/** The statement; its parameters are each table's rows as a JSON text, in this order. */
export const BATCH: Record<DatabaseKind, string> & { readonly order: readonly PartName[] } = {
  order: names,
  sqlite: `INSERT INTO temp.batch VALUES (${parameters})`,
  postgres: `WITH ${PARTS.map(postgresPart).join(', ')} SELECT 1`,
}

function postgresPart({ table, upsert }: Part): string {
  const insert = bulkInsert('postgres', table, { upsert, from: '?::jsonb' })
  return `in_${table.name} AS (${insert})`
}

/** What a connection that writes to SQLite needs before its first batch. */
export const SQLITE_BATCH_SETUP = [
  `CREATE TEMP VIEW batch AS SELECT ${names.map((name) => `NULL AS ${name}`).join(', ')}`,
  `CREATE TEMP TRIGGER write_batch INSTEAD OF INSERT ON batch BEGIN
   ${PARTS.map(({ table, upsert }) => `${bulkInsert('sqlite', table, { upsert, from: `NEW.${table.name}` })};`).join('\n')}
   END`,
]
