// The whole views over HTTP, and who may watch which: the same views that the live connection gives.
import type { Party, Permission } from '../domain/permissions.ts'
import { may } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { route, type GuardedRoute, type OpenRoute, type Route } from '../http/route.ts'
import type { Publisher } from '../live/publisher.ts'
import type { Gate } from '../live/live-server.ts'
import type { Snapshot } from '../office/asking.ts'
import { AUDIENCES, type Audience } from '../protocol/requests.ts'
import { BoardView, DeskView, KioskView, PublicView, SignView } from '../protocol/views.ts'
import type { Commands } from './commands.ts'
import type { Identity } from './identity.ts'
import type { TicketGate } from './phone/ticket-gate.ts'
import type { FiguresLive } from './reports/live/figures-live.ts'

/** Null: anybody may. */
const PERMISSION: Record<Audience, Permission | null> = {
  desk: 'see-desk',
  board: 'see-board',
  sign: 'see-board',
  kiosk: 'see-kiosk',
  public: null,
}
const VIEW = {
  desk: DeskView,
  board: BoardView,
  sign: SignView,
  kiosk: KioskView,
  public: PublicView,
}
const SUMMARY: Record<Audience, string> = {
  desk: 'The whole desk: every counter and live visit.',
  board:
    'The whole board: the calls, the lines, the counters, and what its boards are set up to be.',
  sign: 'The signs over the counters: who is called or served at each.',
  kiosk: 'What a kiosk offers.',
  public: 'What anybody may know of an office: hours, services, how many wait.',
}

export function viewRoutes(commands: Commands, publisher: Publisher<Snapshot>): Route[] {
  return AUDIENCES.map((as) => {
    const permission = PERMISSION[as]
    const shared = {
      method: 'get',
      path: `/offices/{office}/${as}`,
      summary: SUMMARY[as],
      body: null,
      answers: { 200: VIEW[as] },
    } as const
    const answer = (office: Snapshot) => {
      const { state } = office
      return { status: 200, body: publisher.view(state.office, as, office, state.seq) }
    }
    if (permission === null) {
      const open: OpenRoute<null> = {
        ...shared,
        permission,
        problems: ['office-unknown'],
        handle: async ({ params }) => answer(await commands.find(params.office ?? '')),
      }
      return route(open)
    }
    const guarded: GuardedRoute<null> = {
      ...shared,
      permission,
      problems: ['office-unknown', 'not-your-office'],
      handle: async ({ params, party }) => answer(await commands.enter(party, params.office ?? '')),
    }
    return route(guarded)
  })
}

/** The same rules for the live connection. */
export function liveGate(
  identity: Identity,
  commands: Commands,
  publisher: Publisher<Snapshot>,
  tickets: TicketGate,
  figures: FiguresLive,
): Gate<Party> {
  return {
    ...tickets,
    watchFigures: (party, office, join) => figures.watchOffice(party, office, join),
    watchProvince: (party, region, join) => figures.watchProvince(party, region, join),
    identify: (credentials) => identity.of(credentials),
    async watch(party, { office: code, as }, join) {
      const office = await admit(commands, party, code, PERMISSION[as])
      // From here to the answer nothing waits: no change can come between the view and the room.
      join()
      return { ok: true, view: publisher.view(code, as, office, office.state.seq) }
    },
  }
}

/** The office, for whoever may see so much of it. */
function admit(
  commands: Commands,
  party: Party | null,
  office: string,
  permission: Permission | null,
): Promise<Snapshot> {
  if (permission === null) return commands.find(office)
  if (!party) throw new AppError('sign-in-needed')
  if (!may(party, permission)) throw new AppError('not-allowed')
  return commands.enter(party, office)
}
