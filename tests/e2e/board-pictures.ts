// The pictures of the waiting room: every layout of a board, lying and standing, by day and by night, cut
// off and closed; and the sign over a counter. Of a real office, in both languages as boards are.
import type { Page } from 'playwright-core'
import { USUAL_BOARD, type Api } from '#protocol'
import type { TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR, MINUTE } from '../support/seeded.ts'
import { digitsOfCall, leastContrast } from './legible.ts'
import { aPoster } from './poster.ts'
import { Screens } from './screens.ts'

type Take = (page: Page, name: string) => Promise<void>
type Board = Parameters<Api['putBoard']>[2]

const LYING = { width: 1920, height: 1080 }
const STANDING = { width: 1080, height: 1920 }
const SERVICES = ['health-card', 'notary', 'driver-licence', 'property-tax', 'identity-card']
const ALWAYS = { from: null, until: null, days: [], hours: null, boards: null }

const { code: _, services: __, counters: ___, ...rest } = USUAL_BOARD
const USUAL: Board = {
  ...rest,
  ...{ services: null, counters: null, playlist: null, quietHours: [], devices: [] },
  voice: { ...rest.voice, languages: ['en', 'fr'] },
  stays: { until: 'time', minutes: 30 },
}

/** What was measured on the page of a picture. */
export interface Measured {
  readonly name: string
  /** Of the digits of the call, as a part of the screen's height; 0 where no call is shown. */
  readonly digits: number
  /** The same on a screen of 43 inches, mm. */
  readonly millimetres: number
  /** The least of any text, 1 to 21. */
  readonly contrast: number
}

/** The height of a lying screen of 43 inches, 16 by 9; standing it is as wide, mm. */
const SHORT_SIDE = (43 * 25.4 * 9) / Math.hypot(16, 9)

/** `media`: an empty folder for what the office uploads. Answers how legible each is. */
export async function takeBoardPictures(
  browser: TestBrowser,
  takePicture: Take,
  media: string,
): Promise<Measured[]> {
  const measured: Measured[] = []
  const take: Take = async (page, name) => {
    await takePicture(page, name)
    const [digits, contrast] = [await digitsOfCall(page), await leastContrast(page)]
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    const millimetres = (digits * height * SHORT_SIDE) / Math.min(width, height)
    measured.push({ name, digits, millimetres, contrast })
  }
  const office = await openOffice(sqliteOnly(), { env: { MEDIA_FOLDER: media } })
  const screens = new Screens(office, browser)
  const manager = await office.signIn('manager.victoria')
  const agents = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => office.signIn(`agent${n === 1 ? '' : n}.victoria`)),
  )
  await manager.addMedium(
    'victoria',
    'poster.png',
    new Blob([await aPoster(browser, office.origin)]),
  )
  await fill(office, manager)
  const board = await screens.board()
  const change = async (what: Partial<Board>): Promise<void> => {
    await manager.putBoard('victoria', 'main', { ...USUAL, ...what })
  }
  const call = async (counter: number): Promise<string> =>
    (await agents[counter - 1]?.callNext('victoria', String(counter)))?.id ?? ''
  const both = async (name: string): Promise<void> => {
    await board.setViewportSize(LYING)
    await take(board, `board-${name}`)
    await board.setViewportSize(STANDING)
    await take(board, `board-${name}-tall`)
  }
  const isOver = (): Promise<unknown> =>
    board.waitForFunction(() => !document.querySelector('.announced'), null, { timeout: 30_000 })

  await change({})
  await both('empty')
  const first = await call(1)
  office.clock.advance(3 * MINUTE)
  const second = await call(2)
  await call(3)
  await agents[0]?.begin(first, {})
  await agents[1]?.begin(second, {})
  await isOver()
  await agents[4]?.takeCounter('victoria', { counter: '5' })
  office.clock.advance(2 * MINUTE)
  await call(4)
  await both('call')
  await isOver()
  const shows = { next: 4, waiting: true, counters: true, joinCode: true }
  await change({ layout: 'waiting', shows })
  await both('lines')
  await manager.addNotice('victoria', {
    words: {
      en: 'The office closes at 3:00 p.m. on Friday for staff training.',
      fr: 'Vendredi, le bureau ferme à 15\u00a0h pour une formation du personnel.',
    },
    ...{ ...ALWAYS, isUrgent: false },
  })
  await change({ layout: 'media', last: 3 })
  await board.locator('.stage img').waitFor()
  await both('media')
  const urgent = await manager.addNotice('victoria', {
    words: {
      en: 'Power will be cut for ten minutes at 9:45. Your place in line is safe.',
      fr: 'Le courant sera coupé dix minutes à 9\u00a0h\u00a045. Vous gardez votre place dans la file.',
    },
    ...{ ...ALWAYS, isUrgent: true },
  })
  await board.locator('.urgent').waitFor()
  await both('urgent')
  await agents[0]?.finish(first, {})
  await call(1)
  await board.locator('.announced').waitFor()
  await both('urgent-call')
  await isOver()
  await manager.removeNotice('victoria', urgent.notice.id)
  await change({ calledBy: 'nobody', layout: 'calls', shows: { ...shows, joinCode: false } })
  await both('welcome')

  await change({ layout: 'waiting', shows })
  await board.locator('.lines').waitFor()
  await board.context().setOffline(true)
  await board
    .getByText(/Not live since/)
    .first()
    .waitFor()
  await both('not-live')
  await board.context().setOffline(false)
  await change({ layout: 'calls', shows })
  await board.locator('.room.calls').waitFor()
  await board.context().setOffline(true)
  await board
    .getByText(/Not live since/)
    .first()
    .waitFor()
  await both('not-live-calls')
  await board.context().close()
  await takeSigns(screens, office, agents, take)
  await takeNight(screens, office, take)
  await office.close()
  return measured
}

