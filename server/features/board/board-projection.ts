// What the room is shown: the calls, and how many wait. A board's row has no field for a name, and
// work by phone or mail is not in the room: it is neither called nor counted here.
import { findVisit } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import { isInPerson, type Visit } from '../../domain/visit.ts'
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardRow, BoardVisit } from '../../protocol/views.ts'
import { officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'

/** How many calls a board shows. */
const CALLS_SHOWN = 8

/** A call stays on the board while it stands, and for a while after: not once it came to nothing. */
const SHOWN = ['called', 'serving', 'served']

type Shown = Visit & { counter: string; calledSeq: number; calledAt: number }
function isShown(visit: Visit | undefined): visit is Shown {
  if (!visit || !isInPerson(visit)) return false
  const { counter, calledSeq, calledAt } = visit
  return counter !== null && calledSeq !== null && calledAt !== null && SHOWN.includes(visit.state)
}

/** The last calls of the room, newest first. */
function callsShown({ state }: Snapshot): string[] {
  const shown: string[] = []
  for (const id of state.calls) {
    if (isShown(findVisit(state, id)) && shown.push(id) === CALLS_SHOWN) break
  }
  return shown
}

function boardVisit(office: Snapshot, id: string): BoardVisit | null {
  const visit = findVisit(office.state, id)
  if (!isShown(visit) || !callsShown(office).includes(id)) return null
  return {
    id,
    state: visit.state,
    kind: 'visit',
    ticket: ticketText(visit.number),
    counter: visit.counter,
    language: visit.language,
    call: visit.calledSeq,
    calledAt: new Date(visit.calledAt).toISOString(),
  }
}

function row(office: Snapshot, id: string): BoardRow | null {
  if (id === 'office') return officeRow(office)
  return id === 'summary' ? summaryRow(office) : boardVisit(office, id)
}

export const boardProjection: Projection<Snapshot, 'board'> = {
  row,
  rows: (office) =>
    ['office', 'summary', ...callsShown(office)].flatMap((id) => row(office, id) ?? []),
  touched({ before, after, visits }) {
    const were = callsShown(before)
    const are = callsShown(after)
    // One call more pushes the oldest off; one that came to nothing lets an older one back.
    const gone = were.filter((id) => !are.includes(id))
    const come = are.filter((id) => !were.includes(id))
    const seen = visits.filter((id) => are.includes(id))
    return [...sharedTouched(before, after), ...gone, ...come, ...seen]
  },
}
