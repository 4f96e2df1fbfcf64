// Somebody arrives: they get a number and a place in line, or are served at once.
import type { CommandOf } from './commands.ts'
import { beginAt } from './decide-counter.ts'
import { admit } from './decide-intake.ts'
import { admitByPhone } from './decide-join.ts'
import type { Deciding } from './deciding.ts'
import type { ArrivalDetails } from './facts.ts'
import { officeDay } from './office-time.ts'
import { standingOf } from './standing.ts'
import { Refused } from './refusals.ts'
import { nextNumber } from './ticket-number.ts'

export function arrive(d: Deciding, command: CommandOf<'arrive'>): string {
  const services = command.requests.map((request) => d.offered(request.service))
  const first = services[0]
  if (!first) throw new Refused('service-unknown', { service: '' })
  // Staff may always add somebody.
  const takesItself = command.via !== 'greeter'
  const codes = services.map((each) => each.code)
  if (takesItself) admit(d, codes)
  if (command.via === 'phone') admitByPhone(d, command)
  d.priority(command.priority)
  const details = detailsOf(d, command)
  const { visit, requests, language, priority, via } = command
  const day = officeDay(d.now, d.settings.timeZone)
  const number = nextNumber(d.state.series, first.prefix, day)
  const standing = standingOf(d.settings.policy, d.now, details.bookedAt)
  d.record({
    type: 'visit-arrived',
    visit,
    number,
    requests,
    language,
    priority,
    via,
    ...(standing === d.now ? {} : { standing }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(command.expected ? { expected: true } : {}),
  })
  if (command.serveAt !== undefined) beginAt(d, visit, command.serveAt)
  return visit
}

/** What is kept of it: a party of one and the like are the usual, and left out. */
function detailsOf(d: Deciding, command: CommandOf<'arrive'>): ArrivalDetails {
  const { party = 1, counterKind: given, ...rest } = command.details ?? {}
  if (given !== undefined) d.counterKind(given)
  const counterKind = given ?? usualKind(d, command)
  return {
    ...(party > 1 ? { party } : {}),
    ...(counterKind === undefined ? {} : { counterKind }),
    ...rest,
  }
}

/**
 * The first kind is the usual one. Who is served at once is at a counter already: of a kind that
 * the agent takes. What does not come in person needs no counter of any kind.
 */
function usualKind(d: Deciding, command: CommandOf<'arrive'>): string | undefined {
  if (command.requests[0]?.channel !== 'in-person') return undefined
  const kinds = d.settings.counterKinds.map((each) => each.code)
  if (command.serveAt === undefined) return kinds[0]
  const takes = d.state.agents.get(d.by.actor.id)?.counterKinds ?? kinds
  return kinds.find((code) => takes.includes(code)) ?? kinds[0]
}