async function fill(office: TestOffice, manager: Api): Promise<void> {
  for (let n = 0; n < 14; n += 1) {
    office.clock.advance((1 + (n % 2)) * MINUTE)
    const requests = [{ service: SERVICES[n % SERVICES.length] ?? '' }]
    await manager.addVisit('victoria', { requests, language: n % 3 === 0 ? 'fr' : 'en' })
  }
}

async function takeSigns(
  screens: Screens,
  office: TestOffice,
  agents: readonly Api[],
  take: Take,
): Promise<void> {
  const backAt = new Date(office.clock.now() + 45 * MINUTE).toISOString()
  for (const [counter, name] of [
    ['4', 'called'],
    ['1', 'serving'],
    ['5', 'next'],
    ['6', 'closed'],
  ] as const) {
    const sign = await screens.sign(counter)
    await sign.locator('.sign').waitFor()
    await take(sign, `sign-${name}`)
    await sign.context().close()
  }
  await agents[4]?.changeAvailability('victoria', { availability: 'break', backAt })
  const sign = await screens.sign('5')
  await sign.getByText(/^Back at/).waitFor()
  await take(sign, 'sign-back-at')
  await sign.context().close()
}

/** Everybody has gone, and the office is closed. */
async function takeNight(screens: Screens, office: TestOffice, take: Take): Promise<void> {
  const day = [{ from: 510, to: 990 }]
  const hours = { week: [day, day, day, day, day, [], []], exceptions: [] }
  await configure(office, (was) => ({ ...was, hours }))
  office.clock.advance(20 * HOUR)
  office.clock.advance(12 * HOUR)
  const board = await screens.board()
  await board
    .getByText(/^(Opens|Ouvre)/)
    .first()
    .waitFor()
  await take(board, 'board-night')
  await board.setViewportSize(STANDING)
  await take(board, 'board-night-tall')
  await board.context().close()
}
