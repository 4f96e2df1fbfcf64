// The waiting room: calls shown and said one after another, every layout, the sign over a counter, a
// board that loses the server.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { USUAL_BOARD, type Api } from '#protocol'
import { expectNoViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { configure } from '../support/configure.ts'
import { sqliteOnly } from '../support/databases.ts'
import { eventually } from '../support/eventually.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { HOUR, MINUTE } from '../support/seeded.ts'
import { makeVoicePacks } from '../support/voice-pack.ts'
import { digitsOfCall, expectAllInSight, expectContrast, expectSentencesWhole } from './legible.ts'
import { aPoster } from './poster.ts'
import { Screens } from './screens.ts'

const NOT_LIVE = /Not live since/
const LYING = { width: 1920, height: 1080 }
const STANDING = { width: 1080, height: 1920 }
/** The least height of the digits of a call, as a part of the height of a board that lies. */
const LEAST = 0.12
/** Of the same screen standing: people read it from as far, so the digits are as many millimetres high. */
const leastDigits = ({ height }: typeof LYING): number => (LEAST * LYING.height) / height

describe('the waiting room', function () {
  this.timeout(120_000)
  let browser: TestBrowser
  let office: TestOffice
  let screens: Screens
  let agents: Api[]
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
    const names = ['agent.victoria', 'agent2.victoria', 'agent3.victoria']
    agents = await Promise.all(names.map((name) => office.signIn(name)))
    manager = await office.signIn('manager.victoria')
  })
  afterEach(async () => {
    await browser.closePages().finally(() => office.close())
  })
  after(async () => {
    await browser.close()
    for (const folder of [packs, media]) rmSync(folder, { recursive: true })
  })

  const current = (page: Page) => page.locator('.current .ticket')
  /** Calls the next person to this counter. */
  async function call(counter: number): Promise<{ id: string; ticket: string }> {
    const visit = await agents[counter - 1]?.callNext('victoria', String(counter))
    assert.ok(visit)
    return visit
  }
  const isReadyToSpeak = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => document.documentElement.dataset.voice === 'ready')
  async function told(page: Page, calls: number) {
    await page.waitForFunction((many) => window.told.length >= many, calls, { timeout: 60_000 })
    return page.evaluate(() => window.told)
  }

  it('D1 D2 D3 D5 five calls in one second at three counters: each shown and said in full, in turn', async () => {
    const usual = { ...(await manager.boards('victoria')).boards[0] }
    assert.equal(usual.code, 'main')
    for (let n = 0; n < 5; n += 1) {
      await manager.addVisit('victoria', {
        requests: [{ service: 'notary' }],
        language: n === 1 ? 'fr' : 'en',
      })
    }
    const board = await screens.board()
    await board.getByText('En direct').waitFor()
    await isReadyToSpeak(board)

    const begun = performance.now()
    const calls = [await call(1), await call(2), await call(3)]
    for (const counter of [1, 2]) {
      const { id } = calls[counter - 1] ?? { id: '' }
      await agents[counter - 1]?.begin(id, {})
      await agents[counter - 1]?.finish(id, {})
      calls.push(await call(counter))
    }
    assert.ok(performance.now() - begun < 3_000)

    const said = await told(board, 5)
    assert.deepEqual(
      said.map(({ ticket, counter }) => [ticket, counter]),
      calls.map(({ ticket }, index) => [ticket, String([1, 2, 3, 1, 2][index])]),
    )
    for (const [index, { shown, ticket, counter, texts, by, missing, at }] of said.entries()) {
      assert.match(shown.replaceAll(/\s+/g, ' '), new RegExp(`${ticket}.*${counter}$`))
      const [signs, english, french] = [[...ticket].join(' '), 'Counter', 'Guichet']
      const first = index === 1 ? [french, english] : [english, french]
      assert.deepEqual(
        texts,
        first.map((word) => `${signs}, ${word} ${counter}`),
      )
      assert.deepEqual(by, ['recordings', 'recordings'])
      // Nobody has recorded « guichet »: it is left out, and written all the same.
      assert.ok(missing.every((word) => word === `counter-${counter}`))
      const before = said[index - 1]
      assert.ok(!before || at - before.at > 5_500, `${at} after ${before?.at}`)
    }
    assert.equal(await board.evaluate(() => window.chimes), 5)
    // Those who are served are called no more; the others are.
    await board.waitForFunction(() => !document.querySelector('.announced'), null, {
      timeout: 10_000,
    })
    assert.equal(await current(board).innerText(), calls[4]?.ticket)
    assert.deepEqual(await board.locator('.last .ticket').allInnerTexts(), [
      calls[3]?.ticket,
      calls[2]?.ticket,
    ])
  })

  it('D1 D7 D8 D12 every layout: for everyone, 7:1, all in sight, digits of 12 %, from right to left too', async () => {
    await manager.addMedium(
      'victoria',
      'poster.png',
      new Blob([await aPoster(browser, office.origin)]),
    )
    await manager.addNotice('victoria', {
      words: {
        en: 'We take cash, cheques and cards at every counter.',
        fr: 'L’argent comptant, les chèques et les cartes sont acceptés à tous les guichets.',
      },
      ...{ isUrgent: false, from: null, until: null, days: [], hours: null, boards: null },
    })
    for (let n = 0; n < 9; n += 1) {
      const service = ['notary', 'health-card', 'driver-licence', 'general'][n % 4] ?? ''
      const named = n === 0 ? { name: 'Ann Lee', mayBeCalledByName: true } : {}
      await manager.addVisit('victoria', { requests: [{ service }], ...named })
    }
    await call(1)
    const { id } = await call(2)
    await agents[1]?.begin(id, {})
    const board = await screens.board()
    await current(board).waitFor()

    const shows = { next: 4, waiting: true, counters: true, joinCode: true }
    const stays = { until: 'time', minutes: 30 } as const
    const { code: _, services: __, counters: ___, ...rest } = USUAL_BOARD
    const usual = { ...rest, services: null, counters: null, playlist: null, shows, stays }
    for (const [layout, calledBy, sign] of [
      ['calls', 'ticket', '.side .more'],
      ['calls', 'name', '.current .name'],
      ['waiting', 'ticket', '.lines'],
      ['media', 'ticket', '.stage img'],
      ['calls', 'nobody', '.welcome'],
      ['calls', 'urgent', '.urgent'],
    ] as const) {
      if (calledBy === 'urgent') {
        await manager.addNotice('victoria', {
          words: {
            en: 'Fire drill at 2:00 p.m. Please leave by the main door; your place in line is safe.',
            fr: 'Exercice d’évacuation à 14\u00a0h. Sortez par la porte principale; vous gardez votre place.',
          },
          ...{ isUrgent: true, from: null, until: null, days: [], hours: null, boards: null },
        })
      }
      await manager.putBoard('victoria', 'main', {
        ...usual,
        voice: { ...usual.voice, languages: ['en', 'fr'] },
        ...{ quietHours: [], devices: [], layout },
        calledBy: calledBy === 'urgent' ? 'ticket' : calledBy,
      })
      await board.locator(sign).waitFor()
      for (const viewport of [LYING, STANDING]) {
        await board.setViewportSize(viewport)
        await expectNoViolations(board, { enhancedContrast: true })
        await expectContrast(board, 7)
        for (const direction of ['rtl', 'ltr']) {
          await board.evaluate((dir) => (document.documentElement.dir = dir), direction)
          await expectAllInSight(board)
          await expectSentencesWhole(board)
        }
        const isOfCalls = calledBy === 'ticket' || calledBy === 'name'
        const digits = await digitsOfCall(board)
        const least = isOfCalls ? leastDigits(viewport) : 0
        assert.ok(digits >= least, `${layout}, ${viewport.width} wide: ${digits}`)
      }
    }

    // The urgent notice is a band now, above a call that is no smaller for it.
    await board.setViewportSize(LYING)
    const called = await call(3)
    for (const layout of ['calls', 'waiting', 'media'] as const) {
      for (const calledBy of ['ticket', 'name'] as const) {
        await manager.putBoard('victoria', 'main', {
          ...usual,
          voice: { ...usual.voice, languages: ['en', 'fr'] },
          ...{ quietHours: [], devices: [], layout, calledBy },
        })
        await board.locator(`.room.${layout}`).waitFor()
        await board.locator('.announced').waitFor({ state: 'detached', timeout: 30_000 })
        await agents[2]?.recall(called.id, {})
        await board.locator('.announced .ticket').waitFor()
        const height = await digitsOfCall(board)
        assert.ok(height >= 0.12, `${layout}, ${calledBy}, urgent: ${height}`)
        await expectAllInSight(board)
        await expectContrast(board, 7)
      }
    }
  })

  it('D7 D12 before the first call a standing board is filled by what people wait for, all in sight', async () => {
    const board = await screens.board({ viewport: STANDING })
    await board.locator('.current.quiet').waitFor()
    const filled = (of: string): Promise<number> =>
      board.locator(of).evaluate((place) => place.clientHeight / innerHeight)
    for (const isFirst of [false, true]) {
      if (isFirst) {
        await office.checkIn('notary')
        await call(1)
        await board.locator('.announced').waitFor()
        const words = await board.locator('.current .goes .words').boundingBox()
        assert.ok(words && words.width > 100, 'the words for the counter are to be read')
      }
      await expectAllInSight(board)
      await board.getByText('None at the moment').waitFor()
      assert.ok((await filled('.current')) > 0.55, `${await filled('.current')}`)
      const [last, foot] = [board.locator('.last'), board.locator('.foot')]
      const [above, below] = [await last.boundingBox(), await foot.boundingBox()]
      assert.ok(above && below && above.y + above.height <= below.y, 'nothing is covered')
    }
  })

  it('D7 a standing board with a few last calls leaves no strip empty below them', async () => {
    const { code: _, services: __, counters: ___, ...usual } = USUAL_BOARD
    await manager.putBoard('victoria', 'main', {
      ...{ ...usual, services: null, counters: null, playlist: null, quietHours: [], devices: [] },
      voice: { ...usual.voice, languages: ['en', 'fr'] },
      stays: { until: 'time', minutes: 30 },
    })
    const board = await screens.board({ viewport: STANDING })
    await board.locator('.current.quiet').waitFor()
    for (let calls = 1; calls <= 5; calls += 1) {
      await office.checkIn('notary')
      const { id } = await call(1)
      await board.locator('.announced').waitFor()
      await board.locator('.announced').waitFor({ state: 'detached', timeout: 30_000 })
      await agents[0]?.begin(id, {})
      await agents[0]?.finish(id, {})
      if (calls === 1) continue
      const list = board.locator('.side .last ul')
      await list
        .locator('li')
        .nth(calls - 2)
        .waitFor()
      const [last, foot] = [await list.boundingBox(), await board.locator('.foot').boundingBox()]
      const empty = foot && last ? foot.y - last.y - last.height : Infinity
      assert.ok(empty >= 0 && empty < 0.05 * STANDING.height, `${calls}: ${empty}`)
      await expectAllInSight(board)
    }
  })

  it('D7 D12 a closed office: dim, 7:1, when it opens, everything moving a little, and awake again', async () => {
    const day = [{ from: 510, to: 990 }]
    const hours = { week: [day, day, day, day, day, [], []], exceptions: [] }
    await configure(office, (was) => ({ ...was, hours }))
    const board = await screens.board()
    await board.getByText('En direct').waitFor()

    office.clock.advance(9 * HOUR)
    await board.getByText(/^Opens on Wednesday, June 3 at 8:30\sa\.m\.$/).waitFor()
    await board.getByText(/^Ouvre le mercredi 3 juin à 8\sh\s30\.?$/).waitFor()
    await board.waitForFunction(
      () => getComputedStyle(document.body).backgroundColor === 'rgb(3, 8, 15)',
    )
    await expectNoViolations(board, { enhancedContrast: true })
    await expectContrast(board, 7)
    const place = (): Promise<string> =>
      board.locator('.board').evaluate((element) => getComputedStyle(element).transform)
    const before = await place()
    office.clock.advance(5 * MINUTE)
    await board.waitForFunction(
      (was) =>
        getComputedStyle(document.querySelector('.board') ?? document.body).transform !== was,
      before,
      { timeout: 10_000 },
    )

    office.clock.advance(15 * HOUR)
    await board.getByText('Please wait for your number').waitFor()
  })

  it('D6 the sign over a counter: closed, next, called, serving, back at, and cut off, from right to left too', async () => {
    const sign = await screens.sign('2', {
      expectedErrors: [/ERR_INTERNET_DISCONNECTED|WebSocket/],
    })
    const shows = (text: string | RegExp) => sign.getByText(text).waitFor()
    const look = async (): Promise<void> => {
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 480, height: 800 },
      ]) {
        await sign.setViewportSize(viewport)
        await expectNoViolations(sign, { enhancedContrast: true })
        await expectContrast(sign, 7)
        for (const direction of ['rtl', 'ltr']) {
          await sign.evaluate((dir) => (document.documentElement.dir = dir), direction)
          await expectAllInSight(sign)
          await expectSentencesWhole(sign)
        }
      }
    }
    await shows('Closed')
    await shows('Fermé')
    await look()
    await agents[1]?.takeCounter('victoria', { counter: '2' })
    await shows('Next, please')
    await look()
    await office.checkIn('notary')
    const { id } = await call(2)
    await shows('Now calling')
    await shows('N001')
    await look()
    await agents[1]?.begin(id, {})
    await shows('Now serving')
    await agents[1]?.finish(id, {})
    await shows('Personne suivante')
    const backAt = new Date(office.clock.now() + 30 * MINUTE).toISOString()
    await agents[1]?.changeAvailability('victoria', { availability: 'break', backAt })
    await shows(/^Back at 9:30\sa\.m\.$/)
    await shows(/^De retour à 9\sh\s30$/)
    await look()

    await sign.context().setOffline(true)
    await sign.getByText(NOT_LIVE).waitFor({ timeout: 10_000 })
    await look()
    await agents[1]?.changeAvailability('victoria', { availability: 'available' })
    await sign.context().setOffline(false)
    await sign.getByText('Next, please').waitFor({ timeout: 2_000 })
    assert.equal(await sign.getByText(NOT_LIVE).count(), 0)
  })

  it('D5 D10 begins again without the server as it was, then says what it missed and nothing that is over', async () => {
    for (let n = 0; n < 5; n += 1) await office.checkIn('notary')
    const board = await screens.board({
      keepsPages: true,
      expectedErrors: [/ERR_INTERNET_DISCONNECTED|WebSocket|ERR_FAILED|Failed to fetch/],
    })
    await board.getByText('En direct').waitFor()
    await isReadyToSpeak(board)
    await eventually(
      () =>
        board.evaluate(async () => {
          const pages = await (await caches.open('guichet-board')).keys()
          const isKnown = Object.keys(localStorage).some((key) => key.includes('board.view'))
          return pages.length > 4 && isKnown
        }),
      'page and view are kept',
    )
    const standing = await call(1)
    await told(board, 1)

    await board.context().setOffline(true)
    await board.reload()
    await board.getByText(NOT_LIVE).waitFor()
    await board.getByText('people waiting').waitFor()
    assert.match(await board.locator('.as-of').first().innerText(), /9:00/)
    assert.equal(await board.locator('.announced').count(), 0)
    await expectNoViolations(board, { enhancedContrast: true })

    const missed = await call(2)
    const over = await call(3)
    await agents[2]?.begin(over.id, {})
    await agents[0]?.recall(standing.id, {})
    assert.equal(await board.getByText(missed.ticket).count(), 0)

    await board.context().setOffline(false)
    await board.getByText(NOT_LIVE).waitFor({ state: 'hidden', timeout: 2_000 })
    await board.locator('.announced').waitFor({ timeout: 2_000 })
    const said = await told(board, 2)
    assert.deepEqual(
      said.map(({ ticket }) => ticket),
      [missed.ticket, standing.ticket],
    )
    assert.deepEqual(said[0]?.by, ['recordings', 'recordings'])
    assert.equal(await board.getByText(over.ticket).count(), 0)
  })

  it('D4 D5 says to staff that the browser keeps it silent, until it is touched', async () => {
    const silent = await openBrowser({ autoplay: false })
    const board = await new Screens(office, silent).board()
    const notice = board.getByText('Staff: the sound is off until this screen is touched.')
    await notice.waitFor()
    await expectNoViolations(board, { enhancedContrast: true })
    await expectContrast(board, 7)
    // A call is shown all the same.
    await office.checkIn('notary')
    await call(1)
    await told(board, 1)
    assert.equal(await board.evaluate(() => window.chimes), 0)

    await board.getByRole('button', { name: /Turn on the sound/ }).click()
    await notice.waitFor({ state: 'hidden' })
    await silent.closePages()
    await silent.close()
  })

  it('D9 D11 two boards of one office: each its own counters; a name only where people are called by name', async () => {
    const { code: _, ...usual } = USUAL_BOARD
    for (const [code, counters, calledBy] of [
      ['north', ['1'], 'ticket'],
      ['south', ['2', '3'], 'name'],
    ] as const) {
      await manager.putBoard('victoria', code, {
        ...usual,
        ...{ services: null, counters: [...counters], playlist: null, calledBy },
        ...{ quietHours: [], devices: [], voice: { ...usual.voice, languages: ['en', 'fr'] } },
      })
    }
    for (const name of ['Maya Tremblay', 'Ann Lee']) {
      const asked = { requests: [{ service: 'notary' }], name, mayBeCalledByName: true }
      await manager.addVisit('victoria', asked)
    }
    const boards = [
      await screens.board({}, 'victoria', 'north'),
      await screens.board({}, 'victoria', 'south'),
    ] as const
    await Promise.all(boards.map((board) => board.getByText('En direct').waitFor()))

    await call(1)
    await call(2)
    const north = await told(boards[0], 1)
    const south = await told(boards[1], 1)
    assert.deepEqual(
      north.map(({ ticket }) => ticket),
      ['N001'],
    )
    assert.deepEqual(
      south.map(({ ticket }) => ticket),
      ['N002'],
    )
    assert.doesNotMatch(await boards[0].locator('body').innerText(), /Maya|Ann/)
    await boards[1].getByText('Ann L.').first().waitFor()
    assert.doesNotMatch(JSON.stringify(south.map(({ texts }) => texts)), /Ann/)
  })
})
