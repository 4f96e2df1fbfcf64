// What the board shows of the calls: one fills the eye, the last ones stay beside it. Pure.
import type { BoardSettings, BoardVisit, CallAnnounced } from '#protocol'
import type { Moment } from './call-queue.ts'

export interface ShownCall {
  id: string
  ticket: string
  counter: string
  name: string | null
  /** Called and not yet at the counter, or not yet announced. */
  isStillCalled: boolean
}

export interface ShownCalls {
  /** The call that fills the eye: the one being played, else the newest still called. */
  current: ShownCall | null
  /** Newest first, without the current one. */
  last: ShownCall[]
}

type Rules = Pick<BoardSettings, 'last' | 'stays'>
const MINUTE = 60_000

/**
 * `pending`: being played, first, and those that wait for it: each stays until its turn is over.
 * `now`: by the server's clock, UTC ms.
 */
export function shownCalls(
  rows: readonly BoardVisit[],
  pending: readonly Moment[],
  { last: most, stays }: Rules,
  now: number,
): ShownCalls {
  const announced = new Set(pending.map(({ visit }) => visit))
  const [playing] = pending
  function isShown({ state, calledAt }: BoardVisit): boolean {
    if (now - Date.parse(calledAt) >= stays.minutes * MINUTE) return false
    // A visit put back in the queue or gone must not send anybody to a counter.
    const isOver = state === 'serving' || state === 'served'
    return state === 'called' || (isOver && stays.until === 'time')
  }
  const shown = [
    ...pending,
    ...rows.filter((row) => !announced.has(row.id) && isShown(row)),
  ].toSorted((a, b) => b.call - a.call)
  const calls = shown.map((each) => ('visit' in each ? ofMoment(each) : ofRow(each)))
  const current = playing ? ofMoment(playing) : (calls.find((call) => call.isStillCalled) ?? null)
  return { current, last: calls.filter(({ id }) => id !== current?.id).slice(0, most) }
}

function ofMoment({ visit, ticket, counter, name }: Moment): ShownCall {
  return { id: visit, ticket, counter, name, isStillCalled: true }
}

function ofRow({ id, ticket, counter, name, state }: BoardVisit): ShownCall {
  return { id, ticket, counter, name: name ?? null, isStillCalled: state === 'called' }
}

/** Calls that a view brings: those still to be answered, in order. */
export function momentsIn(rows: readonly BoardVisit[]): Moment[] {
  return rows
    .filter((row) => row.state === 'called')
    .toSorted((a, b) => a.call - b.call)
    .map(({ id, call, times, ticket, counter, service, language, name, quiet }) => ({
      ...{ visit: id, call, times, place: call, ticket, counter, service, language },
      isQuiet: quiet === true,
      name: name ?? null,
    }))
}

/** As the event tells it. Names are for boards that call by them. */
export function momentOf(
  { id, call = id, times = 1, quiet, name, ...rest }: CallAnnounced,
  { calledBy }: Pick<BoardSettings, 'calledBy'>,
): Moment {
  const isNamed = calledBy === 'name'
  return {
    ...{ ...rest, call, times, place: id },
    isQuiet: quiet === true,
    name: (isNamed && name) || null,
  }
}
