// The office itself, as every screen needs it: names, zone, counters, services.
import type { OpeningHours, Service } from '../../domain/settings.ts'
import { waitingCount } from '../../domain/state.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { KioskOffice, OfficeRow, ServiceInfo, SummaryRow } from '../../protocol/views.ts'

export function officeRow({ state }: Snapshot): OfficeRow | null {
  const { settings } = state
  if (!settings) return null
  const { name, timeZone, reception, counters, categories } = settings
  return {
    id: 'office',
    kind: 'office',
    code: state.office,
    name,
    timeZone,
    reception,
    counters: [...counters],
    categories: [...categories],
    services: settings.services.map(serviceInfo),
  }
}

function serviceInfo(service: Service): ServiceInfo {
  const { code, name, description, category, prefix, withdrawn, bring, questions } = service
  return {
    code,
    name,
    ...(description ? { description } : {}),
    category,
    prefix,
    ...(withdrawn ? { withdrawn: true as const } : {}),
    ...(bring ? { bring: [...bring] } : {}),
    ...(questions ? { questions: [...questions] } : {}),
  }
}

/** The hours as they cross the wire. */
export function hoursOf({ week, exceptions }: OpeningHours): NonNullable<KioskOffice['hours']> {
  return {
    week: week.map((spans) => [...spans]),
    exceptions: exceptions.map(({ spans, ...rest }) => ({ ...rest, spans: [...spans] })),
  }
}

export function summaryRow({ state }: Snapshot): SummaryRow {
  return { id: 'summary', kind: 'summary', waiting: waitingCount(state) }
}

/** The rows that any change may touch: `office` only when the office was configured anew. */
export function sharedTouched(before: Snapshot, after: Snapshot): string[] {
  return before.state.settings === after.state.settings ? ['summary'] : ['summary', 'office']
}
