// How a visit, its requests and its segments lie in their tables.
import type { ArrivalDetails, Channel, ArrivedVia } from '../domain/facts.ts'
import type { Segment, SegmentState } from '../domain/segments.ts'
import type { Language } from '../domain/settings.ts'
import type { VisitState } from '../domain/states.ts'
import type { Trail } from '../domain/trail.ts'
import type { Request, Visit } from '../domain/visit.ts'
import type { Cell, Table } from './bulk.ts'

export const VISITS = {
  name: 'visits',
  columns: {
    id: 'text',
    office_id: 'text',
    state: 'text',
    day: 'text',
    prefix: 'text',
    number: 'integer',
    language: 'text',
    priority: 'text',
    via: 'text',
    arrived_at: 'bigint',
    arrived_seq: 'bigint',
    standing: 'bigint',
    current_request: 'integer',
    agent_id: 'text',
    counter: 'text',
    called_at: 'bigint',
    called_seq: 'bigint',
    announced_at: 'bigint',
    times_called: 'integer',
    held_for: 'text',
    back_at: 'bigint',
    times_wrong: 'boolean',
    details: 'text',
    raised: 'integer',
    times_missed: 'integer',
    trail: 'text',
    ended_at: 'bigint',
    last_seq: 'bigint',
    last_at: 'bigint',
    last_by: 'text',
  },
  key: ['id'],
} as const satisfies Table

export const REQUESTS = {
  name: 'requests',
  columns: {
    visit_id: 'text',
    request: 'integer',
    service: 'text',
    channel: 'text',
    quantity: 'integer',
    done: 'boolean',
    outcome: 'text',
  },
  key: ['visit_id', 'request'],
} as const satisfies Table

export const SEGMENTS = {
  name: 'segments',
  columns: {
    visit_id: 'text',
    ordinal: 'integer',
    state: 'text',
    started_at: 'bigint',
    ended_at: 'bigint',
    agent_id: 'text',
    counter: 'text',
    request: 'integer',
  },
  key: ['visit_id', 'ordinal'],
} as const satisfies Table

export function visitCells(office: string, visit: Visit): Cell[] {
  const { number, last } = visit
  return [
    visit.id,
    office,
    visit.state,
    number.day,
    number.prefix,
    number.value,
    visit.language,
    visit.priority,
    visit.via,
    visit.arrivedAt,
    visit.arrivedSeq,
    visit.standing,
    visit.current,
    visit.agent,
    visit.counter,
    visit.calledAt,
    visit.calledSeq,
    visit.announcedAt,
    visit.timesCalled,
    visit.heldFor,
    visit.backAt,
    visit.timesWrong,
    Object.keys(visit.details).length === 0 ? null : JSON.stringify(visit.details),
    visit.raised,
    visit.timesMissed,
    visit.trail ? JSON.stringify(visit.trail) : null,
    visit.endedAt,
    last.seq,
    last.at,
    last.by,
  ]
}

export function requestCells(visit: string, request: Request): Cell[] {
  const { id, service, channel, quantity, done, outcome } = request
  return [visit, id, service, channel, quantity, done, outcome]
}

export function segmentCells(visit: string, ordinal: number, segment: Segment): Cell[] {
  const { state, from, to, agent, counter, request } = segment
  return [visit, ordinal, state, from, to, agent, counter, request]
}

export interface VisitRow {
  id: string
  office_id: string
  state: VisitState
  day: string
  prefix: string
  number: number
  language: Language
  priority: string
  via: ArrivedVia
  arrived_at: number
  arrived_seq: number
  standing: number
  current_request: number
  agent_id: string | null
  counter: string | null
  called_at: number | null
  called_seq: number | null
  announced_at: number | null
  times_called: number
  held_for: string | null
  back_at: number | null
  times_wrong: boolean | number
  details: string | null
  raised: number | null
  times_missed: number
  trail: string | null
  ended_at: number | null
  last_seq: number
  last_at: number
  last_by: string
}
export interface RequestRow {
  visit_id: string
  request: number
  service: string
  channel: Channel
  quantity: number
  done: boolean | number
  outcome: string | null
}
export interface SegmentRow {
  visit_id: string
  ordinal: number
  state: SegmentState
  started_at: number
  ended_at: number | null
  agent_id: string | null
  counter: string | null
  request: number
}

/** The visit as its rows tell it; what undo would restore (`before`) is not among them. */
export function toVisit(
  row: VisitRow,
  requests: readonly RequestRow[],
  segments: readonly SegmentRow[],
): Visit {
  return {
    id: row.id,
    state: row.state,
    number: { day: row.day, prefix: row.prefix, value: row.number },
    language: row.language,
    priority: row.priority,
    via: row.via,
    arrivedAt: row.arrived_at,
    arrivedSeq: row.arrived_seq,
    standing: row.standing,
    requests: requests.map((each) => ({
      id: each.request,
      service: each.service,
      channel: each.channel,
      quantity: each.quantity,
      done: Boolean(each.done),
      outcome: each.outcome,
    })),
    current: row.current_request,
    segments: segments.map((each) => ({
      state: each.state,
      from: each.started_at,
      to: each.ended_at,
      agent: each.agent_id,
      counter: each.counter,
      request: each.request,
    })),
    agent: row.agent_id,
    counter: row.counter,
    calledAt: row.called_at,
    calledSeq: row.called_seq,
    announcedAt: row.announced_at,
    timesCalled: row.times_called,
    heldFor: row.held_for,
    backAt: row.back_at,
    timesWrong: Boolean(row.times_wrong),
    details: row.details === null ? {} : (JSON.parse(row.details) as ArrivalDetails),
    raised: row.raised,
    timesMissed: row.times_missed,
    ...(row.trail === null ? {} : { trail: JSON.parse(row.trail) as Trail }),
    endedAt: row.ended_at,
    last: { seq: row.last_seq, at: row.last_at, by: row.last_by },
    before: null,
  }
}
