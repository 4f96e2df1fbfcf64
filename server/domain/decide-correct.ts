// A manager says afterwards how and when a visit really ended: a fact of its own, never an edit.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import { mayMove } from './moves.ts'
import { Refused } from './refusals.ts'
import { findVisit } from './state.ts'

/** A visit of an earlier day is no more in the office's state: `known` is what its facts make it. */
export function correct(d: Deciding, command: CommandOf<'correct'>): void {
  const { to, endedAt, reason, known } = command
  const visit = findVisit(d.state, command.visit) ?? known ?? d.visit(command.visit)
  if (!mayMove(visit.state, 'correct')) throw d.notAllowed(visit)
  d.reason('correction', reason)
  if (endedAt < visit.arrivedAt || endedAt > d.now) throw new Refused('times-impossible')
  if (visit.state === to && visit.endedAt === endedAt) return
  d.record({ type: 'visit-corrected', visit: visit.id, to, endedAt, reason })
}
