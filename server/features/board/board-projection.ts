// What the room is shown: the calls, and how many wait. A board's row has no field for a name.
import { findVisit } from '../../domain/state.ts'
import { ticketText } from '../../domain/ticket-number.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardRow, BoardVisit } from '../../protocol/views.ts'
import { officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'

/** A call stays on the board while it stands, and for a while after: not once it came to nothing. */
const SHOWN = ['called', 'serving', 'served']

function boardVisit({ state }: Snapshot, id: string): BoardVisit | null {
  const visit = findVisit(state, id)
  if (!visit || !state.calls.includes(id) || !isShown(visit)) return null
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

type Shown = Visit & { counter: string; calledSeq: number; calledAt: number }
function isShown(visit: Visit): visit is Shown {
  const { counter, calledSeq, calledAt } = visit
  return counter !== null && calledSeq !== null && calledAt !== null && SHOWN.includes(visit.state)
}

function row(office: Snapshot, id: string): BoardRow | null {
  if (id === 'office') return officeRow(office)
  return id === 'summary' ? summaryRow(office) : boardVisit(office, id)
}

export const boardProjection: Projection<Snapshot, 'board'> = {
  row,
  rows: (office) =>
    ['office', 'summary', ...office.state.calls].flatMap((id) => row(office, id) ?? []),
  touched: ({ before, after, visits }) => [
    ...sharedTouched(before, after),
    ...visits,
    ...before.state.calls.filter((id) => !after.state.calls.includes(id)),
  ],
}
