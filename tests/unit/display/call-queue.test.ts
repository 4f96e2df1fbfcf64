// Moments of calling: each played once, in order, in full.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import {
  createCallQueue,
  type Heard,
  type Moment,
} from '../../../display/src/composables/call-queue.ts'
import { rounds } from '../../support/long.ts'

const LASTS = 6_000

const aMoment = (call: number, times = 1, visit = `visit-${call}`): Moment => ({
  ...{ call, times, place: call, visit, counter: '1', service: 'notary', language: 'en' },
  ...{ ticket: `A${String(call).padStart(3, '0')}`, isQuiet: false, name: null },
})

/** A board on a clock of the test's own, and the log of what it played from when to when. */
function aBoard({ fails = [] as number[] } = {}) {
  const log: { call: number; times: number; from: number; to: number | null }[] = []
  const over: Heard[] = []
  const timers: { at: number; callback: () => void }[] = []
  let pending: readonly Moment[] = []
  let now = 0
  const queue = createCallQueue({
    onChange: (next) => (pending = next),
    onPlayed: (played) => over.push(played),
    async play({ call, times }) {
      const played = { call, times, from: now, to: null as number | null }
      log.push(played)
      await new Promise<void>((resolve) => timers.push({ at: now + LASTS, callback: resolve }))
      played.to = now
      if (fails.includes(call)) throw new Error('no sound')
    },
  })
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    log,
    over,
    pending: () => pending.map(({ call }) => call),
    hear: (call: number, times?: number, visit?: string) => queue.hear(aMoment(call, times, visit)),
    skip: queue.skip,
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find((timer) => timer.at <= until)
        if (!due) break
        timers.splice(timers.indexOf(due), 1)
        now = due.at
        due.callback()
        await settled()
      }
      now = until
    },
    times: () => log.map(({ call, from }) => [from, call]),
    calls: () => log.map(({ call }) => call),
  }
}

describe('the call queue', () => {
  it('D1 plays a call at once when nothing is playing, then rests', async () => {
    const board = aBoard()

    board.hear(7)
    assert.deepEqual(board.pending(), [7])
    await board.pass(60_000)

    assert.deepEqual(board.log, [{ call: 7, times: 1, from: 0, to: LASTS }])
    assert.deepEqual(board.over, [[7, 1]])
    assert.deepEqual(board.pending(), [])
  })

  it('D2 lets a second call wait until the first has been played in full', async () => {
    const board = aBoard()

    board.hear(1)
    await board.pass(1_000)
    board.hear(2)
    board.hear(3)
    await board.pass(60_000)

    assert.deepEqual(board.times(), [
      [0, 1],
      [6_000, 2],
      [12_000, 3],
    ])
  })

  it('D2 plays each call once, however often and from wherever it is heard', async () => {
    const board = aBoard()

    board.hear(1)
    board.hear(1)
    await board.pass(10_000)
    board.hear(1)
    await board.pass(10_000)

    assert.deepEqual(board.times(), [[0, 1]])
  })

  it('D2 plays a call of a moment ago that is heard late, before the newer ones that wait', async () => {
    const board = aBoard()

    board.hear(5)
    board.hear(8)
    board.hear(7)
    await board.pass(60_000)

    assert.deepEqual(board.calls(), [5, 7, 8])
  })

  it('D1 draws the eye again for a recall, even of the call that is being played', async () => {
    const board = aBoard()

    board.hear(1)
    board.hear(1, 2)
    await board.pass(60_000)
    board.hear(1, 2)
    board.hear(1, 4)
    await board.pass(60_000)

    assert.deepEqual(
      board.log.map(({ times, from }) => [from, times]),
      [
        [0, 1],
        [6_000, 2],
        [60_000, 4],
      ],
    )
  })

  it('D2 says only where to go now, in its first turn, of a visit called again before that turn', async () => {
    const board = aBoard()

    board.hear(1, 1, 'ann')
    board.hear(2, 1, 'bob')
    board.hear(3, 1, 'cho')
    board.hear(4, 1, 'bob')
    board.hear(3, 2, 'cho')
    await board.pass(60_000)
    board.hear(2, 1, 'bob')
    await board.pass(60_000)

    assert.deepEqual(
      board.log.map(({ call, times, from }) => [from, call, times]),
      [
        [0, 1, 1],
        [6_000, 4, 1],
        [12_000, 3, 2],
      ],
    )
  })

  it('D2 goes on after a call that could not be played', async () => {
    const board = aBoard({ fails: [1] })

    board.hear(1)
    board.hear(2)
    await board.pass(60_000)

    assert.deepEqual(board.times(), [
      [0, 1],
      [6_000, 2],
    ])
  })

  it('D10 never plays what was old when the board first looked, but a recall of it', async () => {
    const board = aBoard()

    board.skip([
      [3, 1],
      [4, 2],
    ])
    for (const call of [4, 3]) board.hear(call)
    board.hear(4, 2)
    await board.pass(10_000)
    assert.deepEqual(board.log, [])

    board.hear(3, 2)
    await board.pass(10_000)
    assert.deepEqual(board.calls(), [3])
  })

  it('D2 still plays new calls after thousands of them', async () => {
    const board = aBoard()

    for (let call = 1; call <= 3_000; call += 1) board.hear(call)
    await board.pass(3_000 * LASTS)
    board.hear(2_999)
    board.hear(3_001)
    await board.pass(2 * LASTS)

    assert.equal(board.log.length, 3_001)
    assert.equal(new Set(board.calls()).size, 3_001)
  })

  it('D2 plays whatever comes, one at a time, in full, none twice, none lost @long', async () => {
    const step = fc.record({
      call: fc.integer({ min: 1, max: 30 }),
      times: fc.integer({ min: 1, max: 3 }),
      then: fc.integer({ min: 0, max: 9_000 }),
    })
    // A visit may be called again: each is of a few calls.
    const visitOf = (call: number): string => `visit-${call % 7}`
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const board = aBoard()
        for (const { call, times, then } of steps) {
          board.hear(call, times, visitOf(call))
          await board.pass(then)
        }
        await board.pass(61 * LASTS)

        const keys = board.log.map(({ call, times }) => `${call}.${times}`)
        assert.equal(new Set(keys).size, keys.length)
        assert.deepEqual(
          board.over.map(([call, times]) => `${call}.${times}`),
          keys,
        )
        board.log.forEach(({ from, to }, index) => {
          assert.ok(to !== null && to - from >= LASTS)
          assert.ok(from >= (board.log[index - 1]?.to ?? 0))
        })
        for (const { call, times } of steps) {
          const isSaid = board.log.some(
            (each) =>
              (each.call === call && each.times >= times) ||
              (each.call > call && visitOf(each.call) === visitOf(call)),
          )
          assert.ok(isSaid, `${call}.${times} was lost`)
        }
      }),
      { numRuns: rounds(100, 3_000) },
    )
  })
})
