// A kiosk was cut off and went on giving numbers, of a series of its own. Each joins the line
// afterwards where its arrival puts it: whoever holds a number was promised service, so hours, stops
// and quotas do not matter any more, and nothing that can be put right refuses it.
import type { CommandOf } from './commands.ts'
import { arriveNumbered, findNumbered, WRITTEN_WITHIN } from './decide-paper.ts'
import type { Deciding } from './deciding.ts'
import type { AskedFor } from './facts.ts'
import { officeDay } from './office-time.ts'
import { Refused } from './refusals.ts'
import { ORDINARY } from './settings.ts'
import { findVisit } from './state.ts'
import { isLive } from './states.ts'
import type { Visit } from './visit.ts'

/** How far a kiosk's clock may be ahead of the office's and still be believed, ms. */
const AHEAD_WITHIN = 60_000

/** The visit that the number stands for from now on: a new one, or one that is there already. */
export function joinOfflineTicket(d: Deciding, command: CommandOf<'join-offline-ticket'>): string {
  const { visit, language, details = {}, instead } = command
  const made = instead === undefined ? undefined : findVisit(d.state, instead)
  if (instead !== undefined && (!made || wasServed(made))) return instead
  const zone = d.settings.timeZone
  const isBelieved =
    command.arrivedAt <= d.now + AHEAD_WITHIN && command.arrivedAt >= d.now - WRITTEN_WITHIN
  const arrivedAt = isBelieved ? Math.min(command.arrivedAt, d.now) : d.now
  const number = { day: officeDay(arrivedAt, zone), ...command.number }
  // The series is one storage's alone, which gives each number to one person.
  const same = findNumbered(d.state, number)
  if (same) return same.id
  // Nobody holds the number that the office made of the same request: its answer was lost.
  if (made && isLive(made.state)) d.record({ type: 'visit-left', visit: made.id, by: 'mistake' })
  const requests = stillKnown(d, command.requests)
  arriveNumbered(
    d,
    { visit, number, requests, language, priority: ORDINARY, via: 'kiosk', details },
    arrivedAt,
  )
  if (!isBelieved) d.record({ type: 'times-marked-wrong', visit })
  // Of a day that is over, like all who waited when it ended.
  if (number.day < officeDay(d.now, zone)) d.record({ type: 'visit-closed', visit })
  return visit
}

/** Whether somebody was ever at a counter under it: then that is whom the kiosk gave a number. */
function wasServed({ segments }: Visit): boolean {
  return segments.some(({ state }) => state === 'serving')
}

/**
 * What is asked for, as far as the office knows it still. Of whom nothing is left waits for its first
 * service, rather than for nothing: an agent will hear what they came for.
 */
function stillKnown({ settings }: Deciding, requests: readonly AskedFor[]): readonly AskedFor[] {
  const isKnown = (code: string): boolean => settings.services.some((each) => each.code === code)
  const known = requests.filter(({ service }) => isKnown(service))
  if (known.length > 0) return known
  const first = settings.services.find(({ withdrawn }) => !withdrawn)
  if (!first) throw new Refused('service-unknown', { service: '' })
  return [{ service: first.code, channel: 'in-person', quantity: 1 }]
}
