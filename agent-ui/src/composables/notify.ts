// Whether an agent is to be told that someone has arrived: only one who is free, for whom nobody
// waited, and who is looking at something else.
import type { DeskVisit } from '#protocol'
import type { Desk } from './desk-rows.ts'
import { isFree, type Situation } from './desk-moves.ts'

/** What one view showed of it. */
export interface Glance {
  /** At the counter, could be given somebody, and nobody is there. */
  readonly isFree: boolean
  /** Ids of everybody waiting in the office. */
  readonly waiting: ReadonlySet<string>
  /** Who waits for this agent, in the order they would be called. */
  readonly mine: readonly DeskVisit[]
}

export function glanceAt(desk: Desk, { counter, visit }: Situation, mine: Glance['mine']): Glance {
  return {
    isFree: visit === null && isFree(counter),
    waiting: new Set(desk.waiting.map((row) => row.id)),
    mine,
  }
}

/**
 * Who has come between two glances and is to be told of; null: nobody. Before the first view nobody
 * is known to have been absent. Whoever only came into the list because the agent takes more
 * services now was there all along.
 */
export function arrivalBetween(
  before: Glance | null,
  now: Glance,
  hasFocus: boolean,
): DeskVisit | null {
  if (!before || hasFocus || !before.isFree || !now.isFree || before.mine.length > 0) return null
  return now.mine.find((visit) => !before.waiting.has(visit.id)) ?? null
}
