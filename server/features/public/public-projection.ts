// What anybody may know of an office: where and when, what for, and how many wait. No visit, no name,
// no counter.
import type { Projection } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { PublicOffice, PublicRow } from '../../protocol/views.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { hoursOf, officeRow, sharedTouched, summaryRow } from '../offices/office-row.ts'

function row(office: Snapshot, id: string): PublicRow | null {
  if (id === 'office') return publicOffice(office)
  if (id === 'intake') return intakeRow(office)
  return id === 'summary' ? summaryRow(office) : null
}

/** Null until the office is configured. */
export function publicOffice(office: Snapshot): PublicOffice | null {
  const whole = officeRow(office)
  if (!whole) return null
  const { counters: _, ...known } = whole
  const { hours, address, phone } = office.state.settings ?? {}
  return {
    ...known,
    services: known.services.filter((each) => !each.withdrawn),
    ...(hours ? { hours: hoursOf(hours) } : {}),
    ...(address ? { address } : {}),
    ...(phone === undefined ? {} : { phone }),
  }
}

export const publicProjection: Projection<Snapshot, 'public'> = {
  row,
  rows: (office) => ['office', 'summary', 'intake'].flatMap((id) => row(office, id) ?? []),
  touched: ({ before, after }) => [...sharedTouched(before, after), 'intake'],
}
