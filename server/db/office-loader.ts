// Loads an office's state from its tables: what is live, and today's. How long that takes does not
// depend on how much history there is.
import { Map } from 'immutable'
import type { Knex } from 'knex'
import { applyToVisit, type Visit } from '../domain/visit.ts'
import type { Availability, VisitFact } from '../domain/facts.ts'
import { follow } from '../domain/follow.ts'
import { NO_INTAKE, type Intake } from '../domain/intake.ts'
import { NO_ROOM, type Room } from '../domain/room.ts'
import { UNDO_WITHIN } from '../domain/moves.ts'
import type { AccessNeed, Language, OfficeSettings } from '../domain/settings.ts'
import { settingsOfToday } from '../domain/settings-upcast.ts'
import {
  CALLS_KEPT,
  emptyOffice,
  type Agent,
  type Alarm,
  type OfficeState,
} from '../domain/state.ts'
import { FINAL_STATES, isLive, LIVE_STATES } from '../domain/states.ts'
import type { NumberSeries } from '../domain/ticket-number.ts'
import { factsAfter, factsOfVisit, type FactRow } from './journal.ts'
import type { RowsBehind } from './office-rows.ts'
import { toVisit, type RequestRow, type SegmentRow, type VisitRow } from './visit-rows.ts'

/** What another system says of a person: plain texts, and links that are https. */
export interface ContextCard {
  readonly source: string
  readonly lines: { label: string; text: string; href?: string | undefined }[]
}

/** What was given of a person, all of it forgettable. */
export interface Person {
  readonly name: string | null
  readonly note: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly needs: readonly AccessNeed[]
  readonly card: ContextCard | null
  /** Agreed that the room is told their first name and an initial. */
  readonly mayBeCalledByName: boolean
}
export const NOBODY: Person = {
  name: null,
  note: null,
  phone: null,
  email: null,
  needs: [],
  card: null,
  mayBeCalledByName: false,
}
export type People = Map<string, Person>

interface HeadRow {
  office_id: string
  seq: number
  recorded_at: number
  hash: string
  series: string
  share_step: number
  door: string | null
  intake: string | null
}
interface StoredOffice {
  id: string
  settings: string
  room: string | null
}
interface AgentRow {
  agent_id: string
  counter: string
  services: string | null
  counter_kinds: string | null
  languages: string | null
  availability: Availability
  reason: string | null
  back_at: number | null
  since: number
}

export interface LoadedOffice {
  state: OfficeState
  people: People
  /** Hash of the journal's last fact. */
  hash: string
  /** What the rows do not tell yet; null when they tell all that the journal does. */
  behind: RowsBehind | null
}

/**
 * The office as committed, or null when there is none of this code. Its rows may be some commits
 * behind its journal, which has the last word.
 */
export async function loadOffice(knex: Knex, office: string): Promise<LoadedOffice | null> {
  // One snapshot: another server may be writing.
  return knex.transaction(
    async (trx) => {
      const row = await trx<StoredOffice>('offices').where('id', office).first()
      const head = await trx<HeadRow>('office_heads').where('office_id', office).first()
      if (!row || !head) return null
      const series = JSON.parse(head.series) as NumberSeries
      const loaded = await loadVisits(trx, office, series.day)
      const visits = await withBefore(trx, loaded, head)
      const sorted = visits.sort((a, b) => a.arrivedSeq - b.arrivedSeq)
      const state: OfficeState = {
        ...emptyOffice(office),
        seq: head.seq,
        recordedAt: head.recorded_at,
        settings: readSettings(row.settings, office),
        series,
        agents: await loadAgents(trx, office),
        visits: byId(sorted.filter((visit) => isLive(visit.state))),
        ended: byId(sorted.filter((visit) => !isLive(visit.state))),
        calls: await loadCalls(trx, head),
        shareStep: head.share_step,
        door: head.door === null ? null : (JSON.parse(head.door) as OfficeState['door']),
        alarms: await loadAlarms(trx, office),
        intake: head.intake === null ? NO_INTAKE : (JSON.parse(head.intake) as Intake),
        room: { ...NO_ROOM, ...(JSON.parse(row.room ?? '{}') as Partial<Room>) },
      }
      const { people, ...rest } = await followJournal(trx, state, head.hash)
      return { ...rest, people: await loadPeople(trx, [...sorted.map(({ id }) => id), ...people]) }
    },
    // SQLite's are snapshots without being asked.
    isPostgres(knex) ? { readOnly: true, isolationLevel: 'repeatable read' } : {},
  )
}

