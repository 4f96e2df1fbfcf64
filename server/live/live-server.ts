// The typed Socket.IO server: who may come in, and what they may watch. Sockets tell; they never
// command. Joining a room and the whole view with its version are one step.
import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { AppError } from '../errors.ts'
import { isOwnOrigin } from './own-origin.ts'
import {
  CONTRACT,
  LIVE_TIMES,
  type ClientToServer,
  type ServerToClient,
  type Watched,
} from '../protocol/events.ts'
import { WatchProvince } from '../protocol/figures-live.ts'
import { WatchOffice, type Audience } from '../protocol/requests.ts'
import { WatchTicket } from '../protocol/ticket-view.ts'
import { partyRoom, roomOf, type LiveServer } from './publisher.ts'

/** An office and one of its ordinary audiences. */
export interface AudienceOf {
  readonly office: string
  readonly as: Audience
}

export interface Gate<Party> {
  /** Who is connecting, by token or session cookie. Throws `sign-in-needed`. */
  identify(credentials: { token: string | null; cookie: string | undefined }): Promise<Party>
  /**
   * Checks that the party may watch this, and gives the view; null has shown no sign-in. Within
   * `join`, called with the view ready, no change can come between the view and the room.
   */
  watch(party: Party | null, request: AudienceOf, join: () => void): Promise<Watched>
  /** Figures of one office as they happen, in the room that `join` is given. */
  watchFigures(party: Party | null, office: string, join: (room: string) => void): Promise<Watched>
  /** Those of a region; null: of every office within the party’s scope. */
  watchProvince(
    party: Party | null,
    region: string | null,
    join: (room: string) => void,
  ): Promise<Watched>
  /** Whether this is the token of a ticket's link: who has one may connect, and watch that ticket. */
  isTicket(token: string): boolean
  /** The same for one ticket, in the room of its own that `join` is given. */
  watchTicket(token: string, join: (room: string) => void): Promise<Watched>
}

/** A program that speaks this contract or the one before is understood. */
function understands(contract: unknown): boolean {
  return contract === undefined || contract === CONTRACT || contract === CONTRACT - 1
}

export function createLiveServer(http: HttpServer): LiveServer {
  return new Server<ClientToServer, ServerToClient>(http, {
    serveClient: false,
    pingInterval: LIVE_TIMES.ping,
    pingTimeout: LIVE_TIMES.timeout,
    maxHttpBufferSize: 10_000,
    perMessageDeflate: false,
  })
}

/** Opens the live server to whoever `gate` lets in. */
export function openGate<Party extends { id: string }>(io: LiveServer, gate: Gate<Party>): void {
  const parties = new WeakMap<Socket, Party>()
  io.use((socket, next) => {
    const {
      token,
      ticket,
      contract,
      public: isPublic,
    } = socket.handshake.auth as Record<string, unknown>
    if (!understands(contract)) {
      next(asError(new AppError('contract-too-old'), socket.id))
      return
    }
    if (typeof ticket === 'string') {
      next(gate.isTicket(ticket) ? undefined : asError(new AppError('ticket-unknown'), socket.id))
      return
    }
    if (isPublic === true) {
      next()
      return
    }
    const { cookie, origin, host } = socket.handshake.headers
    const credentials = {
      token: typeof token === 'string' ? token : null,
      // A browser sends our cookie along with what other sites connect: it counts for nothing there.
      cookie: origin === undefined || isOwnOrigin(origin, host) ? cookie : undefined,
    }
    gate.identify(credentials).then(
      (party) => {
        parties.set(socket, party)
        void socket.join(partyRoom(party.id))
        next()
      },
      (error: unknown) => {
        next(asError(error, socket.id))
      },
    )
  })
  io.on('connection', (socket) => {
    socket.on('office:watch', (request: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      const reply = answer as (watched: Watched) => void
      watch(gate, io, parties.get(socket) ?? null, socket, request).then(
        reply,
        (error: unknown) => {
          reply({ ok: false, problem: problemOf(error, socket.id) })
        },
      )
    })
    socket.on('province:watch', (request: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      const reply = answer as (watched: Watched) => void
      watchProvince(gate, parties.get(socket) ?? null, socket, request).then(
        reply,
        (error: unknown) => {
          reply({ ok: false, problem: problemOf(error, socket.id) })
        },
      )
    })
    socket.on('ticket:watch', (request: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      const reply = answer as (watched: Watched) => void
      watchTicket(gate, io, socket, request).then(reply, (error: unknown) => {
        reply({ ok: false, problem: problemOf(error, socket.id) })
      })
    })
  })
}

/** How many screens may follow one ticket: a family's, and a few forgotten ones. */
const FOLLOWERS_MOST = 20

async function watchTicket<Party>(
  gate: Gate<Party>,
  io: LiveServer,
  socket: Socket,
  request: unknown,
): Promise<Watched> {
  const parsed = WatchTicket.safeParse(request)
  if (!parsed.success) throw new AppError('invalid-input', { detail: 'ticket:watch' })
  return gate.watchTicket(parsed.data.token, (room) => {
    const followers = io.sockets.adapter.rooms.get(room)
    if (followers && followers.size >= FOLLOWERS_MOST && !followers.has(socket.id)) {
      throw new AppError('too-many-requests')
    }
    void socket.join(room)
  })
}

/** How many may follow an office who have not signed in: a town's, and no flood. */
const PUBLIC_MOST = 2_000

async function watch<Party>(
  gate: Gate<Party>,
  io: LiveServer,
  party: Party | null,
  socket: Socket,
  request: unknown,
): Promise<Watched> {
  const parsed = WatchOffice.safeParse(request)
  if (!parsed.success) throw new AppError('invalid-input', { detail: 'office:watch' })
  const { office, as } = parsed.data
  if (as === 'manager') {
    return gate.watchFigures(party, office, (room) => void socket.join(room))
  }
  const room = roomOf(office, as)
  return gate.watch(party, { office, as }, () => {
    const watching = io.sockets.adapter.rooms.get(room)?.size ?? 0
    if (as === 'public' && watching >= PUBLIC_MOST) throw new AppError('too-many-requests')
    void socket.join(room)
  })
}

async function watchProvince<Party>(
  gate: Gate<Party>,
  party: Party | null,
  socket: Socket,
  request: unknown,
): Promise<Watched> {
  const parsed = WatchProvince.safeParse(request)
  if (!parsed.success) throw new AppError('invalid-input', { detail: 'province:watch' })
  return gate.watchProvince(party, parsed.data.region ?? null, (room) => void socket.join(room))
}

function problemOf(error: unknown, id: string) {
  const known = error instanceof AppError ? error : new AppError('unexpected')
  return known.toProblem(id)
}

function asError(error: unknown, id: string): Error {
  return Object.assign(new Error('refused'), { data: { problem: problemOf(error, id) } })
}
