// Loads an office's state from its tables: what is live, and today's. How long that takes does not
// depend on how much history there is.
import { Map } from 'immutable'
import type { Knex } from 'knex'
import type { Availability } from '../domain/facts.ts'
import { follow } from '../domain/follow.ts'
import { NO_INTAKE, type Intake } from '../domain/intake.ts'
import { NO_ROOM, type Room } from '../domain/room.ts'
import type { Language, OfficeSettings } from '../domain/settings.ts'
import { settingsOfToday } from '../domain/settings-upcast.ts'
import {
  CALLS_KEPT,
  emptyOffice,
  type Agent,
  type Alarm,
  type OfficeState,
} from '../domain/state.ts'
import { isLive } from '../domain/states.ts'
import type { NumberSeries } from '../domain/ticket-number.ts'
import type { Visit } from '../domain/visit.ts'
import { factsAfter, type FactRow } from './journal.ts'
import type { RowsBehind } from './office-rows.ts'
import { loadPeople, type People } from './people.ts'
import { list } from './reading.ts'
import { loadVisits } from './visit-loader.ts'

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
      const visits = await loadVisits(trx, head, series.day)
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