/** From what the rows tell, `before`, to the end of the journal; `people`: ids of who is new. */
async function followJournal(
  trx: Knex,
  before: OfficeState,
  hash: string,
): Promise<Omit<LoadedOffice, 'people'> & { people: string[] }> {
  const facts = await factsAfter(trx, before.office, before.seq)
  if (facts.length === 0) return { state: before, hash, behind: null, people: [] }
  const { state, visits } = follow(before, facts)
  const last = await trx<FactRow>('facts')
    .where({ office_id: state.office, seq: state.seq })
    .first('hash')
  const now = last?.hash ?? hash
  const behind = { before, after: state, hash: now, visits }
  return { state, hash: now, behind, people: [...visits.keys()] }
}

/** Null until the office is configured. */
function readSettings(stored: string, office: string): OfficeSettings | null {
  const settings = JSON.parse(stored) as OfficeSettings | null
  return settings && settingsOfToday(settings, office)
}

function isPostgres(knex: Knex): boolean {
  return (knex.client as { dialect?: string }).dialect === 'postgresql'
}

const byId = (visits: Visit[]): Map<string, Visit> => Map(visits.map((each) => [each.id, each]))

/** In the words of the index `visits_live`: SQLite uses it for these very words only. */
export const IS_LIVE = `state IN (${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`

async function loadVisits(trx: Knex, office: string, day: string): Promise<Visit[]> {
  const live = await trx<VisitRow>('visits').where('office_id', office).whereRaw(IS_LIVE)
  const ended = await loadEnded(trx, office, day)
  const rows = [...live, ...ended]
  const ids = rows.map((row) => row.id)
  const requests = await inParts(ids, (part) =>
    trx<RequestRow>('requests').whereIn('visit_id', part).orderBy(['visit_id', 'request']),
  )
  const segments = await inParts(ids, (part) =>
    trx<SegmentRow>('segments').whereIn('visit_id', part).orderBy(['visit_id', 'ordinal']),
  )
  const requestsOf = Object.groupBy(requests, (each) => each.visit_id)
  const segmentsOf = Object.groupBy(segments, (each) => each.visit_id)
  return rows.map((row) => toVisit(row, requestsOf[row.id] ?? [], segmentsOf[row.id] ?? []))
}

/**
 * Who ended since the first arrival of `day`, of whatever day they are: as `OfficeState.ended`. What
 * is on paper may have ended before it was written down. Who came from another office opened no day.
 */
async function loadEnded(trx: Knex, office: string, day: string): Promise<VisitRow[]> {
  const first = await trx<VisitRow>('visits')
    .where('office_id', office)
    .where('day', day)
    .whereNotIn('via', ['office', 'import'])
    .orderBy('arrived_seq')
    .first()
  if (first) return endedSince(trx<VisitRow>('visits'), office, first)
  // Nobody has come here yet but from other offices; or all who came have gone on to one.
  const ended = trx<VisitRow>('visits')
    .where('office_id', office)
    .whereIn('state', [...FINAL_STATES])
  if (day === '') return ended.whereRaw(FROM_ELSEWHERE)
  return ended.where('day', day).whereRaw(LIVED_HERE)
}

/** In the words of the index `visits_from_elsewhere`. */
const FROM_ELSEWHERE = `via = 'office'`
/** Of a visit from another system nothing can be undone or brought back. */
const LIVED_HERE = `via <> 'import'`

/** In the words of the index `visits_on_paper`. */
const ON_PAPER = `via = 'paper'`

export function endedSince(
  visits: Knex.QueryBuilder<VisitRow, VisitRow[]>,
  office: string,
  first: Pick<VisitRow, 'arrived_at' | 'arrived_seq'>,
): Knex.QueryBuilder<VisitRow, VisitRow[]> {
  return visits
    .where('office_id', office)
    .where((either) => {
      void either.where('ended_at', '>=', first.arrived_at).orWhere((paper) => {
        void paper.whereRaw(ON_PAPER).where('arrived_seq', '>=', first.arrived_seq)
      })
    })
    .where('last_seq', '>', first.arrived_seq)
    .whereIn('state', [...FINAL_STATES])
    .whereRaw(LIVED_HERE)
}

