// A desk's rows as they are sent with a change: what is null is left out, and put back on arrival.
// A row is sent again whenever anything in it changes, and most of what it might say it does not.
import type { DeskRow } from './views.ts'

/** The fields of a row that may be null: every one of them, or this does not compile. */
type Nulls<Row> = { [Field in keyof Row as null extends Row[Field] ? Field : never]: null }

const NULLS: { [Kind in DeskRow['kind']]: Nulls<Extract<DeskRow, { kind: Kind }>> } = {
  office: {},
  summary: {},
  intake: { why: null, reason: null, words: null, changesAt: null },
  rules: { afterRecalls: null, afterSeconds: null, share: null },
  floor: { door: null },
  alarm: { agentName: null, counter: null },
  counter: {
    agent: null,
    agentName: null,
    availability: null,
    services: null,
    counterKinds: null,
    languages: null,
    visit: null,
    since: null,
  },
  visit: { agent: null, counter: null, heldFor: null, backAt: null, name: null, note: null },
}

/** The row without what is null in it. */
export function slim<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row
}

/** A desk's row as it was before `slim`; one that was never slimmed stays as it is. */
export function whole<Row extends { id: string }>(row: Row): Row {
  const kind = (row as Partial<DeskRow>).kind
  return kind === undefined ? row : { ...NULLS[kind], ...row }
}
