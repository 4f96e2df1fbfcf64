// Who takes a ticket themselves is let in by the office's hours, what a manager has stopped and each
// service's quota; and a manager stops and lets in again.
import type { CommandOf } from './commands.ts'
import type { Deciding } from './deciding.ts'
import { endOfDay, intakeAt } from './intake.ts'
import { Refused } from './refusals.ts'

/** Refuses whoever cannot have a ticket for these services now. */
export function admit(d: Deciding, services: readonly string[]): void {
  const now = intakeAt(d.state, d.settings, d.now)
  if (!now.isOpen) {
    throw new Refused('office-closed', {
      ...(now.changesAt === null ? {} : { opensAt: instant(now.changesAt) }),
      ...(now.reason === null ? {} : { reason: now.reason }),
    })
  }
  const shut = now.shut.find(({ service }) => services.includes(service))
  if (!shut) return
  const { service, reason, until } = shut
  if (reason === null) throw new Refused('quota-reached', { service })
  throw new Refused('service-paused', { service, reason, until: instant(until) })
}

/** Until the given instant, and until the office's day is over at the latest. */
export function stopIntake(d: Deciding, command: CommandOf<'stop-intake'>): void {
  const { service, reason } = command
  if (service !== null) d.service(service)
  const until = Math.min(command.until ?? Infinity, endOfDay(d.settings, d.now))
  if (until <= d.now) throw new Refused('times-impossible')
  d.record({ type: 'intake-stopped', service, reason, until })
}

/** Changes nothing when nothing is stopped there. */
export function resumeIntake(d: Deciding, { service }: CommandOf<'resume-intake'>): void {
  const isStopped = (each: { service: string | null; until: number }): boolean =>
    each.service === service && each.until > d.now
  if (!d.state.intake.stops.some(isStopped)) return
  d.record({ type: 'intake-resumed', service })
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
