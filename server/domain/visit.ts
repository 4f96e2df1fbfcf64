// One visit, as it stands. `visit-facts.ts` says how each fact changes it.
import type { ArrivalDetails, ArrivedVia, Channel } from './facts.ts'
import type { Segment } from './segments.ts'
import type { Language } from './settings.ts'
import type { VisitState } from './states.ts'
import type { TicketNumber } from './ticket-number.ts'
import type { Trail } from './trail.ts'

export interface Request {
  /** Ordinal within the visit, from 1. */
  readonly id: number
  readonly service: string
  readonly channel: Channel
  readonly quantity: number
  readonly done: boolean
  readonly outcome: string | null
}

export interface Visit {
  readonly id: string
  readonly state: VisitState
  readonly number: TicketNumber
  readonly language: Language
  /** Code of its priority class. */
  readonly priority: string
  readonly via: ArrivedVia
  /** UTC ms. */
  readonly arrivedAt: number
  /** Seq of its arrival: breaks ties of rank, first come first. */
  readonly arrivedSeq: number
  /** UTC ms from which its place in line counts: the arrival, unless it was returned elsewhere. */
  readonly standing: number
  readonly requests: readonly Request[]
  /** Ordinal of the request being waited for or served. */
  readonly current: number
  readonly segments: readonly Segment[]
  /** Who has it now (called, serving) or may alone call it (waiting after a transfer). */
  readonly agent: string | null
  readonly counter: string | null
  /** UTC ms of the last call, and its seq: the id under which it is announced. */
  readonly calledAt: number | null
  readonly calledSeq: number | null
  /**
   * UTC ms of its last announcement, by a call or a recall, or of the undo that made it called once
   * more: what the patience of the office counts from.
   */
  readonly announcedAt: number | null
  /** How often the last call was made, the first included. */
  readonly timesCalled: number
  readonly heldFor: string | null
  readonly backAt: number | null
  readonly timesWrong: boolean
  readonly details: ArrivalDetails
  /** Minutes of the rule that put it first; null: none did. */
  readonly raised: number | null
  /** How often it was called, did not come, and waited again. */
  readonly timesMissed: number
  /** Absent: unknown, as of visits written before it was kept. */
  readonly trail?: Trail
  readonly endedAt: number | null
  /** Its last fact: what undo may take back. */
  readonly last: { readonly seq: number; readonly at: number; readonly by: string }
  /** The visit as it was before its last fact, one step deep; null when that cannot be undone. */
  readonly before: Visit | null
}

/** The request being waited for or served. */
export function currentRequest(visit: Visit): Request {
  const found = visit.requests.find((request) => request.id === visit.current)
  if (!found) throw new Error(`visit ${visit.id} has no request ${visit.current}`)
  return found
}

/** Whether somebody is, or was, here in person: boards and waiting figures are about these. */
export function isInPerson(visit: Visit): boolean {
  return currentRequest(visit).channel === 'in-person'
}

/** The first request not yet done, or undefined. */
export function firstUnfinished(requests: readonly Request[]): Request | undefined {
  return requests.find((request) => !request.done)
}
