// What may be asked for now, as kiosks and desks are shown it: as of the office's last fact, and its
// clock records one at the very instant at which this changes by itself.
import { intakeAt } from '../../domain/intake.ts'
import { remembered } from '../../domain/remembered.ts'
import type { OfficeState } from '../../domain/state.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { IntakeRow } from '../../protocol/views.ts'

/** As of an office's last fact: every audience asks for it, before and after each commit. */
const latestRow = remembered((state: OfficeState) => rowAt(state, state.recordedAt), {
  office: ({ office }) => office,
  by: (state) => state,
})

/** Null until the office is configured. `at`: UTC ms; its last fact, if not given. */
export function intakeRow({ state }: Pick<Snapshot, 'state'>, at?: number): IntakeRow | null {
  return at === undefined ? latestRow(state) : rowAt(state, at)
}

function rowAt(state: OfficeState, at: number): IntakeRow | null {
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
