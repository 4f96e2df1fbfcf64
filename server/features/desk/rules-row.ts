// What desks need of the office's own rules and words, and how its floor stands now.
import { callsByName } from '../../domain/room.ts'
import type { Changed } from '../../live/publisher.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { FloorRow, RulesRow } from '../../protocol/views.ts'
import { instant } from './visit-row.ts'

/** Null until the office is configured. */
export function rulesRow({ state }: Snapshot): RulesRow | null {
  const { settings } = state
  if (!settings) return null
  const { counterKinds, outcomes, reasons, policy } = settings
  const { afterRecalls, afterSeconds, unhurried } = policy.noShow
  return {
    id: 'rules',
    kind: 'rules',
    classes: [...policy.classes],
    counterKinds: [...counterKinds],
    outcomes: [...outcomes],
    outcomeNeeded: policy.outcomeNeeded,
    reasons: {
      hold: [...reasons.hold],
      away: [...reasons.away],
      reorder: [...reasons.reorder],
      correction: [...reasons.correction],
    },
    afterRecalls,
    afterSeconds,
    unhurried,
    wrapUpSeconds: policy.wrapUpSeconds,
    share: policy.share,
    ...(settings.agentFigures === true ? { agentFigures: true as const } : {}),
    ...(callsByName(state.room) ? { callsByName: true as const } : {}),
    thresholds: policy.thresholds,
  }
}

export function floorRow({ state }: Snapshot): FloorRow {
  const { shareStep, door } = state
  return {
    id: 'floor',
    kind: 'floor',
    shareStep,
    door: door && { people: door.people, at: instant(door.at) },
  }
}

/** Rules change when the office is configured, or a board of it; the floor with a shared call or a count. */
export function touchedRules({ before, after }: Changed<Snapshot>): string[] {
  const was = before.state
  const is = after.state
  return [
    ...(was.settings === is.settings && was.room === is.room ? [] : ['rules']),
    ...(was.shareStep === is.shareStep && was.door === is.door ? [] : ['floor']),
  ]
}
