// Tells each citizen who follows a ticket what changed of it: the same events as for an office, in a
// room of one's own.
import type { OfficeChanged } from '../protocol/events.ts'
import type { TicketRow, TicketView } from '../protocol/ticket-view.ts'
import type { Changed, LiveServer } from './publisher.ts'

/** The ticket's row as it is in this office; null once its link follows nothing any more. */
export type TicketProjection<Office> = (office: Office, visit: string) => TicketRow | null

interface Followed {
  version: number
  /** The row last told, as it was sent. */
  told: string
}

function roomOfTicket(visit: string): string {
  return `ticket:${visit}`
}

export class TicketPublisher<Office> {
  private readonly io: LiveServer
  private readonly rowOf: TicketProjection<Office>
  private readonly now: () => number
  /** By office, then by visit. Whom nobody follows any more is dropped when that is noticed. */
  private readonly followed = new Map<string, Map<string, Followed>>()

  constructor(io: LiveServer, rowOf: TicketProjection<Office>, now: () => number) {
    this.io = io
    this.rowOf = rowOf
    this.now = now
  }

  /** The room to join within the step in which its view is made. */
  room(visit: string): string {
    return roomOfTicket(visit)
  }

  /** The whole view of a ticket that has a row, at the version from which its changes go on. */
  view(office: string, visit: string, snapshot: Office, seq: number): TicketView | null {
    const row = this.rowOf(snapshot, visit)
    if (!row) return null
    return { office, version: seq, at: instant(this.now()), rows: [row] }
  }

  /** The same for somebody who joins its room now, and is told of what follows. */
  follow(office: string, visit: string, snapshot: Office, seq: number): TicketView | null {
    const view = this.view(office, visit, snapshot, seq)
    if (!view) return null
    const tickets = this.followed.get(office) ?? new Map<string, Followed>()
    this.followed.set(office, tickets)
    const known = tickets.get(visit)
    if (!known) tickets.set(visit, { version: seq, told: JSON.stringify(view.rows) })
    return { ...view, version: known?.version ?? seq }
  }

  /** Tells whoever follows a ticket of this office what the commit has changed of it. */
  publish({ office, after, version, at }: Changed<Office>): void {
    for (const [visit, known] of this.followed.get(office) ?? []) {
      if (!this.isFollowed(office, visit)) continue
      const row = this.rowOf(after, visit)
      const put = row ? [row] : []
      const told = JSON.stringify(put)
      if (told === known.told) continue
      const change: OfficeChanged<'ticket'> = {
        office,
        as: 'ticket',
        since: known.version,
        version,
        at: instant(at),
        put,
        drop: row ? [] : ['ticket'],
      }
      known.version = version
      known.told = told
      this.io.to(roomOfTicket(visit)).emit('office:changed', change)
    }
  }

  /** Says to every follower that the server is there, and which version is the latest. */
  beat(): void {
    const at = instant(this.now())
    for (const [office, tickets] of this.followed) {
      for (const [visit, { version }] of tickets) {
        if (!this.isFollowed(office, visit)) continue
        const beat = { office, as: 'ticket', version, at } as const
        this.io.to(roomOfTicket(visit)).emit('office:heartbeat', beat)
      }
    }
  }

  private isFollowed(office: string, visit: string): boolean {
    if (this.io.sockets.adapter.rooms.has(roomOfTicket(visit))) return true
    this.followed.get(office)?.delete(visit)
    return false
  }
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
