// Calls for help as this agent is to see them: their own, and those of colleagues.
import type { AlarmRow, Me } from '#protocol'

export interface AlarmNow {
  readonly alarm: AlarmRow
  readonly isMine: boolean
  /** Whether this agent has said to be coming. */
  readonly isComing: boolean
}

/** Those of colleagues first, the oldest first: one's own needs no reading. */
export function alarmsFor(alarms: readonly AlarmRow[], me: Me): AlarmNow[] {
  return alarms
    .map((alarm) => ({
      alarm,
      isMine: alarm.agent === me.id,
      isComing: alarm.accepted.includes(me.name),
    }))
    .sort(
      (a, b) =>
        Number(a.isMine) - Number(b.isMine) ||
        Date.parse(a.alarm.since) - Date.parse(b.alarm.since),
    )
}
