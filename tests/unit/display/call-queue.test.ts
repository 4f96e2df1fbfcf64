// Moments of calling: each played once, in order, in full.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createCallQueue, type Moment } from '../../../display/src/composables/call-queue.ts'

const aMoment = (id: number): Moment => ({
  id,
  visit: `visit-${id}`,
  ticket: `A${String(id).padStart(3, '0')}`,
  counter: '1',
})

/** A board with a clock of the test's own, and the log of what it played when. */
function aBoard() {
  const log: [at: number, id: number | null][] = []
  const timers: { at: number; callback: () => void }[] = []
  let now = 0
  const queue = createCallQueue({
    lasts: 6_000,
    after: (ms, callback) => timers.push({ at: now + ms, callback }),
    play: (moment) => log.push([now, moment?.id ?? null]),
  })
  return {
    log,
    hear: (id: number) => {
      queue.hear(aMoment(id))
    },
    skip: queue.skip,
    pass(ms: number) {
      const until = now + ms
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find((timer) => timer.at <= until)
        if (!due) break
        timers.splice(timers.indexOf(due), 1)
        now = due.at
        due.callback()
      }
      now = until
    },
  }
}

describe('the call queue', () => {
  it('plays a call at once when nothing is playing, then rests', () => {
    const board = aBoard()

    board.hear(7)
    board.pass(60_000)

    assert.deepEqual(board.log, [
      [0, 7],
      [6_000, null],
    ])
  })

  it('lets a second call wait until the first has been played in full', () => {
    const board = aBoard()

    board.hear(1)
    board.pass(1_000)
    board.hear(2)
    board.hear(3)
    board.pass(60_000)

    assert.deepEqual(board.log, [
      [0, 1],
      [6_000, 2],
      [12_000, 3],
      [18_000, null],
    ])
  })

  it('plays each call once, however often and from wherever it is heard', () => {
    const board = aBoard()

    board.hear(1)
    board.hear(1)
    board.pass(10_000)
    board.hear(1)
    board.pass(10_000)

    assert.deepEqual(
      board.log.filter(([, id]) => id === 1),
      [[0, 1]],
    )
  })

  it('plays a call of a moment ago that is heard late, before the newer ones that wait', () => {
    const board = aBoard()

    board.hear(5)
    board.hear(8)
    board.hear(7)
    board.pass(60_000)

    assert.deepEqual(
      board.log.map(([, id]) => id),
      [5, 7, 8, null],
    )
  })

  it('never plays what was old when the board first looked', () => {
    const board = aBoard()

    board.skip([3, 4])
    board.hear(4)
    board.hear(3)
    board.pass(10_000)

    assert.deepEqual(board.log, [])
  })

  it('still plays new calls after thousands of them', () => {
    const board = aBoard()

    for (let id = 1; id <= 3_000; id += 1) board.hear(id)
    board.pass(3_000 * 6_000)
    board.hear(2_999)
    board.hear(3_001)
    board.pass(10_000)

    const played = board.log.map(([, id]) => id).filter((id) => id !== null)
    assert.equal(played.length, 3_001)
    assert.equal(new Set(played).size, 3_001)
  })
})
