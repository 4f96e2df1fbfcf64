// Who holds the link of a ticket may watch that ticket, and nothing else.
import { findVisit } from '../../domain/state.ts'
import { AppError } from '../../errors.ts'
import type { TicketPublisher } from '../../live/ticket-publisher.ts'
import type { Gate } from '../../live/live-server.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { Commands } from '../commands.ts'
import type { TicketLinks } from './ticket-links.ts'

/** The part of the live gate that is about tickets. */
export type TicketGate = Pick<Gate<never>, 'isTicket' | 'watchTicket'>

/** A ticket that was found by its link. */
export interface Followed {
  readonly visit: string
  readonly office: Snapshot
}

/** The visit that this link follows, in the office that has it. Throws `ticket-unknown`. */
export function followed(commands: Commands, links: TicketLinks, token: string): Followed {
  const visit = links.visitOf(token)
  const office = visit === null ? null : commands.officeWith(visit)
  if (visit === null || !office || !findVisit(office.state, visit)) {
    throw new AppError('ticket-unknown')
  }
  return { visit, office }
}

export function ticketGate(
  commands: Commands,
  links: TicketLinks,
  publisher: TicketPublisher<Snapshot>,
): TicketGate {
  return {
    isTicket: (token) => links.visitOf(token) !== null,
    // Nothing is waited for here: no change can come between the view and the room.
    watchTicket: (token, join) =>
      Promise.try(() => {
        const { visit, office } = followed(commands, links, token)
        const { state } = office
        join(publisher.room(visit))
        const view = publisher.follow(state.office, visit, office, state.seq)
        if (!view) throw new AppError('ticket-unknown')
        return { ok: true, view }
      }),
  }
}
