// A board that hangs for months: twenty thousand calls, the page's clock driven, and what that costs.
import assert from 'node:assert/strict'
import { after, before, describe } from 'mocha'
import type { Page } from 'playwright-core'
import type { BoardVisit } from '#protocol'
import { SAMPLE_BOARD } from '../../server/protocol/samples.ts'
import { BoardServer } from '../support/board-server.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { itLong } from '../support/long.ts'

/** `GUICHET_SOAK` for fewer, while working on it. */
const CALLS = Number(process.env.GUICHET_SOAK ?? 20_000)
/** From here on nothing may grow: everything has been loaded and seen once. */
const SETTLED = CALLS / 10
const EACH = 8_000
const ROWS = 8
/** What a browser's own housekeeping may add, bytes. */
const SLACK = 2_000_000

declare global {
  interface Window {
    soak: { said: number; last: number; wrong: string[] }
  }
}

describe('a board that hangs for months', function () {
  this.timeout(3_600_000)
  let browser: TestBrowser
  let server: BoardServer

  before(async () => {
    browser = await openBrowser()
    const rows = SAMPLE_BOARD.rows.filter(({ kind }) => kind !== 'visit' && kind !== 'voice')
    server = new BoardServer({ ...SAMPLE_BOARD, rows })
    await server.start()
  })
  after(async () => {
    await browser.close()
    await server.close()
  })

  itLong(
    `D2 D10 shows and says ${CALLS} calls, each once and in order, and does not grow`,
    async () => {
      const page = await browser.openPage({ expectedErrors: [/404/] })
      const start = Date.parse(SAMPLE_BOARD.at)
      await page.clock.install({ time: start })
      await page.addInitScript(() => {
        window.soak = { said: 0, last: 0, wrong: [] }
        addEventListener('guichet:said', (event) => {
          const { ticket } = (event as CustomEvent<{ ticket: string }>).detail
          const number = Number(ticket.slice(1))
          if (number !== window.soak.last + 1) window.soak.wrong.push(ticket)
          window.soak.said += 1
          window.soak.last = number
        })
      })
      await page.goto(`${server.origin}/board/victoria#device=a.soak.z`)
      await page.getByText('En direct').waitFor()

      let settled = await sizeOf(page)
      for (let n = 1; n <= CALLS; n += 1) {
        callNumber(n, new Date(start + n * EACH).toISOString())
        await page.clock.runFor(EACH)
        if (n === SETTLED) settled = await sizeOf(page)
      }
      await page.clock.runFor(10 * EACH)

      const { said, wrong } = await page.evaluate(() => window.soak)
      const end = await sizeOf(page)
      process.stdout.write(`${JSON.stringify({ calls: CALLS, settled, end })}\n`)
      assert.deepEqual(wrong, [])
      assert.equal(said, CALLS)
      assert.ok(end.heap <= settled.heap + SLACK, `${settled.heap} → ${end.heap} bytes`)
      assert.ok(end.nodes <= settled.nodes + 200, `${settled.nodes} → ${end.nodes} nodes`)
      assert.ok(end.listeners <= settled.listeners + 20, `${settled.listeners} → ${end.listeners}`)
    },
  )

  /** Calls it; the oldest goes when there are more than a board is told. */
  function callNumber(n: number, at: string): void {
    const [visit, ticket, counter] = [
      `visit-${n}`,
      `A${String(n).padStart(5, '0')}`,
      `${(n % 5) + 1}`,
    ]
    const row: BoardVisit = {
      ...{ id: visit, state: 'called', kind: 'visit', ticket, counter, service: 'notary' },
      ...{ language: n % 3 === 0 ? 'fr' : 'en', call: n, times: 1, calledAt: at },
    }
    server.change(at, [row], n > ROWS ? [`visit-${n - ROWS}`] : [])
    const { language, service } = row
    server.announce({ id: n, visit, ticket, counter, language, service })
    server.beat(at)
  }
})

/** Of the page, once what nobody needs is thrown away. */
async function sizeOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0
  await session.detach()
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}
