// The calls that the boards of an office show: each that still stands, and the last ones of each
// board. A row has a name only where the office calls by name and the person agreed. Work by phone or
// mail is not in the room: it is not called here.
import { remembered } from '../../domain/remembered.ts'
import { boardsOf, calledName, callsByName, isForBoard } from '../../domain/room.ts'
import { calledCount, findVisit, type OfficeState } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { currentRequest, isInPerson, type Visit } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardVisit } from '../../protocol/views.ts'

/** A call stays on the board while it stands, and for a while after: not once it came to nothing. */
const SHOWN = ['called', 'serving', 'served']

type Shown = Visit & { counter: string; calledSeq: number; calledAt: number }
function isShown(visit: Visit | undefined): visit is Shown {
  if (!visit || !isInPerson(visit)) return false
  const { counter, calledSeq, calledAt } = visit
  return counter !== null && calledSeq !== null && calledAt !== null && SHOWN.includes(visit.state)
}

/** Ids of the visits whose calls some board shows, newest first. */
export const callsShown = remembered(({ state }: Snapshot) => findCalls(state), {
  office: ({ state }) => state.office,
  by: ({ state }) => state,
})

function findCalls(state: OfficeState): ReadonlySet<string> {
  const places = boardsOf(state.room, state.settings).map((board) => ({ board, left: board.last }))
  const found = new Set<string>()
  let standing = calledCount(state)
  for (const id of state.calls) {
    if (standing <= 0 && places.every(({ left }) => left <= 0)) break
    const visit = findVisit(state, id)
    if (!isShown(visit)) continue
    const call = { service: currentRequest(visit).service, counter: visit.counter }
    // Who is called fills the eye of each board of theirs, beside its last calls.
    const ours = places.filter(({ board, left }) => left > 0 && isForBoard(board, call))
    if (visit.state === 'called') standing -= 1
    else for (const place of ours) place.left -= 1
    if (visit.state === 'called' || ours.length > 0) found.add(id)
  }
  return found
}

export function boardVisit(office: Snapshot, id: string): BoardVisit | null {
  const visit = findVisit(office.state, id)
  if (!isShown(visit) || !callsShown(office).has(id)) return null
  return {
    id,
    state: visit.state,
    kind: 'visit',
    ticket: ticketText(visit.number),
    counter: visit.counter,
    service: currentRequest(visit).service,
    language: visit.language,
    call: visit.calledSeq,
    times: visit.timesCalled,
    calledAt: new Date(visit.calledAt).toISOString(),
    ...(isQuiet(office, id) ? { quiet: true as const } : {}),
    ...nameOf(office, id),
  }
}

/** Whether they asked to be called without sound. */
export function isQuiet({ people }: Snapshot, visit: string): boolean {
  return people.get(visit)?.needs.includes('quiet-call') === true
}

/**
 * What the room may call them: nothing, unless the office calls by name and they agreed; and nothing
 * any more once they are served.
 */
export function nameOf({ state, people }: Snapshot, visit: string): { name?: string } {
  const person = state.visits.has(visit) ? people.get(visit) : undefined
  if (!person?.mayBeCalledByName || !person.name || !callsByName(state.room)) return {}
  return { name: calledName(person.name) }
}
