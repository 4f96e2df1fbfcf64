// What the desks of an office are shown: every live visit, every counter, the office's rules, calls
// for help. The same for all of them, so that two desks always agree; which rows an agent may take,
// the shared rule tells each desk.
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { DeskRow } from '../../protocol/views.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'
import { alarmRow, touchedAlarms } from './alarm-row.ts'
import { touchedAlike } from './alike.ts'
import { counterIds, counterOf, counterRow, touchedCounters, type NameOf } from './counter-row.ts'
import { floorRow, rulesRow, touchedRules } from './rules-row.ts'
import { visitRow } from './visit-row.ts'

export function deskProjection(nameOf: NameOf): Projection<Snapshot, 'desk'> {
  function row(office: Snapshot, id: string): DeskRow | null {
    if (id === 'office') return officeRow(office)
    if (id === 'summary') return summaryRow(office)
    if (id === 'rules') return rulesRow(office)
    if (id === 'intake') return intakeRow(office)
    if (id === 'floor') return floorRow(office)
    const counter = counterOf(id)
    if (counter !== null) return counterRow(office, counter, nameOf)
    const visit = office.state.visits.get(id)
    return visit ? visitRow(office, visit) : alarmRow(office, id, nameOf)
  }
  return {
    row,
    rows: (office) => allIds(office).flatMap((id) => row(office, id) ?? []),
    touched: (changed) => [
      ...sharedTouched(changed.before, changed.after),
      ...touchedRules(changed),
      'intake',
      ...touchedAlarms(changed),
      ...changed.visits,
      ...touchedAlike(changed.before, changed.after, changed.visits),
      ...touchedCounters(changed),
    ],
  }
}

function allIds(office: Snapshot): string[] {
  const { alarms, visits } = office.state
  return [
    ...['office', 'rules', 'floor', 'summary', 'intake'],
    ...alarms.keys(),
    ...counterIds(office),
    ...visits.keys(),
  ]
}
