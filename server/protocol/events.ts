// The live connection: one typed map for both ends. Commands go over HTTP; sockets only tell.
import type { DeviceHealth } from './device-contract.ts'
import type { ManagerView, ProvinceView, WatchProvince } from './figures-live.ts'
import type { Problem } from './problems.ts'
import type { WatchOffice } from './requests.ts'
import type { TicketView, WatchTicket } from './ticket-view.ts'
import type {
  BoardView,
  DeskView,
  KioskView,
  PublicView,
  RowsOf,
  SignView,
  StaffMessage,
} from './views.ts'
import type { Language } from '../domain/settings.ts'

/** Version of this contract. A server accepts the one before, so that boards can update late. */
export const CONTRACT = 1

/** Heartbeat, ping and time-out of the live connection, ms. */
export const LIVE_TIMES = { heartbeat: 4_000, ping: 3_000, timeout: 4_000 } as const

export interface ViewOf {
  desk: DeskView
  board: BoardView
  sign: SignView
  kiosk: KioskView
  /** What anybody may know, who needs no sign-in. */
  public: PublicView
  /** Of one citizen, by the link of their ticket. */
  ticket: TicketView
  /** Figures of today, as they happen. */
  manager: ManagerView
  province: ProvinceView
}
/** Whoever is told of changes. */
export type Watcher = keyof ViewOf

/**
 * What changed for one audience between two versions: rows to put by id, ids to drop. Rows
 * come without what goes without saying: `applyChange` puts it back.
 */
export interface OfficeChanged<A extends Watcher = Watcher> {
  office: string
  as: A
  /** The version this applies to; on any other, ask for the whole view again. */
  since: number
  version: number
  at: string
  put: RowsOf[A][]
  /** Absent: none. */
  drop?: string[]
}

export interface Heartbeat {
  office: string
  as: Watcher
  version: number
  at: string
}

/** A moment: played once, one after another. */
export interface CallAnnounced {
  /** Grows with each announcement of the office. */
  id: number
  visit: string
  ticket: string
  counter: string
  language: Language
  /** Asked to be called without sound. */
  quiet?: true
  /** As in its row once this is announced: its last announcement, if not this one; how often, if not once. */
  call?: number
  times?: number
  /** Code of the service it is called for. */
  service: string
  /** First name and initial, where the office calls by name and the person agreed. */
  name?: string
}

/** What proves whoever reads it on a board to be in the room: the path of the page it leads to. */
export interface RoomCodeShown {
  office: string
  path: string
  /** When the next one takes its place. It is good for a while longer. */
  until: string
}

export type Watched = { ok: true; view: ViewOf[Watcher] } | { ok: false; problem: Problem }

export interface ServerToClient {
  'office:changed': (change: OfficeChanged) => void
  'office:heartbeat': (beat: Heartbeat) => void
  'call:announced': (call: CallAnnounced) => void
  /** To boards, with each heartbeat, where people join by phone. */
  'room:code': (shown: RoomCodeShown) => void
  /** To one member of staff: somebody wrote to them. */
  'message:received': (message: StaffMessage) => void
  /** To the desks of an office: a kiosk or display has said how it is. */
  'device:health': (health: DeviceHealth) => void
  /** To one device: begin afresh, now. */
  'device:restart': () => void
}

export interface ClientToServer {
  'office:watch': (request: WatchOffice, answer: (watched: Watched) => void) => void
  /**
   * A region, or every office within the asker’s scope. What changes comes as `office:changed` of
   * `province`, whose `office` is that of the view.
   */
  'province:watch': (request: WatchProvince, answer: (watched: Watched) => void) => void
  /** One ticket, by the token of its link. What changes comes as `office:changed` of `ticket`. */
  'ticket:watch': (request: WatchTicket, answer: (watched: Watched) => void) => void
}
