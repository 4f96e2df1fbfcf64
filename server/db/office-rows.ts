// What the rows of an office have to become for them to tell what its journal tells.
import type { OfficeState } from '../domain/state.ts'
import type { VisitChange } from '../domain/follow.ts'
import type { Cell } from './bulk.ts'
import { requestCells, segmentCells, visitCells } from './visit-rows.ts'

/** How far the rows of an office are behind its journal. */
export interface RowsBehind {
  /** The office as its rows tell it. */
  readonly before: OfficeState
  /** The office as its journal tells it, */
  readonly after: OfficeState
  /** and the hash of that journal's last fact. */
  readonly hash: string
  /** The visits that differ, by id. `before`: as the rows tell them. */
  readonly visits: Iterable<[string, VisitChange]>
}

export type Statement = readonly [sql: string, values: readonly (string | number)[]]
type RowTable = 'visits' | 'requests' | 'segments' | 'agents' | 'alarms' | 'office_heads'

/** Rows to write, and what must go before them: rows undone, counters given up, settings replaced. */
export interface RowsToWrite {
  readonly first: readonly Statement[]
  readonly rows: Readonly<Record<RowTable, readonly Cell[][]>>
}

export const NO_ROWS: RowsToWrite = {
  first: [],
  rows: { visits: [], requests: [], segments: [], agents: [], alarms: [], office_heads: [] },
}

/** What brings the rows of these offices up to their journals. */
export function rowsToWrite(behind: readonly RowsBehind[]): RowsToWrite {
  const changes = behind.flatMap(({ visits }) => [...visits].map(([, change]) => change))
  return {
    first: [...behind.flatMap(roomMade), ...changes.flatMap(rowsUndone)],
    rows: {
      visits: behind.flatMap(({ after, visits }) =>
        [...visits].map(([, { visit }]) => visitCells(after.office, visit)),
      ),
      requests: changes.flatMap(changedRequests),
      segments: changes.flatMap(changedSegments),
      agents: behind.flatMap(changedAgents),
      alarms: behind.flatMap(changedAlarms),
      office_heads: behind.map(({ after, hash }) => headCells(after, hash)),
    },
  }
}

function changedRequests({ visit, before }: VisitChange): Cell[][] {
  if (visit.requests === before?.requests) return []
  return visit.requests
    .filter((each, index) => each !== before?.requests[index])
    .map((each) => requestCells(visit.id, each))
}

function changedSegments({ visit, before }: VisitChange): Cell[][] {
  return visit.segments.flatMap((each, index) =>
    each === before?.segments[index] ? [] : [segmentCells(visit.id, index + 1, each)],
  )
}

/**
 * An undo takes back rows: the segments and requests that are no more. Of a visit that came from
 * another office nobody here may know what its rows tell.
 */
function rowsUndone({ visit, before }: VisitChange): Statement[] {
  const { id, segments, requests } = visit
  const isUnknown = !before && visit.via === 'office'
  const statements: Statement[] = []
  if (isUnknown || (before && before.segments.length > segments.length)) {
    const sql = 'DELETE FROM segments WHERE visit_id = ? AND ordinal > ?'
    statements.push([sql, [id, segments.length]])
  }
  if (isUnknown || (before && before.requests.length > requests.length)) {
    const sql = 'DELETE FROM requests WHERE visit_id = ? AND request > ?'
    statements.push([sql, [id, requests.length]])
  }
  return statements
}

/** What must go before the rows are written: counters given up, settings replaced. */
function roomMade({ before, after }: RowsBehind): Statement[] {
  const statements: Statement[] = []
  if (before.settings !== after.settings) {
    const settings = JSON.stringify(after.settings)
    statements.push(['UPDATE offices SET settings = ? WHERE id = ?', [settings, after.office]])
  }
  if (before.room !== after.room) {
    const room = JSON.stringify(after.room)
    statements.push(['UPDATE offices SET room = ? WHERE id = ?', [room, after.office]])
  }
  if (before.alarms !== after.alarms) {
    const over = [...before.alarms.keys()].filter((id) => !after.alarms.has(id))
    const sql = 'DELETE FROM alarms WHERE office_id = ? AND id = ?'
    statements.push(...over.map((id): Statement => [sql, [after.office, id]]))
  }
  if (before.agents === after.agents) return statements
  // Only one agent may be at a counter: whoever moved or left gives up the old one first.
  const gone = [...before.agents.keys()].filter((id) => !isSame(before, after, id))
  const sql = 'DELETE FROM agents WHERE office_id = ? AND agent_id = ?'
  return [...statements, ...gone.map((id): Statement => [sql, [after.office, id]])]
}

function isSame(before: OfficeState, after: OfficeState, agent: string): boolean {
  return before.agents.get(agent) === after.agents.get(agent)
}

function changedAgents({ before, after }: RowsBehind): Cell[][] {
  if (before.agents === after.agents) return []
  return [...after.agents.values()]
    .filter(({ id }) => !isSame(before, after, id))
    .map((agent) => [
      after.office,
      agent.id,
      agent.counter,
      listCell(agent.services),
      listCell(agent.counterKinds),
      listCell(agent.languages),
      agent.availability,
      agent.reason,
      agent.backAt,
      agent.since,
    ])
}

function listCell(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list)
}

function changedAlarms({ before, after }: RowsBehind): Cell[][] {
  if (before.alarms === after.alarms) return []
  return [...after.alarms.values()]
    .filter((alarm) => before.alarms.get(alarm.id) !== alarm)
    .map(({ id, agent, counter, since, accepted }) => {
      return [after.office, id, agent, counter, since, JSON.stringify(accepted)]
    })
}

function headCells(state: OfficeState, hash: string): Cell[] {
  const { office, seq, recordedAt, series, shareStep, door, intake } = state
  const counted = door === null ? null : JSON.stringify(door)
  const kept = JSON.stringify(intake)
  return [office, seq, recordedAt, hash, JSON.stringify(series), shareStep, counted, kept]
}
