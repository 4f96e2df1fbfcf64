// What the ledger is made of, day by day: the segments of the visits that an office had, who was at
// work, and who took people in. Read in pieces: a year is never in memory.
import type { Knex } from 'knex'
import { presencesOf, type Said } from '../../domain/cost/presence.ts'
import { worked, type Attention, type Line } from '../../domain/cost/worked-time.ts'
import type { FactBody } from '../../domain/facts.ts'
import { nextDay, officeDay, startOfDay } from '../../domain/office-time.ts'
import { IS_LIVE } from '../../db/office-loader.ts'
import { toVisit, type RequestRow, type SegmentRow, type VisitRow } from '../../db/visit-rows.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import type { Visit } from '../../domain/visit.ts'

export interface WorkedDay {
  readonly day: string
  readonly lines: readonly Line[]
  /** The ticket of a visit of these lines. */
  ticketOf(visit: string): string
}

interface Period {
  /** Days of the office, YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
  readonly timeZone: string
  /** UTC ms: nothing is known of what comes after. */
  readonly now: number
}

/** Each day of the period that anything is known of, in order. */
export async function* workedDays(
  knex: Knex,
  office: string,
  { from, to, timeZone, now }: Period,
): AsyncGenerator<WorkedDay> {
  const period = { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) }
  const known = await spansOf(knex, office, period, now)
  const said = Map.groupBy(await saidBetween(knex, office, period), ({ at }) =>
    officeDay(at, timeZone),
  )
  for (const day of daysOf(known, said, { from, to, timeZone })) {
    const span = { from: startOfDay(day, timeZone), to: startOfDay(nextDay(day), timeZone) }
    const ids = known
      .filter((each) => each.from < span.to && each.to > span.from)
      .map(({ id }) => id)
    const visits = await visitsOf(knex, ids)
    const preparing = await whoTookIn(knex, office, visits)
    const attentions = visits.flatMap((visit) => attentionsOf(visit, now, preparing.get(visit.id)))
    const lines = worked(presencesOf(said.get(day) ?? [], attentions, span), attentions, span)
    const tickets = new Map(visits.map((visit) => [visit.id, ticketText(visit.number)]))
    yield { day, lines, ticketOf: (visit) => tickets.get(visit) ?? '' }
  }
}

/** The days of the period on which somebody was there or said something, in order. */
function daysOf(
  known: readonly Span[],
  said: ReadonlyMap<string, unknown>,
  { from, to, timeZone }: Omit<Period, 'now'>,
): string[] {
  const days = new Set(said.keys())
  for (const span of known) {
    const last = officeDay(span.to, timeZone)
    for (let day = officeDay(span.from, timeZone); day <= last && day < to; day = nextDay(day))
      days.add(day)
  }
  return [...days].filter((day) => day >= from && day < to).sort()
}

/** A visit was there in [from, to), UTC ms. */
interface Span {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** All visits that were there in [from, to), and those that are still here as far as `now`. */
async function spansOf(
  knex: Knex,
  office: string,
  { from, to }: { from: number; to: number },
  now: number,
): Promise<Span[]> {
  const there = () =>
    knex<VisitRow>('visits')
      .where('office_id', office)
      .where('arrived_at', '<', to)
      .select('id', 'arrived_at', 'ended_at')
  const ended = await there().where('ended_at', '>', from)
  const live = await there().whereRaw(IS_LIVE)
  return [...ended, ...live].map(({ id, arrived_at, ended_at }) => ({
    ...{ id, from: arrived_at, to: ended_at ?? now },
  }))
}

const PIECE = 500

async function visitsOf(knex: Knex, ids: readonly string[]): Promise<Visit[]> {
  const visits: Visit[] = []
  for (let at = 0; at < ids.length; at += PIECE) {
    const some = ids.slice(at, at + PIECE)
    const rows = await knex<VisitRow>('visits').whereIn('id', some)
    const requests = Map.groupBy(
      await knex<RequestRow>('requests').whereIn('visit_id', some).orderBy('request'),
      ({ visit_id }) => visit_id,
    )
    const segments = Map.groupBy(
      await knex<SegmentRow>('segments').whereIn('visit_id', some).orderBy('ordinal'),
      ({ visit_id }) => visit_id,
    )
    for (const row of rows) {
      visits.push(toVisit(row, requests.get(row.id) ?? [], segments.get(row.id) ?? []))
    }
  }
  return visits
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

interface FactPart {
  actor_id: string
  visit_id: string
  at: number
  data: string
}

/** Who took in those of whom it is known how long it took. */
async function whoTookIn(
  knex: Knex,
  office: string,
  visits: readonly Visit[],
): Promise<Map<string, string>> {
  const ids = visits.filter(({ details }) => details.preparation !== undefined).map(({ id }) => id)
  const found = new Map<string, string>()
  for (let at = 0; at < ids.length; at += PIECE) {
    const rows = await knex<FactPart & { office_id: string; type: string }>('facts')
      .whereIn('visit_id', ids.slice(at, at + PIECE))
      .where({ office_id: office, type: 'visit-arrived' })
      .select('visit_id', 'actor_id')
    for (const { visit_id, actor_id } of rows) found.set(visit_id, actor_id)
  }
  return found
}

const OF_AGENTS = ['agent-stationed', 'agent-availability-changed', 'agent-signed-off']

/** What agents said of themselves in [from, to), in order. */
async function saidBetween(
  knex: Knex,
  office: string,
  { from, to }: { from: number; to: number },
): Promise<Said[]> {
  const rows = await knex<FactPart & { office_id: string; type: string; recorded_at: number }>(
    'facts',
  )
    .where('office_id', office)
    .whereIn('type', OF_AGENTS)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('seq')
    .select('at', 'data')
  const counters = new Map<string, string>()
  return rows.flatMap(({ at, data }) => asSaid(at, JSON.parse(data) as FactBody, counters))
}

/** `counters`: where each agent was last on that day. */
function asSaid(at: number, body: FactBody, counters: Map<string, string>): Said[] {
  switch (body.type) {
    case 'agent-stationed':
      // Another work profile at the same counter is no coming back from a break.
      if (counters.get(body.agent) === body.counter) return []
      counters.set(body.agent, body.counter)
      return [{ agent: body.agent, at, availability: 'available' }]
    case 'agent-availability-changed':
      return [{ agent: body.agent, at, availability: body.availability }]
    case 'agent-signed-off':
      counters.delete(body.agent)
      return [{ agent: body.agent, at, availability: null }]
    default:
      return []
  }
}
