// A screen's live connection against a server that refuses, hangs up or falls silent, on a clock
// that the test drives. Through a network that fails: tests/integration/live-cut.test.ts.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { Server } from 'socket.io'
import { watchOffice, type Freshness, type Watching } from '#protocol'
import type { ClientToServer, ServerToClient, Watched } from '#protocol/events'
import { SAMPLE_KIOSK, SAMPLE_PROBLEM } from '#protocol/samples'
import { drivenClock } from '../../support/driven-clock.ts'
import { eventually } from '../../support/eventually.ts'

const START = Date.parse('2026-06-02T16:00:00Z')
const SEEN: Watched = { ok: true, view: SAMPLE_KIOSK }
const REFUSED: Watched = { ok: false, problem: { ...SAMPLE_PROBLEM, code: 'not-your-office' } }

/** A server that answers as told, one answer after another and then the last for ever. */
async function openServer() {
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  const io = new Server<ClientToServer, ServerToClient>(http)
  const server = {
    io,
    base: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked: 0,
    connections: 0,
    answers: [SEEN] as (Watched | 'hang up')[],
    beat(at: number): void {
      const { office, version } = SAMPLE_KIOSK
      const instant = new Date(at).toISOString()
      io.emit('office:heartbeat', { office, as: 'kiosk', version, at: instant })
    },
  }
  io.on('connection', (socket) => {
    server.connections += 1
    socket.on('office:watch', (_request, answer) => {
      server.asked += 1
      const next = server.answers.length > 1 ? server.answers.shift() : server.answers[0]
      if (next === 'hang up') socket.conn.close()
      else if (next) answer(next)
    })
  })
  return server
}

describe('the live connection of a screen', () => {
  let server: Awaited<ReturnType<typeof openServer>>
  let clock: ReturnType<typeof drivenClock>
  let watching: Watching
  /** What the screen was told, in order. */
  let told: string[]
  let freshness: Freshness
  /** Timers that were set and not called off. */
  let timers: Set<() => void>

  function watch(): void {
    watching = watchOffice(
      SAMPLE_KIOSK.office,
      'kiosk',
      {
        onView: () => void told.push('view'),
        onFreshness: (next) => void (freshness = next),
        onRefused: ({ code }) => void told.push(code),
      },
      {
        base: server.base,
        clock: {
          now: clock.now,
          after(ms, run) {
            const callOff = clock.at(clock.now() + ms, run)
            timers.add(callOff)
            return () => {
              timers.delete(callOff)
              callOff()
            }
          },
        },
      },
    )
  }

  beforeEach(async () => {
    server = await openServer()
    clock = drivenClock(START)
    told = []
    timers = new Set()
    freshness = { isLive: false, lastHeard: null }
  })
  afterEach(async () => {
    watching.stop()
    await server.io.close()
  })

  it('asks a server that refuses again after a pause, saying afresh who it is, until it is let in', async () => {
    server.answers = [REFUSED, REFUSED, SEEN]
    watch()
    await eventually(() => told.length === 1, 'refused')

    clock.advance(4_999)
    assert.equal(server.asked, 1)
    clock.advance(1)
    await eventually(() => told.length === 2, 'refused again')
    assert.equal(freshness.isLive, false)
    clock.advance(5_000)
    await eventually(() => freshness.isLive, 'let in')

    assert.deepEqual(told, ['not-your-office', 'not-your-office', 'view'])
    assert.equal(server.connections, 3)
  })

  it('comes back when the connection is lost while it asks, and whenever it is lost again', async () => {
    server.answers = ['hang up', SEEN]
    watch()
    await eventually(() => freshness.isLive, 'live after one loss', 3_000)

    for (const socket of server.io.sockets.sockets.values()) socket.conn.close()
    await eventually(() => !freshness.isLive, 'not live')
    await eventually(() => freshness.isLive, 'live after another', 3_000)

    server.io.disconnectSockets(true)
    await eventually(() => !freshness.isLive, 'hung up')
    clock.advance(5_000)
    await eventually(() => freshness.isLive, 'live after the server hung up', 3_000)
    assert.equal(server.asked, 4)
  })

  it('shows the server’s clock, also in a quiet office and at sixty times the speed', async () => {
    const at = Date.parse(SAMPLE_KIOSK.at)
    watch()
    await eventually(() => freshness.isLive, 'live')
    assert.equal(watching.now(), at)

    clock.advance(4_000)
    server.beat(at + 240_000)
    await eventually(() => watching.now() === at + 240_000, 'the time of the heartbeat')
    clock.advance(1_000)

    assert.equal(watching.now(), at + 300_000)
  })

  it('says since when it is not live, by the server’s clock', async () => {
    const at = Date.parse(SAMPLE_KIOSK.at)
    watch()
    await eventually(() => freshness.isLive, 'live')

    clock.advance(8_999)
    assert.equal(freshness.isLive, true)
    clock.advance(1)

    assert.deepEqual(freshness, { isLive: false, lastHeard: START })
    assert.equal(watching.now(START), at)
  })

  it('leaves no timer and says nothing more once it is stopped', async () => {
    server.answers = [SEEN, REFUSED]
    watch()
    await eventually(() => freshness.isLive, 'live')
    watching.stop()
    assert.equal(timers.size, 0)

    watch()
    await eventually(() => told.length === 2, 'refused')
    watching.stop()

    assert.equal(timers.size, 0)
    clock.advance(60_000)
    assert.deepEqual(told, ['view', 'not-your-office'])
    assert.equal(server.asked, 2)
  })
})
