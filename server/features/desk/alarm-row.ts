// An agent who calls for help, and who is coming: shown to every desk of the office.
import type { Changed } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { AlarmRow } from '../../protocol/views.ts'
import type { NameOf } from './counter-row.ts'
import { instant } from './visit-row.ts'

/** Null when there is no alarm of this id (any more). */
export function alarmRow({ state }: Snapshot, id: string, nameOf: NameOf): AlarmRow | null {
  const alarm = state.alarms.get(id)
  if (!alarm) return null
  const { agent, counter, since, accepted } = alarm
  return {
    id,
    kind: 'alarm',
    agent,
    agentName: nameOf(agent),
    counter,
    since: instant(since),
    // Somebody whose name is not known here yet comes all the same.
    accepted: accepted.map((staff) => nameOf(staff) ?? staff),
  }
}

export function touchedAlarms({ before, after }: Changed<Snapshot>): string[] {
  if (before.state.alarms === after.state.alarms) return []
  return [...before.state.alarms.keys(), ...after.state.alarms.keys()]
}
