// What somebody may join by phone, before they do.
import { waitingCount } from '../../domain/state.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { JoinView } from '../../protocol/join-view.ts'
import { intakeRow } from '../intake/intake-row.ts'
import { officeRow } from '../offices/office-row.ts'

/** At `now`, UTC ms; null until the office is configured. */
export function joinView(snapshot: Snapshot, now: number): JoinView | null {
  const { state } = snapshot
  const row = officeRow(snapshot)
  const intake = intakeRow(snapshot, now)
  if (!row || !intake) return null
  const joining = state.settings?.joining
  return {
    office: state.office,
    name: row.name,
    timeZone: row.timeZone,
    categories: row.categories,
    services: row.services.filter((each) => !each.withdrawn),
    intake,
    waiting: waitingCount(state),
    isOffered: joining !== undefined,
    fromAfar: joining !== undefined && joining.mostExpected > 0,
  }
}
