// What lets a board hang for months: what it keeps, when it loads a newer page, what it plays, what it
// says when its office is closed.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { scriptOf, watchForNewerPage } from '#protocol'
import { SAMPLE_BOARD } from '../../../server/protocol/samples.ts'
import { openBoardMemory } from '../../../display/src/composables/board-memory.ts'
import type { Medium } from '../../../display/src/composables/board-view.ts'
import { closedSign } from '../../../display/src/sign/closed-sign.ts'
import { closedWords, isClosed } from '../../../display/src/composables/closed.ts'
import { drift } from '../../../display/src/composables/night.ts'
import { createPlaylist } from '../../../display/src/composables/playlist.ts'
import { noNumbersNotice } from '../../../display/src/composables/no-numbers-notice.ts'

const MINUTE = 60_000
const NOW = Date.parse(SAMPLE_BOARD.at)
const HEARD = { at: NOW, local: NOW + 7 }
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A browser's storage that can fill up. */
function aStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    isFull: false,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}
const later = (): void => undefined

describe('the memory of a board', () => {
  it('D10 begins again with what it last knew, when that was, and what it has played', () => {
    const storage = aStorage()
    const before = openBoardMemory(storage, '/board/victoria', later)
    assert.deepEqual([before.view, before.heard, before.played], [null, null, []])
    before.keep(SAMPLE_BOARD, HEARD)
    before.playedOne([60, 1])
    before.playedOne([61, 2])

    const again = openBoardMemory(storage, '/board/victoria', later)
    assert.deepEqual(again.view, SAMPLE_BOARD)
    assert.deepEqual(again.heard, HEARD)
    assert.deepEqual(again.played, [
      [60, 1],
      [61, 2],
    ])
    assert.equal(openBoardMemory(storage, '/board/cranbrook', later).view, null)
  })

  it('D10 does not grow, is not written at every change, and goes on when the device is full', () => {
    const storage = aStorage()
    const due: (() => void)[] = []
    const memory = openBoardMemory(storage, 'b', (_ms, run) => due.push(run))
    for (let call = 1; call <= 20_000; call += 1) memory.playedOne([call, 1])
    for (let n = 0; n < 50; n += 1) memory.keep({ ...SAMPLE_BOARD, version: n }, HEARD)

    assert.equal(due.length, 1)
    assert.equal(openBoardMemory(storage, 'b', later).view?.version, 0)
    due.shift()?.()
    assert.equal(due.length, 1)
    due.shift()?.()
    assert.equal(due.length, 0)
    const again = openBoardMemory(storage, 'b', later)
    assert.equal(again.view?.version, 49)
    assert.equal(again.played.length, 60)
    assert.deepEqual(again.played.at(-1), [20_000, 1])
    storage.isFull = true
    again.playedOne([20_001, 1])
    again.keep(SAMPLE_BOARD, HEARD)
  })

  it('D10 takes what was written half for nothing', () => {
    const storage = aStorage()
    storage.kept.set('guichet.board.view:b', '{"view":')

    assert.equal(openBoardMemory(storage, 'b', later).view, null)
  })
})

describe('a newer page', () => {
  function aPage(theirs: () => Promise<string | null>) {
    let look = (): void => undefined
    const state = { isQuiet: false, reloads: 0 }
    const newer = watchForNewerPage({
      mine: () => '/assets/display-1.js',
      theirs,
      isQuiet: () => state.isQuiet,
      reload: () => (state.reloads += 1),
      every(_ms, run) {
        look = run
        return () => undefined
      },
    })
    return { newer, state, tick: () => look() }
  }

  it('D10 is loaded at a quiet moment, and not before', async () => {
    const { newer, state, tick } = aPage(() => Promise.resolve('/assets/display-2.js'))
    await newer.look()
    tick()
    assert.equal(state.reloads, 0)

    state.isQuiet = true
    tick()
    assert.equal(state.reloads, 1)
  })

  it('D10 is not seen in the same page, nor in a server that does not answer', async () => {
    for (const theirs of [
      () => Promise.resolve('/assets/display-1.js'),
      () => Promise.resolve(null),
      () => Promise.reject(new Error('cut')),
    ]) {
      const { newer, state, tick } = aPage(theirs)
      state.isQuiet = true
      await newer.look()
      tick()
      assert.equal(state.reloads, 0)
    }
  })

  it('D10 is known by its script', () => {
    const html =
      '<head><script type="module" crossorigin src="/assets/display-2.js"></script></head>'

    assert.equal(scriptOf(html), '/assets/display-2.js')
    assert.equal(scriptOf('<p>Bad gateway</p>'), null)
  })
})

