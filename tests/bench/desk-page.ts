// The desk in a real Chromium while many people wait: how long a press and a change of somebody
// else's take until they are seen, measured in the page.
import type { Page } from 'playwright-core'
import { DOUBLE_WITHIN } from '../../agent-ui/src/composables/held-press.ts'
import { launchBrowser } from '../../scripts/browser.ts'
import { fillOffice } from './desk-office.ts'
import { installProbe, type Probe } from './desk-probe.ts'
import { percentile } from './percentiles.ts'
import type { Hands, Seat } from './systems.ts'

/** What was measured of one kind, ms. */
export interface Seen {
  p50: number
  p95: number
  max: number
  count: number
}

export interface DeskSeen {
  change: Seen
  press: Seen
  /** Presses while every colleague works. */
  busyPress: Seen
  longTasks: { count: number; longest: number }
}

/** Each visit is four changes; each is left alone until it has long been painted. */
const VISITS = 50
const PRESSES = 60
/** Between two steps, so that each is seen by itself, ms. */
const APART = 60
/** Between two steps of each colleague while all of them work, ms. */
const COLLEAGUE_EVERY = 250

export async function deskPage(url: string, seats: Seat[], waiting: number): Promise<DeskSeen> {
  const [me] = seats
  if (!me) throw new Error('nobody is there')
  const colleagues = await fillOffice(url, seats, waiting)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: 'guichet_session', value: me.token, url }])
    const page = await context.newPage()
    await page.addInitScript(installProbe)
    await page.goto(`${url}/desk/`)
    await page.locator('[aria-keyshortcuts="Space"]').waitFor()
    await pause(1_000)
    return await measure(page, colleagues)
  } finally {
    await browser.close()
  }
}

async function measure(page: Page, colleagues: Hands[]): Promise<DeskSeen> {
  await taken(page)
  for (let visit = 0; visit < VISITS; visit += 1) {
    const hands = colleagues[visit % colleagues.length]
    if (hands) await serveOne(hands, APART)
  }
  const changes = await taken(page)

  await press(page)
  const alone = await taken(page)

  const ending = new AbortController()
  const working = colleagues.map(async (hands) => {
    while (!ending.signal.aborted) await serveOne(hands, COLLEAGUE_EVERY)
  })
  await press(page)
  ending.abort()
  await Promise.all(working)
  const busy = await taken(page)

  const longTasks = [changes, alone, busy].flatMap((probe) => probe.longTasks)
  return {
    change: seen(changes.changes),
    press: seen(alone.presses),
    busyPress: seen(busy.presses),
    longTasks: { count: longTasks.length, longest: Math.max(0, ...longTasks) },
  }
}

/** One person more, and one served: as many wait afterwards. */
async function serveOne(hands: Hands, apart: number): Promise<void> {
  await hands.issue()
  await pause(apart)
  const visit = await hands.call()
  await pause(apart)
  if (visit === null) return
  await hands.begin(visit)
  await pause(apart)
  await hands.finish(visit)
  await pause(apart)
}

async function press(page: Page): Promise<void> {
  for (let count = 0; count < PRESSES; count += 1) {
    // Sooner, it would be a double press.
    await pause(DOUBLE_WITHIN)
    const before = await page.evaluate(() => window.deskProbe.presses.length)
    await page.keyboard.press(' ')
    // Shown already by somebody else's message, the answer may still be on its way.
    await page.waitForFunction(
      (done) =>
        window.deskProbe.presses.length > done &&
        !document.querySelector('[aria-keyshortcuts="Space"][aria-busy="true"]'),
      before,
    )
  }
}

/** What the probe has gathered since the last time. */
function taken(page: Page): Promise<Probe> {
  return page.evaluate(() => {
    const { changes, presses, longTasks } = window.deskProbe
    const gathered = { changes: [...changes], presses: [...presses], longTasks: [...longTasks] }
    changes.length = presses.length = longTasks.length = 0
    return gathered
  })
}

function seen(values: readonly number[]): Seen {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    max: sorted.at(-1) ?? Number.NaN,
    count: sorted.length,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
