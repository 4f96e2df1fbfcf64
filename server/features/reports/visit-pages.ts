// Lists of visits a page at a time, and what a row of them says.
import type { Knex } from 'knex'
import { isSpread } from '../../domain/figures/counted.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { AppError } from '../../errors.ts'
import type { VisitBehind, VisitsBehind } from '../../protocol/report-contract.ts'
import { longestFirst } from './longest-first.ts'
import type { FigureQuery } from './read-model/query.ts'
import { visitsBehind, type Cell, type Found, type Place } from './visits-behind.ts'

/** How many visits are looked at for one page. */
const LOOKED_AT = 20_000
const USUAL = 50

export interface PageAsk {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  /** What else a visit of the list must be. */
  readonly isWanted?: (found: Found) => boolean
}

/** The page of a list that this asks for. Throws `invalid-input` for an `after` that no page gave. */
export async function visitPage(
  knex: Knex,
  query: FigureQuery,
  cell: Cell,
  now: number,
  { after, limit = USUAL, isWanted = () => true }: PageAsk,
): Promise<{ found: Found[]; next: string | null }> {
  const { figure } = cell
  if (figure !== null && isSpread(figure)) {
    const from = after === undefined ? 0 : offsetOf(after)
    const longest = await longestFirst({ knex, query, cell, figure, now }, from + limit + 1)
    const next = from + limit < longest.length ? String(from + limit) : null
    return { found: longest.slice(from, from + limit), next }
  }
  return inOrder(knex, query, cell, now, { after, limit, isWanted })
}

async function inOrder(
  knex: Knex,
  query: FigureQuery,
  cell: Cell,
  now: number,
  {
    after,
    limit,
    isWanted,
  }: Required<Pick<PageAsk, 'isWanted'>> & { after?: string | undefined; limit: number },
): Promise<{ found: Found[]; next: string | null }> {
  const found: Found[] = []
  let lookedAt = 0
  const reached: Place[] = []
  const list = visitsBehind(knex, query, cell, {
    now,
    after: after === undefined ? null : placeOf(after),
    onDay(place) {
      lookedAt += place.ordinal
      reached.push(place)
    },
    isEnough: () => lookedAt >= LOOKED_AT,
  })
  for await (const each of list) {
    if (!isWanted(each)) continue
    if (found.length === limit) {
      const { office, day, ordinal } = found[limit - 1] ?? each
      return { found, next: asText({ office, day, ordinal }) }
    }
    found.push(each)
  }
  const last = reached.at(-1)
  const next = last && lookedAt >= LOOKED_AT ? asText(last) : null
  return { found, next }
}

const asText = ({ office, day, ordinal }: Place): string => `${office}.${day}.${ordinal}`

function placeOf(text: string): Place {
  const parts = /^([a-z0-9-]+)\.(\d{4}-\d{2}-\d{2})\.(\d{1,7})$/.exec(text)
  if (!parts || Number.isNaN(Date.parse(`${parts[2]}T00:00:00Z`))) throw badAfter()
  return { office: parts[1] ?? '', day: parts[2] ?? '', ordinal: Number(parts[3]) }
}

function offsetOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw badAfter()
  return Number(text)
}

function badAfter(): AppError {
  const fields = [{ path: 'after', message: 'not what a page before said' }]
  return new AppError('invalid-input', { fields })
}

export function visitRow(found: Found): VisitBehind {
  const { visit, figures, flags, office, day, programme } = found
  const { callToDesk, holdTime, timeInOffice } = figures
  const instant = (at: number) => new Date(at).toISOString()
  return {
    ...{ visit: visit.id, office, ticket: ticketText(visit.number), day, programme },
    services: figures.requests.map(({ service }) => service),
    channel: figures.channel,
    kind: figures.kind,
    outcome: figures.outcome,
    arrivedAt: instant(figures.from),
    endedAt: figures.endedAt === null ? null : instant(figures.endedAt),
    ...{ wait: figures.wait ?? figures.timeToLeave, callToDesk },
    serviceTime: sumOfKnown(figures.requests.map(({ serviceTime }) => serviceTime)),
    ...{ holdTime, timeInOffice },
    transactions: figures.requests
      .filter(({ isDone }) => isDone)
      .reduce((sum, { quantity }) => sum + quantity, 0),
    flags: [...flags],
  }
}

/** Null when none is known. */
function sumOfKnown(lengths: readonly (number | null)[]): number | null {
  const known = lengths.filter((each) => each !== null)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

export function visitList({ found, next }: { found: Found[]; next: string | null }): VisitsBehind {
  return { visits: found.map(visitRow), next }
}
