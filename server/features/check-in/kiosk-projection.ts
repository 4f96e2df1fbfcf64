// What a kiosk is shown: what can be asked for, and how many wait. No visit, no name.
import { callsByName } from '../../domain/room.ts'
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { KioskOffice, KioskRow } from '../../protocol/views.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { hoursOf, officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'

function row(office: Snapshot, id: string): KioskRow | null {
  if (id === 'office') return offered(office)
  if (id === 'intake') return intakeRow(office)
  return id === 'summary' ? summaryRow(office) : null
}

/** Nobody new may ask for what has been withdrawn. */
function offered(office: Snapshot): KioskOffice | null {
  const whole = officeRow(office)
  const { hours, asks } = office.state.settings ?? {}
  return (
    whole && {
      ...whole,
      services: whole.services.filter((each) => !each.withdrawn),
      ...(hours ? { hours: hoursOf(hours) } : {}),
      ...(asks ? { asks } : {}),
      ...(callsByName(office.state.room) ? { callsByName: true as const } : {}),
    }
  )
}

export const kioskProjection: Projection<Snapshot, 'kiosk'> = {
  row,
  rows: (office) => ['office', 'summary', 'intake'].flatMap((id) => row(office, id) ?? []),
  touched: ({ before, after }) => [
    ...sharedTouched(before, after),
    'intake',
    ...(before.state.room === after.state.room ? [] : ['office']),
  ],
}
