// What the ledger is made of, day by day: the visits that an office had, who was at work, and who took
// people in. Read in pieces: a year is never in memory.
import type { Knex } from 'knex'
import { daysGoingOn } from '../../db/cost-rollups.ts'
import { loadDays } from '../../db/office-days.ts'
import { linesOfDay } from '../../domain/cost/of-day.ts'
import type { Line } from '../../domain/cost/worked-time.ts'
import type { DayParts } from '../../domain/figures/of-day.ts'
import { nextDay } from '../../domain/office-time.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import type { Visit } from '../../domain/visit.ts'
import { knownPart, piecesOf, type Piece } from '../pieces.ts'

export interface WorkedDay {
  readonly day: string
  /** The zone that the office had on that day. */
  readonly zone: string
  readonly lines: readonly Line[]
  /** The ticket of a visit of these lines. */
  ticketOf(visit: string): string
}

/** How many visits are read at once: fewer, such as a day's, take a third longer; more add to memory what outlives them. */
const AT_ONCE = 600

interface Period {
  /** Days of the office, YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
  /** UTC ms: nothing is known of what comes after. */
  readonly now: number
}

/**
 * Each day of the period that anything is known of, in order. A day on which work goes on is told up to
 * the instant up to which the statement tells it.
 */
export async function* workedDays(
  knex: Knex,
  office: string,
  { from, to, now }: Period,
): AsyncGenerator<WorkedDay> {
  const known = await knownPart(knex, office, { from, to }, now)
  const goingOn = await daysGoingOn(knex, { offices: [office], ...known })
  const until = new Map(goingOn.map((each) => [each.day, each.until]))
  for await (const piece of piecesOf(knex, office, known, AT_ONCE)) {
    for (const part of apart(piece, until)) {
      const asOf = until.get(part.from) ?? now
      // All before the first is taken: visits are let go of while they are young.
      yield* await workedIn(knex, office, await loadDays(knex, office, { ...part, now: asOf }))
    }
  }
}

async function workedIn(
  knex: Knex,
  office: string,
  days: readonly DayParts[],
): Promise<WorkedDay[]> {
  const worked: WorkedDay[] = []
  for (const parts of days) worked.push(await workedDay(knex, office, parts))
  return worked
}

/** The days of a piece; those that are told up to an instant of their own one by one. */
function* apart({ from, to }: Piece, until: ReadonlyMap<string, number>): Generator<Piece> {
  let begin = from
  for (let day = from; day < to; day = nextDay(day)) {
    if (!until.has(day)) continue
    if (begin < day) yield { from: begin, to: day }
    begin = nextDay(day)
    yield { from: day, to: begin }
  }
  if (begin < to) yield { from: begin, to }
}

async function workedDay(knex: Knex, office: string, parts: DayParts): Promise<WorkedDay> {
  const tickets = new Map(parts.visits.map((visit) => [visit.id, ticketText(visit.number)]))
  const { day, zone } = parts
  const lines = linesOfDay(parts, await whoTookIn(knex, office, parts.visits))
  return { day, zone, lines, ticketOf: (visit) => tickets.get(visit) ?? '' }
}

const PIECE = 500

/** Who took in those of whom it is known how long it took. */
export async function whoTookIn(
  knex: Knex,
  office: string,
  visits: readonly Visit[],
): Promise<Map<string, string>> {
  const ids = visits.filter(({ details }) => details.preparation !== undefined).map(({ id }) => id)
  const found = new Map<string, string>()
  for (let at = 0; at < ids.length; at += PIECE) {
    const rows = await knex<{
      visit_id: string
      actor_id: string
      office_id: string
      type: string
    }>('facts')
      .whereIn('visit_id', ids.slice(at, at + PIECE))
      .where({ office_id: office, type: 'visit-arrived' })
      .select('visit_id', 'actor_id')
    for (const { visit_id, actor_id } of rows) found.set(visit_id, actor_id)
  }
  return found
}
