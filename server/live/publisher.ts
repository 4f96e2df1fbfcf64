// The only place that emits. After each commit it works out, for each audience of the office, which
// rows changed, and sends those: bytes in proportion to the change, never to the queue.
import type { Server } from 'socket.io'
import type {
  CallAnnounced,
  ClientToServer,
  OfficeChanged,
  RoomCodeShown,
  ServerToClient,
  ViewOf,
} from '../protocol/events.ts'
import type { DeviceHealth } from '../protocol/device-contract.ts'
import type { Audience } from '../protocol/requests.ts'
import { slim } from '../protocol/slim-rows.ts'
import type { RowsOf, StaffMessage } from '../protocol/views.ts'

export type LiveServer = Server<ClientToServer, ServerToClient>

/** How an audience sees an office. `Office` is whatever the rows are made from. */
export interface Projection<Office, A extends Audience> {
  /** Every row, for a whole view. */
  rows(office: Office): RowsOf[A][]
  /** One row as it is now; null when the audience is not (any more) shown it. */
  row(office: Office, id: string): RowsOf[A] | null
  /** Ids of the rows that may differ after this commit. Too many costs time, too few lies. */
  touched(commit: Changed<Office>): Iterable<string>
}
export type Projections<Office> = { [A in Audience]: Projection<Office, A> }

/** An office before and after a commit. */
export interface Changed<Office> {
  readonly office: string
  readonly before: Office
  readonly after: Office
  /** Visits that its facts are about. */
  readonly visits: readonly string[]
  /** Seq of its last fact. */
  readonly version: number
  readonly at: number
  readonly calls: readonly CallAnnounced[]
}

/** Room of one audience of one office. */
export function roomOf(office: string, as: Audience): string {
  return `office:${office}:${as}`
}

/** Every connection of one member of staff or one device. */
export function partyRoom(id: string): string {
  return `party:${id}`
}

export class Publisher<Office> {
  private readonly io: LiveServer
  private readonly projections: Projections<Office>
  private readonly now: () => number
  /** The version each audience was last brought to. Absent: nobody has asked yet. */
  private readonly versions = new Map<string, { office: string; as: Audience; version: number }>()

  constructor(io: LiveServer, projections: Projections<Office>, now: () => number) {
    this.io = io
    this.projections = projections
    this.now = now
  }

  /** The whole view of an audience, at the version from which its changes go on. */
  view<A extends Audience>(code: string, as: A, office: Office, seq: number): ViewOf[A] {
    const room = roomOf(code, as)
    const known = this.versions.get(room)
    if (!known) this.versions.set(room, { office: code, as, version: seq })
    const projection = this.projections[as] as Projection<Office, A>
    return {
      office: code,
      version: known?.version ?? seq,
      at: this.instant(this.now()),
      rows: projection.rows(office),
    } as ViewOf[A]
  }

  /** Tells every audience of the office what a commit has changed for it. */
  publish(changed: Changed<Office>): void {
    // The room first: somebody is to get up. Whoever called has their answer already.
    this.tell('board', changed)
    for (const call of changed.calls) {
      this.io.to(roomOf(changed.office, 'board')).emit('call:announced', call)
    }
    this.tell('desk', changed)
    this.tell('sign', changed)
    this.tell('kiosk', changed)
    this.tell('public', changed)
  }

  /** Tells one member of staff, on every screen of theirs, that somebody wrote to them. */
  deliver(staff: string, message: StaffMessage): void {
    this.io.to(partyRoom(staff)).emit('message:received', message)
  }

  /** Tells every desk of its office how a device is. */
  deliverHealth(health: DeviceHealth): void {
    this.io.to(roomOf(health.office, 'desk')).emit('device:health', health)
  }

  /** Tells a device to begin afresh. False when it is not connected. */
  restart(device: string): boolean {
    const room = partyRoom(device)
    if (!this.io.sockets.adapter.rooms.has(room)) return false
    this.io.to(room).emit('device:restart')
    return true
  }

  /** Shows each board the code of its room; null: nobody joins there by phone. */
  showRoomCodes(codeOf: (office: string) => RoomCodeShown | null): void {
    for (const [room, { office, as }] of this.versions) {
      const shown = as === 'board' ? codeOf(office) : null
      if (shown) this.io.to(room).emit('room:code', shown)
    }
  }

  /** Says to every room that the server is there, and which version is the latest. */
  beat(): void {
    const at = this.instant(this.now())
    for (const [room, { office, as, version }] of this.versions) {
      this.io.to(room).emit('office:heartbeat', { office, as, version, at })
    }
  }

  private tell<A extends Audience>(as: A, changed: Changed<Office>): void {
    const room = roomOf(changed.office, as)
    const known = this.versions.get(room)
    if (!known) return
    if (!this.io.sockets.adapter.rooms.has(room)) {
      // Nobody is there to be told; whoever comes gets the whole view, from here on.
      known.version = changed.version
      return
    }
    const projection = this.projections[as] as Projection<Office, A>
    // What a fact is about has changed: no need to compare.
    const visits = new Set(changed.visits)
    const put: RowsOf[A][] = []
    const drop: string[] = []
    for (const id of new Set(projection.touched(changed))) {
      const after = projection.row(changed.after, id)
      if (after === null) {
        if (projection.row(changed.before, id) !== null) drop.push(id)
      } else if (visits.has(id) || !isSame(projection.row(changed.before, id), after)) {
        put.push(after)
      }
    }
    if (put.length === 0 && drop.length === 0) return
    const { office, version } = changed
    const at = this.instant(changed.at)
    const change: OfficeChanged<A> = {
      office,
      as,
      since: known.version,
      version,
      at,
      put: put.map((row) => slim(as, row, at)),
      ...(drop.length === 0 ? {} : { drop }),
    }
    known.version = version
    this.io.to(room).emit('office:changed', change)
  }

  private instant(at: number): string {
    return new Date(at).toISOString()
  }
}

function isSame(before: object | null, after: object): boolean {
  return before !== null && JSON.stringify(before) === JSON.stringify(after)
}
