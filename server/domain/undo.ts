// Undo: takes back the last fact of a visit, within 60 s, by whoever did it, and only if every
// invariant holds afterwards. Time since then counts for the state that comes back. An undone
// arrival is a visit that left by mistake: its number is used up.
import { backWithVisit } from './decide-agent.ts'
import type { Deciding } from './deciding.ts'
import { UNDO_WITHIN } from './moves.ts'
import { Refused } from './refusals.ts'
import { isLive, isWithAgent } from './states.ts'
import { agentAt, isFor, visitWith } from './state.ts'
import type { Visit } from './visit.ts'

export function undo(d: Deciding, id: string): string {
  const visit = d.visit(id)
  if (!canBeUndone(visit)) throw new Refused('nothing-to-undo', { visit: id })
  if (visit.last.by !== d.by.actor.id) throw new Refused('undo-not-yours', { visit: id })
  if (d.now - visit.last.at > UNDO_WITHIN) throw new Refused('undo-too-late', { visit: id })
  if (visit.before) {
    stillPossible(d, visit.before)
    d.record({ type: 'visit-undone', visit: id, undoes: visit.last.seq })
    backWithVisit(d, visit.before.agent)
  } else {
    d.record({ type: 'visit-left', visit: id, by: 'mistake' })
  }
  return id
}

/**
 * Not what two offices did together, and not the times of a paper ticket: nobody was there when they
 * were written down, and a manager can correct them.
 */
function canBeUndone(visit: Visit): boolean {
  const { last, arrivedSeq, segments, before, via, endedAt } = visit
  if (via === 'paper' && endedAt !== null && endedAt < last.at) return false
  const hasJustArrived = last.seq === arrivedSeq && segments.length === 1
  return hasJustArrived || before !== null
}

/**
 * Refuses when somebody has moved on: the agent has another visit, the counter another agent, or the
 * agent for whom it waited alone has gone.
 */
function stillPossible(d: Deciding, before: Visit): void {
  if (before.agent !== null && isFor(before, before.agent) && !d.state.agents.has(before.agent)) {
    throw new Refused('undo-overtaken', { visit: before.id })
  }
  if (!isLive(before.state) || !isWithAgent(before.state)) return
  const { agent, counter } = before
  if (agent === null || counter === null) return
  const open = visitWith(d.state, agent)
  const isElsewhere = open !== undefined && open.id !== before.id
  const hasMoved = d.state.agents.get(agent)?.counter !== counter
  if (isElsewhere || hasMoved || agentAt(d.state, counter)?.id !== agent) {
    throw new Refused('undo-overtaken', { visit: before.id })
  }
}