describe('the playlist of a board', () => {
  const image = (id: string, seconds: number | null = 10): Medium => ({
    ...{ id, type: 'image/png', path: `/media/${id}.png`, seconds, alt: null },
  })
  function aStage(broken: string[] = []) {
    const shown: (string | null)[] = []
    const held = new Set<string>()
    let timer: { ms: number; run: () => void } | null = null
    const playlist = createPlaylist({
      locate({ id }) {
        if (broken.includes(id)) return Promise.reject(new Error('not kept'))
        held.add(`${id}!`)
        return Promise.resolve(`${id}!`)
      },
      release: (address) => held.delete(address),
      onPlaying: (playing) => shown.push(playing?.medium.id ?? null),
      after(ms, run) {
        timer = { ms, run }
        return () => (timer = null)
      },
    })
    return {
      playlist,
      shown,
      held,
      waits: () => timer?.ms ?? null,
      async pass() {
        const due = timer
        timer = null
        due?.run()
        await settled()
      },
    }
  }

  it('D7 shows images for their time and videos to their end, round and round', async () => {
    const stage = aStage()
    stage.playlist.set([image('a', 10), image('film', null), image('b', 5)])
    await settled()
    assert.equal(stage.waits(), 10_000)
    await stage.pass()
    assert.equal(stage.waits(), null)
    stage.playlist.next()
    await settled()
    assert.equal(stage.waits(), 5_000)
    await stage.pass()

    assert.deepEqual(stage.shown, ['a', 'film', 'b', 'a'])
    assert.equal(stage.held.size, 1)
  })

  it('D7 passes over what cannot be had, and tries again later when that is all of it', async () => {
    const broken = ['a', 'b']
    const stage = aStage(broken)
    stage.playlist.set([image('a'), image('b')])
    await settled()
    assert.deepEqual(stage.shown, [null])
    broken.pop()
    await stage.pass()

    assert.deepEqual(stage.shown, [null, 'b'])
  })

  it('D7 does not go round and round what the browser cannot play', async () => {
    const stage = aStage()
    stage.playlist.set([image('a', null), image('b', null)])
    await settled()
    for (let n = 0; n < 2; n += 1) {
      stage.playlist.fail()
      await settled()
    }
    assert.deepEqual(stage.shown, ['a', 'b', null])
    await stage.pass()

    assert.deepEqual(stage.shown, ['a', 'b', null, 'a'])
  })

  it('D7 goes on with what is still in a changed list, begins anew otherwise, and ends with an empty one', async () => {
    const stage = aStage()
    stage.playlist.set([image('a'), image('b')])
    await settled()
    stage.playlist.set([image('c'), image('a')])
    await settled()
    stage.playlist.set([image('c')])
    await settled()
    stage.playlist.set([])
    await settled()

    assert.deepEqual(stage.shown, ['a', 'c', null])
    assert.equal(stage.held.size, 0)
  })
})

describe('a board whose office is closed', () => {
  const office = SAMPLE_BOARD.rows.find((row) => row.kind === 'office')!
  const open = SAMPLE_BOARD.rows.find((row) => row.kind === 'intake')!
  const until = (minutes: number): string => new Date(NOW + minutes * MINUTE).toISOString()
  const lunch = {
    ...{ ...open, isOpen: false, why: 'hours' as const, changesAt: until(60) },
  }

  const still = { en: 'Still called.', fr: 'Encore appelés.' }

  it('D12 knows it by the hours, and no longer when it is cut off and they are over', () => {
    assert.ok(!isClosed(open, NOW))
    assert.ok(!isClosed(null, NOW))
    assert.ok(isClosed(lunch, NOW))
    assert.ok(!isClosed(lunch, NOW + 60 * MINUTE))
    assert.ok(isClosed({ ...lunch, changesAt: null }, NOW))
    assert.ok(!isClosed({ ...lunch, why: 'stopped' }, NOW))
  })

  it('D12 says when people may come back, on the same day and on another', () => {
    const back = (when: string): string => `De retour ${when}`

    const soon = closedWords(office, lunch, 'fr', NOW, back)
    assert.match(soon.next, /^De retour à 12\sh\s42$/)
    assert.match(closedWords(office, lunch, 'en', NOW, null).next, /^Opens at 12:42\sp\.m\.$/)
    const tomorrow = { ...lunch, changesAt: until(20 * 60) }
    assert.match(closedWords(office, tomorrow, 'fr', NOW, back).next, /^Ouvre le mardi 24 novembre/)
  })

  it('D7 tells people when no more numbers are given', () => {
    assert.equal(noNumbersNotice({ office, intake: open }, NOW, null), null)
    const stopped = { ...lunch, why: 'stopped' as const, reason: 'full' as const }

    const notice = noNumbersNotice({ office, intake: stopped }, NOW, still)
    assert.match(notice!.words.en, /no more numbers.*can be served today/)
    assert.match(notice!.words.fr, /plus de numéros.*servir aujourd’hui/)
  })

  it('D7 tells those who wait after closing that they are still called', () => {
    const said = noNumbersNotice({ office, intake: lunch }, NOW, still)
    assert.match(said!.words.en, /^Closed now\. Opens at 12:42\sp\.m\. Still called\.$/)
    assert.match(said!.words.fr, /^Fermé\. Ouvre à 12\sh\s42\. Encore appelés\.$/)
    assert.equal(noNumbersNotice({ office, intake: lunch }, NOW + 60 * MINUTE, still), null)
  })

  it('D6 says so on the sign of a counter that waits for somebody, and when it opens the same day', () => {
    assert.equal(closedSign(office, open, NOW), null)
    const [, soon] = closedSign(office, lunch, NOW)!
    assert.match(soon!.next, /^Ouvre à 12\sh\s42\.$/)
    const tomorrow = { ...lunch, changesAt: until(20 * 60) }
    assert.deepEqual(
      closedSign(office, tomorrow, NOW)!.map(({ status, next }) => [status, next]),
      [
        ['Closed now', ''],
        ['Fermé', ''],
      ],
    )
    // Where nobody is given a number, none is called.
    assert.match(closedSign({ ...office, reception: false }, tomorrow, NOW)![0]!.next, /^Opens on/)
  })

  it('D12 moves what it shows a little each minute, within bounds, for hours without coming round', () => {
    const places = Array.from({ length: 221 }, (_, minute) => drift(NOW + minute * MINUTE))

    for (const { x, y } of places) assert.ok(Math.abs(x) <= 1 && Math.abs(y) <= 1)
    const seen = new Set(places.map(({ x, y }) => `${x.toFixed(6)} ${y.toFixed(6)}`))
    assert.ok(seen.size > 50, `${seen.size}`)
    assert.deepEqual(drift(NOW), drift(NOW + 20_000))
  })
})
