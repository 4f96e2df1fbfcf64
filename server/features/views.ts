// The whole views over HTTP, and who may watch which: the same views that the live connection gives.
import type { Party, Permission } from '../domain/permissions.ts'
import { may } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { route, type GuardedRoute, type Route } from '../http/route.ts'
import type { Publisher } from '../live/publisher.ts'
import type { Gate } from '../live/live-server.ts'
import type { Snapshot } from '../office/asking.ts'
import { AUDIENCES, type Audience } from '../protocol/requests.ts'
import { BoardView, DeskView, KioskView } from '../protocol/views.ts'
import type { Commands } from './commands.ts'
import type { Identity } from './identity.ts'
import type { TicketGate } from './phone/ticket-gate.ts'

const PERMISSION: Record<Audience, Permission> = {
  desk: 'see-desk',
  board: 'see-board',
  kiosk: 'see-kiosk',
}
const VIEW = { desk: DeskView, board: BoardView, kiosk: KioskView }
const SUMMARY: Record<Audience, string> = {
  desk: 'The whole desk: every counter and live visit.',
  board: 'The whole board: the calls, and how many wait.',
  kiosk: 'What a kiosk offers.',
}

export function viewRoutes(commands: Commands, publisher: Publisher<Snapshot>): Route[] {
  return AUDIENCES.map((as) => {
    const declared: GuardedRoute<null> = {
      method: 'get',
      path: `/offices/{office}/${as}`,
      summary: SUMMARY[as],
      permission: PERMISSION[as],
      body: null,
      answers: { 200: VIEW[as] },
      problems: ['office-unknown', 'not-your-office'],
      async handle({ params, party }) {
        const office = await commands.enter(party, params.office ?? '')
        const { state } = office
        return { status: 200, body: publisher.view(state.office, as, office, state.seq) }
      },
    }
    return route(declared)
  })
}

/** The same rules for the live connection. */
export function liveGate(
  identity: Identity,
  commands: Commands,
  publisher: Publisher<Snapshot>,
  tickets: TicketGate,
): Gate<Party> {
  return {
    ...tickets,
    identify: (credentials) => identity.of(credentials),
    async watch(party, { office: code, as }, join) {
      if (!may(party, PERMISSION[as])) throw new AppError('not-allowed')
      const office = await commands.enter(party, code)
      // From here to the answer nothing waits: no change can come between the view and the room.
      join()
      return { ok: true, view: publisher.view(code, as, office, office.state.seq) }
    },
  }
}