/** Databases bound the number of parameters of one statement. */
async function inParts<Row>(
  ids: readonly string[],
  query: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += 500) rows.push(...(await query(ids.slice(at, at + 500))))
  return rows
}

/** Folds the facts of those that may still be undone, to know what they were before. */
async function withBefore(trx: Knex, visits: Visit[], head: HeadRow): Promise<Visit[]> {
  const result: Visit[] = []
  for (const visit of visits) {
    const isRecent = visit.last.at >= head.recorded_at - UNDO_WITHIN
    const folded = isRecent && (await foldVisit(trx, visit.id, head.office_id, head.seq))
    result.push(folded || visit)
  }
  return result
}

/** Its facts in the office it is in: they begin with its arrival there, and all that it was before. */
async function foldVisit(
  trx: Knex,
  id: string,
  office: string,
  upTo = Infinity,
): Promise<Visit | undefined> {
  let folded: Visit | undefined
  for (const fact of await factsOfVisit(trx, id, office)) {
    if (fact.seq > upTo) break
    folded = applyToVisit(folded, fact, fact.body as VisitFact)
  }
  return folded
}

/** A visit of any day and whose it is, from its facts; null when there never was one. */
export async function loadVisit(
  knex: Knex,
  id: string,
): Promise<{ office: string; visit: Visit; person: Person | null } | null> {
  const row = await knex<VisitRow>('visits').where('id', id).first('office_id')
  const visit = row && (await foldVisit(knex, id, row.office_id))
  if (!visit) return null
  return { office: row.office_id, visit, person: (await loadPeople(knex, [id])).get(id) ?? null }
}

async function loadAgents(trx: Knex, office: string): Promise<Map<string, Agent>> {
  const rows = await trx<AgentRow & { office_id: string }>('agents')
    .where('office_id', office)
    .orderBy('since')
  return Map(
    rows.map((row) => [
      row.agent_id,
      {
        id: row.agent_id,
        counter: row.counter,
        services: list<string>(row.services),
        counterKinds: list<string>(row.counter_kinds),
        languages: list<Language>(row.languages),
        availability: row.availability,
        reason: row.reason,
        backAt: row.back_at,
        since: row.since,
      },
    ]),
  )
}

function list<T>(cell: string | null): T[] | null {
  return cell === null ? null : (JSON.parse(cell) as T[])
}

async function loadAlarms(trx: Knex, office: string): Promise<Map<string, Alarm>> {
  const rows = await trx<{
    office_id: string
    id: string
    agent_id: string
    counter: string | null
    since: number
    accepted: string
  }>('alarms')
    .where('office_id', office)
    .orderBy('since')
  return Map(
    rows.map(({ id, agent_id, counter, since, accepted }) => [
      id,
      { id, agent: agent_id, counter, since, accepted: JSON.parse(accepted) as string[] },
    ]),
  )
}

/** The visits called last, as `OfficeState.calls` has them: announced even if undone since. */
async function loadCalls(trx: Knex, head: HeadRow): Promise<string[]> {
  const rows = await trx<{ office_id: string; seq: number; type: string; visit_id: string }>(
    'facts',
  )
    .select('visit_id')
    .where('office_id', head.office_id)
    .where('seq', '<=', head.seq)
    .whereIn('type', ['visit-called', 'visit-recalled'])
    .orderBy('seq', 'desc')
    .limit(CALLS_KEPT * 20)
  return [...new Set(rows.map((row) => row.visit_id))].slice(0, CALLS_KEPT)
}

/** What is known of the people of these visits. */
export async function loadPeople(trx: Knex, ids: readonly string[]): Promise<People> {
  const rows = await inParts(ids, (part) =>
    trx<PersonRow>('visit_people').whereIn('visit_id', part),
  )
  return Map(
    rows.map(({ visit_id, needs, card, may_be_called_by_name: mayBeCalled, ...texts }) => [
      visit_id,
      {
        ...texts,
        needs: list<AccessNeed>(needs) ?? [],
        card: card === null ? null : (JSON.parse(card) as ContextCard),
        mayBeCalledByName: Boolean(mayBeCalled),
      },
    ]),
  )
}

type PersonRow = Omit<Person, 'needs' | 'card' | 'mayBeCalledByName'> & {
  visit_id: string
  needs: string | null
  card: string | null
  may_be_called_by_name: boolean | number | null
}
