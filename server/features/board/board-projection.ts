// What the room is shown: the calls, the lines, the counters, and what the office has set up for its
// boards. Every board of an office is told the same and picks what its own profile shows.
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { BoardRow } from '../../protocol/views.ts'
import { counterIds, counterOf, touchedCounters } from '../desk/counter-row.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'
import { boardIds, roomRow } from '../room/room-rows.ts'
import { boardVisit, callsShown } from './board-calls.ts'
import { nextIds, nextRow, serviceIds, serviceRow, touchedLines } from './board-lines.ts'
import { boardCounter } from './counter-state.ts'

function row(office: Snapshot, id: string): BoardRow | null {
  if (id === 'office') return officeRow(office)
  if (id === 'summary') return summaryRow(office)
  if (id === 'intake') return intakeRow(office)
  const counter = counterOf(id)
  if (counter !== null) return boardCounter(office, counter)
  return (
    roomRow(office, id) ?? serviceRow(office, id) ?? nextRow(office, id) ?? boardVisit(office, id)
  )
}

const idsOfRoom = (office: Snapshot): string[] => [
  ...boardIds(office),
  ...['notices', 'playlist', 'voice'],
]

export const boardProjection: Projection<Snapshot, 'board'> = {
  row,
  rows: (office) =>
    [
      ...['office', 'summary', 'intake'],
      ...idsOfRoom(office),
      ...serviceIds(office),
      ...counterIds(office),
      ...nextIds(office),
      ...callsShown(office),
    ].flatMap((id) => row(office, id) ?? []),
  touched(changed) {
    const { before, after, visits } = changed
    const were = callsShown(before)
    const are = callsShown(after)
    // One call more pushes the oldest off; one that came to nothing lets an older one back.
    const gone = [...were].filter((id) => !are.has(id))
    const come = [...are].filter((id) => !were.has(id))
    const seen = visits.filter((id) => are.has(id))
    return [
      ...sharedTouched(before, after),
      'intake',
      ...touchedLines(changed),
      ...touchedCounters(changed),
      ...touchedSetUp(before, after, are),
      ...[...gone, ...come, ...seen],
    ]
  },
}

/** What the office has set up changes seldom, and then anything may look otherwise. */
function touchedSetUp(before: Snapshot, after: Snapshot, calls: Iterable<string>): string[] {
  const isSame =
    before.state.room === after.state.room && before.state.settings === after.state.settings
  if (isSame) return []
  const all = [before, after].flatMap((office) => [...idsOfRoom(office), ...serviceIds(office)])
  return [...all, ...calls]
}
