// A server of boards and signs that says what a test wants: the built pages, and a live connection whose
// views and moments the test writes itself. For months of calls, and for states that a real office takes
// hours to come into; what a real one can show is shown by a real one.
import type { AddressInfo } from 'node:net'
import { createServer, type Server as HttpServer } from 'node:http'
import express, { type Express } from 'express'
import { Server } from 'socket.io'
import type {
  BoardView,
  CallAnnounced,
  ClientToServer,
  RoomCodeShown,
  ServerToClient,
  SignView,
} from '#protocol'
import { pages } from '../../server/http/pages.ts'

/** Its own timers do not end a connection whose page lives on another clock, ms. */
const FOREVER = 24 * 3_600_000

export class BoardServer {
  readonly app: Express = express()
  origin = ''
  board: BoardView
  sign: SignView | null = null
  private readonly http: HttpServer
  private readonly live: Server<ClientToServer, ServerToClient>

  constructor(board: BoardView) {
    this.board = board
    this.http = createServer(this.app)
    this.live = new Server(this.http, { pingInterval: FOREVER, pingTimeout: FOREVER })
    this.live.on('connection', (socket) => {
      socket.on('office:watch', ({ as }, answer) => {
        const view = as === 'sign' && this.sign ? this.sign : this.board
        answer({ ok: true, view })
      })
    })
  }

  async start(): Promise<void> {
    this.app.use(await pages({ dev: false }))
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve))
    this.origin = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  /** Puts these rows, drops those of `drop`, and tells everybody what changed. */
  change(at: string, put: BoardView['rows'], drop: readonly string[] = []): void {
    const since = this.board.version
    const gone = new Set([...drop, ...put.map(({ id }) => id)])
    const rows = [...this.board.rows.filter(({ id }) => !gone.has(id)), ...put]
    const { office } = this.board
    const version = since + 1
    this.board = { ...this.board, version, at, rows }
    this.live.emit('office:changed', {
      ...{ office, as: 'board', since, version, at },
      put,
      drop: [...drop],
    })
  }

  announce(call: CallAnnounced): void {
    this.live.emit('call:announced', call)
  }

  showCode(shown: RoomCodeShown): void {
    this.live.emit('room:code', shown)
  }

  beat(at: string): void {
    const { office, version } = this.board
    this.live.emit('office:heartbeat', { office, as: 'board', version, at })
  }

  /** Hangs up on everybody; they come back by themselves. */
  cut(): void {
    this.live.disconnectSockets(true)
  }

  async close(): Promise<void> {
    await this.live.close()
    this.http.closeAllConnections()
  }
}
