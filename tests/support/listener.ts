// A screen that keeps everything it is told: a bare socket, and the view it amounts to.
import { io, type Socket } from 'socket.io-client'
import { applyChange } from '#protocol/changes'
import {
  CONTRACT,
  type CallAnnounced,
  type ClientToServer,
  type Heartbeat,
  type OfficeChanged,
  type ServerToClient,
  type ViewOf,
  type Watched,
} from '#protocol/events'
import type { Problem } from '#protocol/problems'
import type { Audience } from '#protocol/requests'
import { eventually } from './eventually.ts'
import type { TestOffice } from './office.ts'

type Connection = Socket<ServerToClient, ClientToServer>

export class Listener<A extends Audience | 'manager' | 'province'> {
  readonly calls: CallAnnounced[] = []
  readonly changes: OfficeChanged[] = []
  readonly beats: Heartbeat[] = []
  /** Whole views, changes, calls and heartbeats, as they came. */
  readonly everything: unknown[] = []
  readonly socket: Connection
  view: ViewOf[A]
  /** Changes that did not follow the view it had. */
  gaps = 0

  private constructor(socket: Connection, view: ViewOf[A]) {
    this.socket = socket
    this.view = view
    this.everything.push(view)
    socket.onAny((_event, payload: unknown) => this.everything.push(payload))
    socket.on('call:announced', (call) => this.calls.push(call))
    socket.on('office:heartbeat', (beat) => this.beats.push(beat))
    socket.on('office:changed', (change) => {
      this.changes.push(change)
      const result = applyChange(this.view, change)
      if (result.is === 'gap') this.gaps += 1
      if (result.is === 'changed') this.view = result.view
    })
  }

  /** Watches `code` as `as`, and throws when it may not. */
  static async open<A extends Audience | 'manager'>(
    office: TestOffice,
    as: A,
    token: string,
    code = 'victoria',
  ): Promise<Listener<A>> {
    const socket = connectSocket(office, { token })
    const watched = await watch(socket, { office: code, as })
    if (!watched.ok) throw new Error(watched.problem.code)
    return new Listener(socket, watched.view as ViewOf[A])
  }

  /** Watches a region, or all that this token may see (null). */
  static async openProvince(
    office: TestOffice,
    token: string,
    region: string | null = null,
  ): Promise<Listener<'province'>> {
    const socket = connectSocket(office, { token })
    const watched = await watchProvince(socket, region === null ? {} : { region })
    if (!watched.ok) throw new Error(watched.problem.code)
    return new Listener(socket, watched.view as ViewOf['province'])
  }

  /** Watches `code` as anybody may, who has not signed in. */
  static async openPublic(office: TestOffice, code = 'victoria'): Promise<Listener<'public'>> {
    const socket = connectSocket(office, { public: true })
    const watched = await watch(socket, { office: code, as: 'public' })
    if (!watched.ok) throw new Error(watched.problem.code)
    return new Listener(socket, watched.view as ViewOf['public'])
  }

  /** Waits until the view is so. */
  async until(isSo: (view: ViewOf[A]) => boolean, ms?: number): Promise<ViewOf[A]> {
    await eventually(() => isSo(this.view), 'the view', ms)
    return this.view
  }

  close(): void {
    this.socket.disconnect()
  }
}

export function connectSocket(
  office: Pick<TestOffice, 'origin'>,
  auth: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Connection {
  return io(office.origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { contract: CONTRACT, ...auth },
    extraHeaders: { ...headers },
  })
}

/** Asks to watch, with any request at all. */
export function watch(socket: Connection, request: unknown): Promise<Watched> {
  return socket.timeout(5_000).emitWithAck('office:watch', request as never) as Promise<Watched>
}

/** Asks to watch a region or the province, with any request at all. */
export function watchProvince(socket: Connection, request: unknown): Promise<Watched> {
  return socket.timeout(5_000).emitWithAck('province:watch', request as never) as Promise<Watched>
}

/** The problem with which a connection is refused. */
export function refusalOf(socket: Connection): Promise<Problem> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => reject(new Error('it was let in')))
    socket.once('connect_error', (error) => {
      const { data } = error as { data?: { problem: Problem } }
      if (data) resolve(data.problem)
      else reject(error)
    })
  })
}
