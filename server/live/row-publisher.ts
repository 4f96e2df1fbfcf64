// Tells a room of rows that are worked out anew each time: what differs from what it was last told is
// sent. Versions are counted by room, since such rows also change by the passing of time alone.
import type { OfficeChanged, ViewOf } from '../protocol/events.ts'
import type { RowsOf } from '../protocol/views.ts'
import type { LiveServer } from './publisher.ts'

type Computed = 'manager' | 'province'

interface Told {
  readonly as: Computed
  readonly office: string
  version: number
  /** Each row as it was sent, by id. */
  rows: Map<string, string>
}

export class RowPublisher {
  private readonly io: LiveServer
  private readonly now: () => number
  private readonly told = new Map<string, Told>()

  constructor(io: LiveServer, now: () => number) {
    this.io = io
    this.now = now
  }

  /** Whether anybody is in this room. */
  isWatched(room: string): boolean {
    if (this.io.sockets.adapter.rooms.has(room)) return true
    this.told.delete(room)
    return false
  }

  /** The whole view for somebody who joins the room within this step. Others are told what changed. */
  view<A extends Computed>(room: string, as: A, office: string, rows: RowsOf[A][]): ViewOf[A] {
    if (this.isWatched(room) && this.told.has(room)) this.publish(room, rows)
    else this.told.set(room, { as, office, version: this.now(), rows: asTold(rows) })
    const version = this.told.get(room)?.version ?? 0
    return { office, version, at: this.instant(), rows } as unknown as ViewOf[A]
  }

  /** Tells the room what of its rows is no longer what it was told. */
  publish<A extends Computed>(room: string, rows: readonly RowsOf[A][]): void {
    const told = this.told.get(room)
    if (!told || !this.isWatched(room)) return
    const next = asTold(rows)
    const put = rows.filter((row) => told.rows.get(row.id) !== next.get(row.id))
    const drop = [...told.rows.keys()].filter((id) => !next.has(id))
    if (put.length === 0 && drop.length === 0) return
    const { as, office, version: since } = told
    told.version = since + 1
    told.rows = next
    const change: OfficeChanged = {
      office,
      as,
      since,
      version: told.version,
      at: this.instant(),
      put: [...put],
      drop,
    }
    this.io.to(room).emit('office:changed', change)
  }

  /** Says to every room that the server is there, and which version is the latest. */
  beat(): void {
    for (const [room, { office, as, version }] of this.told) {
      if (!this.isWatched(room)) continue
      this.io.to(room).emit('office:heartbeat', { office, as, version, at: this.instant() })
    }
  }

  private instant(): string {
    return new Date(this.now()).toISOString()
  }
}

function asTold(rows: readonly { id: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
}
