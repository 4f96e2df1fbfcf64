// What a command answers with: the visit as whoever asked may see it, and the version it is of.
import { orderOf } from '../domain/deciding.ts'
import { peopleAhead } from '../domain/order.ts'
import type { Party } from '../domain/permissions.ts'
import { ticketText } from '../domain/ticket-number.ts'
import { currentRequest, type Visit } from '../domain/visit.ts'
import type { Snapshot } from '../office/asking.ts'
import type { TicketAnswer, VisitAnswer } from '../protocol/views.ts'
import { visitIn, type Happened } from './commands.ts'
import { deskVisit } from './desk/visit-row.ts'

/** The whole visit, for staff. */
export function visitAnswer(happened: Happened, id: string): VisitAnswer {
  const visit = visitIn(happened, id)
  const { office, seq, facts } = happened
  const call = facts.find(({ body }) => body.type === 'visit-called')?.body
  return {
    ...deskVisit(office, visit),
    card: office.people.get(id)?.card ?? undefined,
    office: office.state.office,
    version: seq,
    peopleAhead: aheadOf(office, visit),
    reason: call?.type === 'visit-called' ? call.reason : null,
  }
}

/** The path of the page that follows a ticket, by the visit's id; null when none can. */
export type PathOf = (visit: string) => string | null

/** The ticket, for a device in a public room or the citizen's own. */
export function ticketAnswer(
  happened: Happened,
  id: string,
  pathOf: PathOf = () => null,
): TicketAnswer {
  const follow = pathOf(id)
  const visit = visitIn(happened, id)
  const { office, seq } = happened
  return {
    id,
    state: visit.state,
    office: office.state.office,
    ticket: ticketText(visit.number),
    service: currentRequest(visit).service,
    language: visit.language,
    arrivedAt: new Date(visit.arrivedAt).toISOString(),
    peopleAhead: aheadOf(office, visit),
    version: seq,
    ...(follow === null ? {} : { follow }),
  }
}

/** The visit as whoever asked may see it: a device is told no name. */
export function arrivalAnswer(
  party: Party,
  happened: Happened,
  id: string,
  pathOf?: PathOf,
): VisitAnswer | TicketAnswer {
  return party.kind === 'staff' ? visitAnswer(happened, id) : ticketAnswer(happened, id, pathOf)
}

function aheadOf({ state }: Snapshot, visit: Visit): number | null {
  if (visit.state !== 'waiting' || !state.settings) return null
  return peopleAhead(state, orderOf(state.settings), visit)
}
