// An agent leaves the counter, and says what becomes of whoever is still at it.
import type { CommandOf } from './commands.ts'
import { giveBack } from './decide-place.ts'
import { CLOCK } from './decide-due.ts'
import { finish, hold } from './decide-service.ts'
import type { Deciding } from './deciding.ts'
import { isFor, visitWith } from './state.ts'

/**
 * Refused with `agent-busy` while a visit is open and nothing was said of it. Of a visit finished
 * with requests left, the rest waits in its place for whoever takes it next.
 */
export function signOff(d: Deciding, command: CommandOf<'sign-off'>): void {
  const id = d.by.actor.id
  const open = visitWith(d.state, id)
  if (open && command.open === 'hold') hold(d, { do: 'hold', visit: open.id })
  if (open && command.open === 'finish') finish(d, { do: 'finish', visit: open.id })
  const left = visitWith(d.state, id)
  if (left && (command.open === 'return' || command.open === 'finish')) {
    giveBack(d, { do: 'return', visit: left.id, place: 'kept' })
  }
  d.idle(id)
  if (!d.state.agents.has(id)) return
  release(d, id)
  d.record({ type: 'agent-signed-off', agent: id })
}

/** Nobody waits for an agent who has gone: whoever was sent to them is everybody's again. */
function release(d: Deciding, agent: string): void {
  const theirs = [...d.state.visits.values()].filter((visit) => isFor(visit, agent))
  // Of itself, not by the agent: it is no step that could be undone.
  for (const { id: visit } of theirs) {
    d.record({ type: 'visit-assigned', visit, agent: null }, d.now, CLOCK)
  }
}
