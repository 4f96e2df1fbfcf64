// A live connection: the whole view after every change, how fresh it is, what time it is there.
// Framework-free. Nothing is polled: after a gap or a cut the whole view is asked for again.
import { io, type Socket } from 'socket.io-client'
import { applyChange } from './changes.ts'
import {
  CONTRACT,
  LIVE_TIMES,
  type CallAnnounced,
  type ClientToServer,
  type OfficeChanged,
  type RoomCodeShown,
  type ServerToClient,
  type ViewOf,
  type Watched,
  type Watcher,
} from './events.ts'
import type { DeviceHealth } from './device-contract.ts'
import { createOfficeClock } from './office-clock.ts'
import type { Problem } from './problems.ts'
import type { StaffMessage } from './views.ts'

export interface LiveHandlers<A extends Watcher> {
  /** The whole view, after every change. */
  onView(view: ViewOf[A]): void
  /** Live or not. `lastHeard` is the local clock (ms) when the server last said anything. */
  onFreshness(freshness: Freshness): void
  onCall?(call: CallAnnounced): void
  /** The code of the room is another. */
  onRoomCode?(shown: RoomCodeShown): void
  /** Somebody wrote to the member of staff who is signed in here. */
  onMessage?(message: StaffMessage): void
  /** A device of the office has said how it is. */
  onDevice?(health: DeviceHealth): void
  /** This device is asked to begin afresh. */
  onRestart?(): void
  /** The server refuses to be watched: the screen must say why. It is asked again by itself. */
  onRefused(problem: Problem): void
}

export interface Freshness {
  isLive: boolean
  lastHeard: number | null
}

export interface LiveOptions {
  /** Origin of the server; empty: the page's own. */
  base?: string
  /** Of a device or a program; screens of staff use the session cookie. */
  token?: () => string | null
  /** The local clock; by default this machine's. */
  clock?: LocalClock
}

export interface LocalClock {
  /** UTC ms. */
  now(): number
  /** Calls `run` after `ms`. Returns how to call it off. */
  after(ms: number, run: () => void): () => void
}

export interface Watching {
  /** What the server's clock shows now, UTC ms, or showed when the local clock showed `local`. */
  now(local?: number): number
  stop(): void
}

/** Silence after which a screen must say that it is not live, ms: two heartbeats and a breath. */
const SILENCE = 2 * LIVE_TIMES.heartbeat + 1_000
const ANSWER_WITHIN = 5_000
/**
 * How long one attempt to connect may take, ms. What is sent into a cut is gone for good: an attempt
 * made during it must be given up soon for the screen to be itself again within 2 s of the network's
 * return. Now and then, and the first time, a slow network gets its chance.
 */
const CONNECT_WITHIN = { usually: 1_000, patiently: 10_000, everyNth: 20 } as const
/** Pause before asking again a server that refused or hung up, ms. */
const REFUSED_PAUSE = 5_000

const HERE: LocalClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => {
      clearTimeout(timer)
    }
  },
}

type Answered = (error: Error | null, watched: Watched) => void

/** What is watched, and how it is asked for. */
export interface Subject<A extends Watcher> {
  readonly as: A
  /** Null: whichever the view is of. */
  readonly office: string | null
  auth(): Record<string, unknown>
  ask(socket: ReturnType<LiveSocket['timeout']>, answer: Answered): void
}
type LiveSocket = Socket<ServerToClient, ClientToServer>

