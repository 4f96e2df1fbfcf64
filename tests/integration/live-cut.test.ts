// A screen whose network fails: it says within ten seconds that it is not live, is itself again
// within two of the network's return, and has missed no call. On the real clock, through a proxy
// that swallows bytes without closing.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { BoardView } from '#protocol/views'
import { watchOffice, type Freshness } from '#protocol/live'
import { databases } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { rounds } from '../support/long.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openProxy, type Proxy } from '../support/proxy.ts'

/** How long the network is away, ms. */
const CUTS = [10_000, 14_500, 31_000].slice(0, rounds(1, 3))

interface Screen {
  view: BoardView | null
  freshness: Freshness
  views: number
  stop(): void
}

describe('a board behind a network that fails', function () {
  this.timeout(60_000)
  let office: TestOffice
  let proxy: Proxy
  let screen: Screen
  beforeEach(async () => {
    office = await openOffice(databases()[0] ?? assert.fail('no database'))
    proxy = await openProxy(office.origin)
    screen = await openBoard(office, proxy.origin)
    await eventually(() => screen.freshness.isLive, 'live')
  })
  afterEach(async () => {
    screen.stop()
    await proxy.close()
    await office.close()
  })

  for (const cut of CUTS)
    it(`says so within 10 s, and is live again within 2 s after ${cut} ms, with the call @long`, async () => {
      const agent = await office.signIn('agent.victoria')
      const { id } = await office.checkIn()
      const start = performance.now()
      proxy.swallow()

      await agent.callNext('victoria', '2')
      await eventually(() => !screen.freshness.isLive, 'it says that it is not live', 10_000)
      assert.ok(!screen.view?.rows.some((row) => row.id === id))
      assert.ok(Date.now() - (screen.freshness.lastHeard ?? 0) >= 3_000)
      await sleep(Math.max(0, start + cut - performance.now()))
      proxy.restore()

      await eventually(() => screen.freshness.isLive, 'live again', 2_000)
      assert.ok(screen.view?.rows.some((row) => row.id === id && row.kind === 'visit'))
    })

  it('that loses one change: asks for the whole view again at the next', async () => {
    const agent = await office.signIn('agent.victoria')
    const { id, version: arrived } = await office.checkIn()
    await eventually(() => screen.view?.version === arrived, 'the arrival')
    proxy.loseNext('office:changed')
    await agent.callNext('victoria', '1')
    const { version } = await office.checkIn()

    await eventually(() => (screen.view?.version ?? 0) >= version, 'the view after the gap', 2_000)

    const http = await office.api(await office.deviceToken('display')).board('victoria')
    assert.deepEqual(screen.view?.rows, http.rows)
    assert.ok(http.rows.some((row) => row.id === id))
  })

  it('that loses the last change: asks for the whole view at the next heartbeat', async () => {
    proxy.loseNext('office:changed')
    const { version } = await office.checkIn()

    await eventually(() => (screen.view?.version ?? 0) >= version, 'the view after a beat', 6_000)
  })
})

async function openBoard(office: TestOffice, base: string): Promise<Screen> {
  const token = await office.deviceToken('display')
  const screen: Screen = {
    view: null,
    freshness: { isLive: false, lastHeard: null },
    views: 0,
    stop: () => undefined,
  }
  const { stop } = watchOffice(
    'victoria',
    'board',
    {
      onView(view) {
        screen.view = view
        screen.views += 1
      },
      onFreshness: (freshness) => void (screen.freshness = freshness),
      onRefused(problem) {
        throw new Error(problem.code)
      },
    },
    { base, token: () => token },
  )
  screen.stop = stop
  return screen
}
