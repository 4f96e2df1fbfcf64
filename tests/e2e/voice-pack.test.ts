// A board that has no voice until its office uploads one.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import type { Page } from 'playwright-core'
import { below, zip } from '../support/archives.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { sqliteOnly } from '../support/databases.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { packSounds } from '../support/room-files.ts'
import { Screens } from './screens.ts'

describe('the voice pack of an office', function () {
  this.timeout(60_000)
  let browser: TestBrowser
  let office: TestOffice
  const media = mkdtempSync(join(tmpdir(), 'guichet-media-'))

  before(async () => {
    browser = await openBrowser()
    office = await openOffice(sqliteOnly(), {
      env: {
        ...{ VOICE_PACKS: media, MEDIA_FOLDER: media, VOICE_PROGRAM: '/no/such/program' },
        // Not the usual one: other tests of this machine may have made sounds there.
        SPEECH_FOLDER: join(media, 'speech'),
      },
    })
  })
  after(async () => {
    await browser.closePages().finally(() => office.close())
    await browser.close()
    rmSync(media, { recursive: true })
  })

  const kept = (board: Page, many: number) =>
    board.waitForFunction(async (least) => {
      const keys = await (await caches.open('guichet-voice')).keys()
      const sounds = keys.filter(({ url }) => !url.endsWith('.json'))
      return least === 0 ? sounds.length === 0 : sounds.length >= least
    }, many)

  const isReady = (board: Page) =>
    board.waitForFunction(() => document.documentElement.dataset.voice === 'ready')

  it('D5 is heard from an open board as soon as it is there, and no more once it is taken away', async () => {
    const board = await new Screens(office, browser).board()
    await isReady(board)
    const manager = await office.signIn('manager.victoria')
    const pack = ['en_CA', 'fr_CA'].flatMap((name) => [...below(name, packSounds(name))])
    const { packs } = await manager.addVoicePack(
      'victoria',
      new Blob([new Uint8Array(zip(new Map(pack)))]),
    )
    assert.deepEqual(
      packs.map(({ lacks }) => lacks.words),
      [['counter'], ['counter']],
    )
    await kept(board, 70)
    await isReady(board)
    await office.checkIn('notary')
    await (await office.signIn('agent.victoria')).callNext('victoria', '2')
    await board.waitForFunction(() => window.told.length > 0)
    const [told] = await board.evaluate(() => window.told)
    assert.deepEqual(told?.by, ['recordings', 'recordings'])
    // Nobody says “counter” in it: the number is said, and where to go is written.
    assert.deepEqual(told.missing, ['counter-2', 'counter-2'])

    for (const language of ['en', 'fr'] as const)
      await manager.removeVoicePack('victoria', language)
    await kept(board, 0)
  })
})