/** Keeps the view of a subject until the answer's `stop` is called. */
export function watchView<A extends Watcher>(
  subject: Subject<A>,
  handlers: LiveHandlers<A>,
  options: LiveOptions,
): Watching {
  const { as } = subject
  const here = options.clock ?? HERE
  const there = createOfficeClock()
  const socket: LiveSocket = io(options.base ?? '', {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 700,
    randomizationFactor: 0.5,
    timeout: CONNECT_WITHIN.patiently,
    auth: (give) => {
      give({ contract: CONTRACT, ...subject.auth() })
    },
  })
  let view: ViewOf[A] | null = null
  const isOurs = (told: { office: string; as: Watcher }): boolean =>
    told.as === as && told.office === (subject.office ?? view?.office)
  let lastHeard: number | null = null
  let isLive = false
  let isAsking = false
  let isStopped = false
  let endSilence = (): void => undefined
  let endPause = (): void => undefined

  function setLive(live: boolean): void {
    isLive = live
    handlers.onFreshness({ isLive, lastHeard })
  }

  /** The server has spoken: live from now until it is silent for too long. */
  function heard(): void {
    lastHeard = here.now()
    endSilence()
    endSilence = here.after(SILENCE, () => {
      setLive(false)
    })
    setLive(true)
  }

  function tellTime({ at }: { at: string }): void {
    there.heard(Date.parse(at), here.now())
  }

  function ask(): void {
    if (isAsking) return
    endPause()
    isAsking = true
    subject.ask(socket.timeout(ANSWER_WITHIN), (error, watched) => {
      isAsking = false
      if (isStopped) return
      if (error) {
        // No answer in time: the connection itself is in doubt. Begin again with a fresh one. From
        // one that is gone already Socket.IO comes back by itself; to begin again then stops it.
        if (socket.connected) socket.disconnect().connect()
      } else if (watched.ok) {
        tellTime(watched.view)
        show(watched.view as ViewOf[A])
      } else {
        setLive(false)
        handlers.onRefused(watched.problem)
        // Who asks is told when a connection begins: somebody let in since needs a fresh one.
        afterPause(() => socket.disconnect().connect())
      }
    })
  }

  function afterPause(run: () => void): void {
    endPause()
    endPause = here.after(REFUSED_PAUSE, run)
  }

  function show(next: ViewOf[A]): void {
    view = next
    heard()
    handlers.onView(next)
  }

  socket.io.on('reconnect_attempt', (attempt) => {
    const { usually, patiently, everyNth } = CONNECT_WITHIN
    socket.io.timeout(attempt % everyNth === 0 ? patiently : usually)
  })
  socket.on('connect', ask)
  socket.on('disconnect', (reason) => {
    isAsking = false
    endSilence()
    endPause()
    setLive(false)
    // Socket.IO comes back by itself from a cut, but not from a server that hung up.
    if (reason === 'io server disconnect') afterPause(() => socket.connect())
  })
  socket.on('connect_error', (error) => {
    setLive(false)
    const { problem } = (error as { data?: { problem?: Problem } }).data ?? {}
    if (problem) handlers.onRefused(problem)
    if (!socket.active) afterPause(() => socket.connect())
  })
  socket.on('office:changed', (change: OfficeChanged) => {
    if (!view || isAsking || !isOurs(change)) return
    tellTime(change)
    const result = applyChange(view, change)
    // Nothing is left here: it may have gone on in another office.
    if (result.is === 'gap' || (result.is === 'changed' && result.view.rows.length === 0)) ask()
    else if (result.is === 'changed') show(result.view)
  })
  socket.on('office:heartbeat', (beat) => {
    if (!view || isAsking || !isOurs(beat)) return
    tellTime(beat)
    if (beat.version === view.version) heard()
    else ask()
  })
  socket.on('call:announced', (call) => {
    handlers.onCall?.(call)
  })
  socket.on('room:code', (shown) => {
    if (shown.office === subject.office) handlers.onRoomCode?.(shown)
  })
  socket.on('message:received', (message) => {
    handlers.onMessage?.(message)
  })

  socket.on('device:health', (health) => {
    if (health.office === subject.office) handlers.onDevice?.(health)
  })
  socket.on('device:restart', () => {
    handlers.onRestart?.()
  })

  return {
    now: (local = here.now()) => there.read(local),
    stop() {
      isStopped = true
      endSilence()
      endPause()
      socket.off().disconnect()
    },
  }
}
