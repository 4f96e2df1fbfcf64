// What the board shows of the calls: one fills the eye, the last ones stay beside it. Pure.
import type { VisitState } from '#protocol'
import type { Moment } from './call-queue.ts'

export interface CallRow {
  id: string
  state: VisitState
  ticket: string
  counter: string
  call: number
}

export interface ShownCall {
  id: string
  ticket: string
  counter: string
  /** Called and not yet at the counter. */
  isStillCalled: boolean
}

export interface ShownCalls {
  /** The call that fills the eye: the one being played, else the newest still called. */
  current: ShownCall | null
  /** Newest first, without the current one. */
  last: ShownCall[]
}

/** A visit put back in the queue or gone must not send anybody to a counter. */
const SHOWN: readonly VisitState[] = ['called', 'serving', 'served', 'no-show']

export function shownCalls(rows: CallRow[], playing: Moment | null, most: number): ShownCalls {
  const calls = rows
    .filter((row) => SHOWN.includes(row.state))
    .toSorted((a, b) => b.call - a.call)
    .map(({ id, ticket, counter, state }) => ({
      id,
      ticket,
      counter,
      isStillCalled: state === 'called',
    }))
  const current = playing
    ? { id: playing.visit, ticket: playing.ticket, counter: playing.counter, isStillCalled: true }
    : (calls.find((call) => call.isStillCalled) ?? null)
  const last = calls.filter((call) => call.id !== current?.id).slice(0, most)
  return { current, last }
}

/** Calls that a view brings and nobody has announced yet: those still to be answered, in order. */
export function momentsIn(rows: CallRow[]): Moment[] {
  return rows
    .filter((row) => row.state === 'called')
    .toSorted((a, b) => a.call - b.call)
    .map(({ call, id, ticket, counter }) => ({ id: call, visit: id, ticket, counter }))
}
