// Many rows in one statement whose text never changes: the rows travel as one JSON parameter. A
// query builder would compile a new text for each number of rows, on the hottest path there is.
import type { DatabaseKind } from './connect.ts'

export type ColumnType = 'text' | 'bigint' | 'integer' | 'boolean'
export type Cell = string | number | boolean | null

export interface Table<Name extends string = string> {
  readonly name: string
  readonly columns: Readonly<Record<Name, ColumnType>>
  readonly key: readonly Name[]
}

/**
 * A statement that inserts the rows of the JSON text `from`, an array of arrays; with `upsert`, a
 * row whose key exists replaces it.
 */
export function bulkInsert(
  kind: DatabaseKind,
  table: Table,
  { upsert, from }: { upsert: boolean; from: string },
): string {
  const names = Object.keys(table.columns)
  const cells = Object.values(table.columns).map((type, index) => cell(kind, type, index))
  const source =
    kind === 'sqlite'
      ? `json_each(${from}) WHERE true`
      : `jsonb_array_elements(${from}) AS row(value)`
  const insert = `INSERT INTO ${table.name} (${names.join(', ')}) SELECT ${cells.join(', ')} FROM ${source}`
  if (!upsert) return insert
  const changed = names.filter((name) => !table.key.includes(name))
  const sets = changed.map((name) => `${name} = excluded.${name}`)
  return `${insert} ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${sets.join(', ')}`
}

function cell(kind: DatabaseKind, type: ColumnType, index: number): string {
  if (kind === 'sqlite') return `value ->> ${index}`
  return type === 'text' ? `value ->> ${index}` : `(value ->> ${index})::${type}`
}
