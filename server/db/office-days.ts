// Days of an office as they were recorded: what figures are worked out from, visit by visit. Slow for a
// year, and always right: rollups are made of this and compared with it.
import type { Knex } from 'knex'
import type { AgentSegment } from '../domain/figures/agent-day.ts'
import { agentsOfDay, SIGNED_IN_WITHIN } from '../domain/figures/agents-of-day.ts'
import type { DayParts } from '../domain/figures/of-day.ts'
import type { Fact } from '../domain/facts.ts'
import { nextDay, startOfDay } from '../domain/office-time.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { settingsOfToday } from '../domain/settings-upcast.ts'
import type { Visit } from '../domain/visit.ts'
import { fromRow, type FactRow } from './journal.ts'
import { settingsHad, withGone, type SettingsHad } from './settings-had.ts'
import { toVisit, type RequestRow, type SegmentRow, type VisitRow } from './visit-rows.ts'

const DAY = 24 * 3_600_000

/** In the words of the index `facts_of_the_floor`, of which each question takes its part. */
const ON_THE_FLOOR = `type IN ('office-configured', 'agent-stationed', 'agent-availability-changed', 'agent-signed-off', 'door-counted')`

export interface AgentSegmentRow {
  office_id: string
  day: string
  agent_id: string
  started_at: number
  ended_at: number
  doing: AgentSegment['doing']
  counter: string | null
  reason: string | null
}

export type Zones = SettingsHad['zones']

/** The zone that held when a day (YYYY-MM-DD) ended; of days before the first, the first. */
export function zoneOn(zones: Zones, day: string, now: string): string {
  const known = zones.findLast(({ from, zone }) => from < startOfDay(nextDay(day), zone))
  return (known ?? zones[0])?.zone ?? now
}

/** What all days of an office have in common, services that are gone among them; null: it is not set up. */
export async function officeOfDays(
  knex: Knex,
  office: string,
): Promise<{ settings: OfficeSettings; zones: Zones } | null> {
  const row = await knex<{ id: string; settings: string }>('offices').where('id', office).first()
  const stored = row ? (JSON.parse(row.settings) as OfficeSettings | null) : null
  if (!stored) return null
  const had = (await settingsHad(knex, [office])).get(office)
  return { settings: withGone(settingsOfToday(stored, office), had), zones: had?.zones ?? [] }
}

/** Each day of [from, to) on which anything was recorded, in order. */
export async function loadDays(
  knex: Knex,
  office: string,
  { from, to, now }: { from: string; to: string; now: number },
): Promise<DayParts[]> {
  const known = await officeOfDays(knex, office)
  if (!known || from >= to) return []
  const { settings, zones } = known
  const visits = Map.groupBy(await loadVisitsOf(knex, office, from, to), ({ number }) => number.day)
  const floor = await loadFloor(knex, office, from, to)
  const kept = await loadKept(knex, office, from, to)
  const days: DayParts[] = []
  for (let day = from; day < to && startOfDay(day, 'UTC') <= now + DAY; day = nextDay(day)) {
    const zone = zoneOn(zones, day, settings.timeZone)
    const span = { from: startOfDay(day, zone), to: startOfDay(nextDay(day), zone) }
    const own = visits.get(day) ?? []
    const facts = floor.filter(({ at }) => span.from <= at && at < span.to)
    // From the journal where it tells of agents at all; else as it was written down.
    const agents = agentsOfDay(own, floor, { ...span, now }) ?? kept.get(day) ?? null
    if (own.length === 0 && facts.length === 0 && !agents) continue
    const door = facts.flatMap(({ at, body }) =>
      body.type === 'door-counted' ? [{ at, people: body.people }] : [],
    )
    days.push({ day, zone, settings, visits: own, agents, door, now })
  }
  return days
}

async function loadVisitsOf(
  knex: Knex,
  office: string,
  from: string,
  to: string,
): Promise<Visit[]> {
  return visitsOf(knex, () =>
    knex<VisitRow>('visits')
      .where('office_id', office)
      .where('day', '>=', from)
      .where('day', '<', to),
  )
}

/** Those that `of` finds, in the order in which they are listed everywhere. */
export async function visitsOf(
  knex: Knex,
  of: () => Knex.QueryBuilder<VisitRow, VisitRow[]>,
): Promise<Visit[]> {
  const rows = await of().orderBy(['day', 'arrived_at', 'arrived_seq', 'id'])
  const requests = await knex<RequestRow>('requests')
    .whereIn('visit_id', of().select('id'))
    .orderBy(['visit_id', 'request'])
  const segments = await knex<SegmentRow>('segments')
    .whereIn('visit_id', of().select('id'))
    .orderBy(['visit_id', 'ordinal'])
  const requestsOf = Map.groupBy(requests, (each) => each.visit_id)
  const segmentsOf = Map.groupBy(segments, (each) => each.visit_id)
  return rows.map((row) => toVisit(row, requestsOf.get(row.id) ?? [], segmentsOf.get(row.id) ?? []))
}

/** What agents said of themselves, and who was at the door, on days [from, to) and some before. */
export async function loadFloor(
  knex: Knex,
  office: string,
  from: string,
  to: string,
): Promise<Fact[]> {
  const begin = startOfDay(from, 'UTC') - SIGNED_IN_WITHIN - DAY
  const rows = await knex<FactRow>('facts')
    .where('office_id', office)
    .where('at', '>=', begin)
    .where('at', '<', startOfDay(to, 'UTC') + DAY)
    .whereRaw(ON_THE_FLOOR)
    .orderBy('seq')
  return rows.filter(({ type }) => type !== 'office-configured').map(fromRow)
}

async function loadKept(
  knex: Knex,
  office: string,
  from: string,
  to: string,
): Promise<Map<string, AgentSegment[]>> {
  const rows = await knex<AgentSegmentRow>('agent_segments')
    .where('office_id', office)
    .where('day', '>=', from)
    .where('day', '<', to)
    .orderBy(['day', 'started_at', 'agent_id'])
  const segments = rows.map((row) => ({
    day: row.day,
    segment: {
      agent: row.agent_id,
      counter: row.counter,
      doing: row.doing,
      reason: row.reason,
      from: row.started_at,
      to: row.ended_at,
    },
  }))
  return new Map(
    [...Map.groupBy(segments, ({ day }) => day)].map(([day, own]) => [
      day,
      own.map(({ segment }) => segment),
    ]),
  )
}
