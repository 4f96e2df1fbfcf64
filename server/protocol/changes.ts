// Replacing rows by id is the only merge there is.
import type { OfficeChanged } from './events.ts'
import { whole } from './slim-rows.ts'

interface Row {
  id: string
}
interface View {
  version: number
  at: string
  rows: Row[]
}

/** The rows that a change puts in place, as a view has them: on the wire they say less. */
export function rowsPut<R extends Row>(change: {
  readonly as?: OfficeChanged['as']
  readonly at: string
  readonly put: readonly R[]
}): R[] {
  return change.put.map((row) => whole(change.as, row, change.at))
}

/**
 * The view after a change: `current` when it was known already, or `gap` when something between
 * was missed and the whole view must be asked for again.
 */
export function applyChange<V extends View>(
  view: V,
  change: Pick<OfficeChanged, 'since' | 'version' | 'at' | 'drop'> & {
    as?: OfficeChanged['as']
    put: Row[]
  },
): { is: 'changed'; view: V } | { is: 'current' } | { is: 'gap' } {
  if (change.version <= view.version) return { is: 'current' }
  if (change.since !== view.version) return { is: 'gap' }
  const put = new Map(rowsPut(change).map((row) => [row.id, row]))
  const gone = new Set(change.drop)
  const kept = view.rows.filter((row) => !gone.has(row.id)).map((row) => take(put, row))
  const rows = [...kept, ...put.values()]
  return { is: 'changed', view: { ...view, version: change.version, at: change.at, rows } }
}

function take(put: Map<string, Row>, row: Row): Row {
  const replaced = put.get(row.id)
  put.delete(row.id)
  return replaced ?? row
}
