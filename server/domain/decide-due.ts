// The office's clock: records what is due. `decide` asks these.
import { notShown } from './decide-no-show.ts'
import type { Deciding } from './deciding.ts'
import { dueAt, type Due } from './due.ts'
import { intakeAt } from './intake.ts'
import type { Actor } from './facts.ts'

/** Nobody does what the clock does, also when it is seen to inside somebody's command. */
export const CLOCK: Actor = { kind: 'system', id: 'clock' }

/** Does all that is due by now; nothing when nothing is. */
export function mindClock(d: Deciding): void {
  for (const due of dueAt(d.state, d.now)) happen(d, due)
}

/** Raises whom the office's rules raise by now, so that who is next is exact at this instant. */
export function ripen(d: Deciding): void {
  if (d.settings.policy.raise.length === 0) return
  for (const due of dueAt(d.state, d.now)) if (due.what === 'raise') happen(d, due)
}

function happen(d: Deciding, due: Due): void {
  switch (due.what) {
    case 'intake': {
      const { isOpen } = intakeAt(d.state, d.settings, d.now)
      return d.record({ type: 'intake-turned', isOpen })
    }
    case 'raise':
      return d.record(
        { type: 'visit-raised', visit: due.visit.id, minutes: due.minutes },
        d.now,
        CLOCK,
      )
    case 'no-show':
      return notShown(d, due.visit)
    case 'back': {
      const { id, standing } = due.visit
      return d.record({ type: 'visit-returned', visit: id, standing })
    }
    case 'wrapped-up': {
      const agent = due.agent.id
      const availability = 'available'
      return d.record({ type: 'agent-availability-changed', agent, availability })
    }
  }
}
