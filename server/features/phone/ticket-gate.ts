// Who holds the link of a ticket may watch that ticket, and nothing else.
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
export async function followed(
  commands: Commands,
  links: TicketLinks,
  token: string,
): Promise<Followed> {
  const visit = links.visitOf(token)
  const code = visit === null ? null : commands.officeWith(visit)
  const office = code === null ? null : await commands.open(code)
  if (visit === null || !office) throw new AppError('ticket-unknown')
  return { visit, office }
}

export function ticketGate(
  commands: Commands,
  links: TicketLinks,
  publisher: TicketPublisher<Snapshot>,
): TicketGate {
  return {
    isTicket: (token) => links.visitOf(token) !== null,
    async watchTicket(token, join) {
      const { visit, office } = await followed(commands, links, token)
      // From here to the answer nothing waits: no change can come between the view and the room.
      const { state } = office
      join(publisher.room(visit))
      const view = publisher.follow(state.office, visit, office, state.seq)
      if (!view) throw new AppError('ticket-unknown')
      return { ok: true, view }
    },
  }
}
