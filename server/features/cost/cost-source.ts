// What the ledger is made of, day by day: the visits that an office had, who was at work, and who took
// people in. Read in pieces: a year is never in memory.
import type { Knex } from 'knex'
import { loadDays } from '../../db/office-days.ts'
import { worked, type Attention, type Line } from '../../domain/cost/worked-time.ts'
import type { DayParts } from '../../domain/figures/of-day.ts'
import { nextDay, startOfDay } from '../../domain/office-time.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import type { Visit } from '../../domain/visit.ts'
import { knownPart, piecesOf } from '../pieces.ts'

export interface WorkedDay {
  readonly day: string
  /** The zone that the office had on that day. */
  readonly zone: string
  readonly lines: readonly Line[]
  /** The ticket of a visit of these lines. */
  ticketOf(visit: string): string
}

interface Period {
  /** Days of the office, YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
  /** UTC ms: nothing is known of what comes after. */
  readonly now: number
}

/** Each day of the period that anything is known of, in order. */
export async function* workedDays(
  knex: Knex,
  office: string,
  { from, to, now }: Period,
): AsyncGenerator<WorkedDay> {
  for (const piece of piecesOf(await knownPart(knex, office, { from, to }, now))) {
    for (const parts of await loadDays(knex, office, { ...piece, now })) {
      yield workedDay(parts, await whoTookIn(knex, office, parts.visits))
    }
  }
}

function workedDay(
  { day, zone, visits, agents, now }: DayParts,
  tookIn: ReadonlyMap<string, string>,
): WorkedDay {
  const span = { from: startOfDay(day, zone), to: startOfDay(nextDay(day), zone) }
  const attentions = visits.flatMap((visit) => attentionsOf(visit, now, tookIn.get(visit.id)))
  const tickets = new Map(visits.map((visit) => [visit.id, ticketText(visit.number)]))
  const lines = worked(agents ?? [], attentions, span)
  return { day, zone, lines, ticketOf: (visit) => tickets.get(visit) ?? '' }
}

function attentionsOf(visit: Visit, now: number, tookIn: string | undefined): Attention[] {
  const { id, segments, requests } = visit
  const of = (request: number) => {
    const { service, channel } = requests.find((each) => each.id === request) ?? NO_REQUEST
    return { visit: id, request, service, channel }
  }
  const lastServed = (request: number): number =>
    segments.findLastIndex((each) => each.state === 'serving' && each.request === request)
  const given = segments.flatMap((segment, index): Attention[] => {
    const { state: kind, agent, from, to, request } = segment
    if (kind !== 'called' && kind !== 'serving' && kind !== 'held') return []
    const asked = requests.find((each) => each.id === request)
    const isEnd = asked?.done === true && index === lastServed(request)
    const transactions = isEnd ? asked.quantity : 0
    return [{ ...of(request), kind, agent, from, to: to ?? now, transactions }]
  })
  const { preparation } = visit.details
  if (preparation === undefined) return given
  const [from, to] = [visit.arrivedAt - preparation, visit.arrivedAt]
  const agent = tookIn ?? null
  return [{ ...of(1), kind: 'preparation', agent, from, to, transactions: 0 }, ...given]
}

const NO_REQUEST = { service: '', channel: 'in-person' } as const

const PIECE = 500

/** Who took in those of whom it is known how long it took. */
async function whoTookIn(
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
