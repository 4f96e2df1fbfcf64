// What may be asked for now, as kiosks and desks are shown it: as of the office's last fact, and its
// clock records one at the very instant at which this changes by itself.
import { intakeAt } from '../../domain/intake.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { IntakeRow } from '../../protocol/views.ts'

/** Null until the office is configured. `at`: UTC ms. */
export function intakeRow(
  { state }: Pick<Snapshot, 'state'>,
  at = state.recordedAt,
): IntakeRow | null {
  const { settings } = state
  if (!settings) return null
  const { changesAt, shut, ...now } = intakeAt(state, settings, at)
  return {
    id: 'intake',
    kind: 'intake',
    ...now,
    changesAt: changesAt === null ? null : instant(changesAt),
    shut: shut.map(({ until, ...each }) => ({ ...each, until: instant(until) })),
  }
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
