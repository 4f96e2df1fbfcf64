// What the signs over the counters are shown: each counter, and whether the office is open. A sign
// picks its own; no line, no other visit, and a name only as on boards.
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { AnySignRow, SignOffice } from '../../protocol/views.ts'
import { counterIds, counterOf, touchedCounters } from '../desk/counter-row.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { officeRow } from '../offices/office-row.ts'
import { signRow } from './counter-state.ts'

function row(office: Snapshot, id: string): AnySignRow | null {
  if (id === 'office') return signOffice(office)
  if (id === 'intake') return intakeRow(office)
  const counter = counterOf(id)
  return counter === null ? null : signRow(office, counter)
}

function signOffice(office: Snapshot): SignOffice | null {
  const whole = officeRow(office)
  if (!whole) return null
  const { services: _services, categories: _categories, counters: _counters, ...known } = whole
  return known
}

export const signProjection: Projection<Snapshot, 'sign'> = {
  row,
  rows: (office) =>
    ['office', 'intake', ...counterIds(office)].flatMap((id) => row(office, id) ?? []),
  touched(changed) {
    const { before, after } = changed
    // Whether people are called by name is one setting for all of them.
    const everyone = before.state.room === after.state.room ? [] : counterIds(after)
    return ['office', 'intake', ...touchedCounters(changed), ...everyone]
  },
}
