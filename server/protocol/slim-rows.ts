// Rows as they are sent with a change: what goes without saying is left out, and put back on arrival. A
// row is sent again whenever anything in it changes, and most of what it might say it does not.
import type { BoardRow, BoardVisit, DeskRow } from './views.ts'

type Row = object & { readonly id: string }
type Fields = Readonly<Record<string, unknown>>

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

/** Of a row on a board: as a visit is in the change that calls it. */
function usualOnBoard(kind: BoardRow['kind'], at: string): Fields {
  if (kind !== 'visit') return {}
  return { state: 'called', times: 1, calledAt: at } satisfies Partial<BoardVisit>
}

/** What an id says: `service:CODE` is the service of that code, a single word its own kind. */
function saidById(id: string): { readonly kind: string } & Fields {
  const [kind = '', code] = id.split(':')
  if (code !== undefined) return kind === 'next' ? { kind, board: code } : { kind, code }
  return { kind: /^[a-z]+$/.test(id) ? id : 'visit' }
}

/** What a row need not say when it is sent to these, in a change of this instant. */
function unsaid(as: 'desk' | 'board', row: Row, at: string): Fields {
  const said = saidById(row.id)
  const kind = 'kind' in row ? row.kind : said.kind
  const usual =
    as === 'desk' ? NULLS[kind as DeskRow['kind']] : usualOnBoard(kind as BoardRow['kind'], at)
  return { ...said, ...usual }
}

const isSlim = (as: string | undefined): as is 'desk' | 'board' => as === 'desk' || as === 'board'

/** The row without what goes without saying. Boards and desks alone are told so much and so often. */
export function slim<R extends Row>(as: string, row: R, at: string): R {
  if (!isSlim(as)) return row
  const without = unsaid(as, row, at)
  const said = Object.entries(row).filter(([name, value]) => value !== without[name])
  return Object.fromEntries(said) as R
}

/** A row as it was before `slim`; one that was never slimmed stays as it is. */
export function whole<R extends Row>(as: string | undefined, row: R, at: string): R {
  return isSlim(as) ? { ...unsaid(as, row, at), ...row } : row
}
