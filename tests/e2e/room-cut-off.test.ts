// A waiting room that loses its network, its server, or both: what it plays goes on, and what it missed
// is made up for.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { USUAL_BOARD, type Api, type PutBoard } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { MINUTE } from '../support/seeded.ts'
import { makeVoicePacks } from '../support/voice-pack.ts'
import { aFilm } from './film.ts'
import { expectAllInSight, expectContrast } from './legible.ts'
import { aPoster } from './poster.ts'
import { Screens } from './screens.ts'

const LYING = { width: 1920, height: 1080 }
const STANDING = { width: 1080, height: 1920 }
const NOT_LIVE = /Not live since/
const BACK_WITHIN = 2_000
const CUT = [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket|ERR_FAILED|Failed to fetch/]
const { code: _, ...USUAL } = structuredClone(USUAL_BOARD) as PutBoard & { code: string }

describe('a waiting room that is cut off', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens
  let manager: Api
  const packs = makeVoicePacks()
  const media = mkdtempSync(join(tmpdir(), 'guichet-media-'))

  before(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    office = await openOffice(sqliteOnly(), {
      env: { VOICE_PACKS: packs, MEDIA_FOLDER: media, VOICE_PROGRAM: '/no/such/program' },
    })
    screens = new Screens(office, browser)
    manager = await office.signIn('manager.victoria')
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(async () => {
    await browser.close()
    for (const folder of [packs, media]) rmSync(folder, { recursive: true })
  })

  async function told(page: Page, calls: number) {
    await page.waitForFunction((many) => window.told.length >= many, calls, { timeout: 60_000 })
    return page.evaluate(() => window.told)
  }

  it('D7 D10 plays its images and muted films on, cut off, and after it began again without the server', async () => {
    const files = [
      ['poster.png', await aPoster(browser, office.origin)],
      ['film.webm', await aFilm(browser, office.origin)],
    ] as const
    for (const [name, bytes] of files) await manager.addMedium('victoria', name, new Blob([bytes]))
    const [poster] = (await manager.media('victoria')).media
    assert.ok(poster)
    await manager.putMedium('victoria', poster.id, { name: poster.name, alt: null, seconds: 3 })
    await manager.putBoard('victoria', 'main', { ...USUAL, layout: 'media' })
    const board = await screens.board({ keepsPages: true, expectedErrors: CUT })

    const playsAll = async (): Promise<void> => {
      await board.waitForFunction(() => {
        const image = document.querySelector<HTMLImageElement>('.stage img')
        return image?.checkVisibility() && image.naturalWidth === 1280
      })
      await board.waitForFunction(() => {
        const film = document.querySelector<HTMLVideoElement>('.stage video')
        return film?.checkVisibility() && film.muted && film.currentTime > 0.2
      })
      // To its end, and round again.
      await board.locator('.stage img').waitFor()
    }
    await playsAll()
    await eventually(
      () =>
        board.evaluate(async () => {
          const pages = await (await caches.open('guichet-board')).keys()
          const known = Object.keys(localStorage).find((key) => key.includes('board.view'))
          return pages.length > 4 && localStorage.getItem(known ?? '')?.includes('.webm') === true
        }),
      'page, view and files are kept',
      15_000,
    )

    // The browser's own cache is no promise: it throws away what it likes.
    const session = await board.context().newCDPSession(board)
    await session.send('Network.clearBrowserCache')

    await board.context().setOffline(true)
    await board.getByText(NOT_LIVE).waitFor()
    await playsAll()

    await board.reload()
    await board.getByText(NOT_LIVE).waitFor()
    await playsAll()
  })

  it('D7 D10 marks with its time all it still shows, counters too, in every layout and both languages', async () => {
    for (const [index, name] of ['agent.victoria', 'agent2.victoria'].entries()) {
      const agent = await office.signIn(name)
      await agent.takeCounter('victoria', { counter: String(index + 1) })
      if (index === 1) await agent.changeAvailability('victoria', { availability: 'break' })
    }
    await office.checkIn('notary')
    const board = await screens.board({ expectedErrors: CUT })
    const shows = { ...USUAL.shows, waiting: true, counters: true }
    for (const [layout, calledBy, places] of [
      ['calls', 'ticket', ['.more > div:has(.counter)', '.more > div:last-child', '.foot']],
      [
        'waiting',
        'ticket',
        ['.more > div:has(.counter)', '.more > div:last-child', '.lines', '.foot'],
      ],
      ['media', 'ticket', ['.foot']],
      ['calls', 'nobody', ['.welcome .open', '.foot']],
    ] as const) {
      await manager.putBoard('victoria', 'main', { ...USUAL, shows, layout, calledBy })
      await board.locator(`.room.${layout}`).waitFor()
      for (const place of places) await board.locator(place).waitFor()
      assert.equal(await board.locator('.as-of').count(), 0)

      await board.context().setOffline(true)
      await board.getByText(NOT_LIVE).waitFor({ timeout: 10_000 })
      for (const place of places) {
        const mark = board.locator(`${place} .as-of`)
        assert.match(await mark.innerText(), /^at 9:00\sa\.m\. · à 9\sh$/, `${layout}: ${place}`)
      }
      for (const viewport of [LYING, STANDING]) {
        await board.setViewportSize(viewport)
        await expectAllInSight(board)
        await expectNoViolations(board, { enhancedContrast: true })
        await expectContrast(board, 7)
      }
      await board.context().setOffline(false)
      await board.getByText(NOT_LIVE).waitFor({ state: 'hidden', timeout: BACK_WITHIN })
    }
  })

  it('D5 D10 a server that begins again: back within 2 s, nothing said twice, no call of a cut missed', async () => {
    const agents = await Promise.all(
      ['agent.victoria', 'agent2.victoria', 'agent3.victoria'].map((name) => office.signIn(name)),
    )
    const call = async (counter: number): Promise<{ id: string; ticket: string }> => {
      const visit = await agents[counter - 1]?.callNext('victoria', String(counter))
      assert.ok(visit)
      return visit
    }
    for (let n = 0; n < 6; n += 1) await office.checkIn('notary')
    const board = await screens.board({ expectedErrors: CUT, timePasses: true })
    await board.getByText('En direct').waitFor()
    const standing = await call(1)
    await told(board, 1)
    const port = Number(new URL(office.origin).port)
    const backInTime = () =>
      board.getByText(NOT_LIVE).waitFor({ state: 'hidden', timeout: BACK_WITHIN })

    await office.stop()
    await board.getByText(NOT_LIVE).waitFor({ timeout: 10_000 })
    await office.start(port)
    await backInTime()
    const next = await call(2)
    assert.deepEqual(
      (await told(board, 2)).map(({ ticket }) => ticket),
      [standing.ticket, next.ticket],
    )

    // A minute without a cable, in which the server begins again, calls, and answers what it called.
    await board.context().setOffline(true)
    await board.getByText(NOT_LIVE).waitFor({ timeout: 10_000 })
    await office.stop()
    await board.clock.fastForward(MINUTE)
    office.clock.advance(MINUTE)
    await office.start(port)
    const over = await call(3)
    await agents[2]?.begin(over.id, {})
    await agents[2]?.finish(over.id, {})
    const missed = await call(3)
    await agents[0]?.recall(standing.id, {})
    await board.context().setOffline(false)
    await backInTime()
    const said = await told(board, 4)
    assert.deepEqual(
      said.slice(2).map(({ ticket }) => ticket),
      [missed.ticket, standing.ticket],
    )
    assert.equal(await board.getByText(over.ticket).count(), 0)
  })

  it('D4 D5 quiet hours, and whoever asked to be called without sound: shown, with no chime and no word', async () => {
    const agent = await office.signIn('agent.victoria')
    const call = async (needs: 'quiet-call'[]): Promise<string> => {
      const asked = { requests: [{ service: 'notary' }], needs }
      await manager.addVisit('victoria', asked)
      const visit = await agent.callNext('victoria', '1')
      assert.ok(visit)
      await agent.begin(visit.id, {})
      await agent.finish(visit.id, {})
      return visit.ticket
    }
    await manager.putBoard('victoria', 'main', { ...USUAL, quietHours: [{ from: 0, to: 1_440 }] })
    const board = await screens.board()
    await board.getByText('En direct').waitFor()
    await board.waitForFunction(() => document.documentElement.dataset.voice === 'ready')

    const asleep = await call([])
    await told(board, 1)
    await manager.putBoard('victoria', 'main', USUAL)
    const quiet = await call(['quiet-call'])
    await told(board, 2)
    assert.equal(await board.evaluate(() => window.chimes), 0)
    const loud = await call([])

    const said = await told(board, 3)
    assert.deepEqual(
      said.map(({ ticket, by }) => [ticket, by]),
      [
        [asleep, []],
        [quiet, []],
        [loud, ['recordings', 'recordings']],
      ],
    )
    for (const { shown, ticket } of said) assert.match(shown, new RegExp(ticket))
    assert.equal(await board.evaluate(() => window.chimes), 1)
  })
})
