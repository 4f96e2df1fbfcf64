// What is driven: the same four steps and the same listening, said in each program's own words.
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { CONTRACT } from '../../server/protocol/events.ts'
import { keepAlive, type Answer } from './keep-alive.ts'

export const STEPS = ['issue', 'call', 'begin', 'finish'] as const
export type Step = (typeof STEPS)[number]

/** The office an agent works in, and what lets it and the office's screens in. */
export interface Seat {
  office: string
  agent: string
  counter: string
  /** Of the agent; empty where nobody signs in. */
  token: string
  kiosk: string
  board: string
  /** What is asked for at the kiosk. */
  service: string
}

/** One agent's four steps. `call` answers which visit it was given, null when nobody waits. */
export interface Hands {
  issue(): Promise<void>
  call(): Promise<string | null>
  begin(visit: string): Promise<void>
  finish(visit: string): Promise<void>
}

export type Listener = 'board' | 'desk'

export interface Told {
  /** A visit was called: once for each time the board was told. */
  onCall(visit: string): void
  /** Bytes of an event that came over the wire, heartbeats left out. */
  onBytes?(bytes: number): void
}

export interface System {
  hands(seat: Seat): Hands
  /** Resolves when the screen listens. */
  listen(seat: Seat, as: Listener, told: Told): Promise<Socket>
}

function must(answer: Answer, status: number): unknown {
  if (answer.status === status) return answer.body
  throw new Error(`answered ${answer.status}, not ${status}: ${JSON.stringify(answer.body)}`)
}

function connect(url: string, auth: Record<string, unknown>, told: Told): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, auth })
  const { onBytes } = told
  if (onBytes) {
    // Counted as it crosses the wire: a message is text, with one character for its kind before it.
    socket.io.on('open', () => {
      socket.io.engine.on('packet', ({ type, data }: { type: string; data?: string }) => {
        if (type === 'message' && data !== undefined && isNews(data)) {
          onBytes(Buffer.byteLength(data) + 1)
        }
      })
    })
  }
  return new Promise((resolve, reject) => {
    socket.on('connect', () => {
      resolve(socket)
    })
    socket.on('connect_error', reject)
  })
}

/** Not what comes by the clock alone: heartbeats, and the code by which a room is joined. */
function isNews(message: string): boolean {
  return message.startsWith('2[') && !/^2\["(office:heartbeat|room:code)"/.test(message)
}

/** The floor's own words. */
export function floor(url: string): System {
  return {
    hands(seat) {
      const post = keepAlive(url)
      return {
        async issue() {
          must(await post(`/offices/${seat.office}/tickets`, {}), 200)
        },
        async call() {
          const answer = await post(`/offices/${seat.office}/call-next`, { agent: seat.agent })
          if (answer.status === 204) return null
          return String((must(answer, 200) as { id: number }).id)
        },
        async begin(visit) {
          must(await post(`/tickets/${visit}/begin`, {}), 200)
        },
        async finish(visit) {
          must(await post(`/tickets/${visit}/finish`, {}), 200)
        },
      }
    },
    async listen(seat, as, told) {
      const socket = await connect(url, { office: seat.office, as }, told)
      socket.on('ticket', (ticket: { id: number; state: string }) => {
        if (ticket.state === 'called') told.onCall(String(ticket.id))
      })
      return socket
    },
  }
}

/** Guichet's: each command with its idempotency key, as its screens send it. */
export function ours(url: string): System {
  return {
    hands(seat) {
      const asAgent = keepAlive(url, { authorization: `Bearer ${seat.token}` })
      const asKiosk = keepAlive(url, { authorization: `Bearer ${seat.kiosk}` })
      const key = () => ({ 'idempotency-key': randomUUID() })
      const office = `/api/v1/offices/${seat.office}`
      return {
        async issue() {
          must(
            await asKiosk(`${office}/visits`, { requests: [{ service: seat.service }] }, key()),
            201,
          )
        },
        async call() {
          const answer = await asAgent(`${office}/call-next`, { counter: seat.counter }, key())
          if (answer.status === 204) return null
          return (must(answer, 200) as { id: string }).id
        },
        async begin(visit) {
          must(await asAgent(`/api/v1/visits/${visit}/begin`, {}, key()), 200)
        },
        async finish(visit) {
          must(await asAgent(`/api/v1/visits/${visit}/finish`, {}, key()), 200)
        },
      }
    },
    async listen(seat, as, told) {
      const token = as === 'board' ? seat.board : seat.token
      const socket = await connect(url, { contract: CONTRACT, token }, told)
      socket.on('call:announced', (call: { visit: string }) => {
        told.onCall(call.visit)
      })
      const watched = (await socket
        .timeout(5_000)
        .emitWithAck('office:watch', { office: seat.office, as })) as { ok: boolean }
      if (!watched.ok) throw new Error(`may not watch ${seat.office} as ${as}`)
      return socket
    },
  }
}
