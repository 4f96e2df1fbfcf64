// A key pressed while a command is under way: it counts afterwards, if it still means what it meant.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { nextTick } from 'vue'
import type { Moment } from '../../../agent-ui/src/composables/held-press.ts'
import type { KeyAction } from '../../../agent-ui/src/composables/keys.ts'
import { useCommands } from '../../../agent-ui/src/composables/use-commands.ts'
import { useHeldPress } from '../../../agent-ui/src/composables/use-held-press.ts'

const STEP = { visit: 'v1', ticket: 'A001', move: 'call', at: 0, hadNote: false } as const

/** A desk whose commands end when told, and whose screen is `shown`. */
function aDesk() {
  let shown: Moment = { at: 0, visit: 'v1', chosen: null, step: null, primary: 'begin' }
  const done: KeyAction[] = []
  const unused: KeyAction[] = []
  const idle: KeyAction[] = []
  let isPossible = true
  const commands = useCommands({ onSessionEnded: () => undefined })
  let end: (isDone: boolean) => void = () => undefined
  const press = useHeldPress({
    commands,
    moment: () => shown,
    act(action) {
      if (isPossible) done.push(action)
      return isPossible
    },
    tellUnused: (action) => unused.push(action),
    tellIdle: (action) => idle.push(action),
  })
  return {
    press,
    done,
    unused,
    idle,
    allow: (possible: boolean) => (isPossible = possible),
    show: (rest: Partial<Moment>) => (shown = { ...shown, ...rest }),
    /** A command under way. */
    start(intent: string): void {
      const answer = new Promise<void>((resolve, reject) => {
        end = (isDone) => {
          if (isDone) resolve()
          else reject(new Error('refused'))
        }
      })
      void commands.run({ intent, send: () => answer })
    },
    async end(isDone = true): Promise<void> {
      end(isDone)
      await new Promise(setImmediate)
      await nextTick()
    },
  }
}

describe('C1 a key pressed while a command is under way', () => {
  it('counts once the answer is there: Begin, then Finish', async () => {
    const desk = aDesk()
    desk.start('begin v1 null')
    desk.show({ at: 500 })
    assert.equal(desk.press('primary'), true)
    assert.deepEqual(desk.done, [])
    desk.show({ at: 700, primary: 'finish' })
    await desk.end()
    assert.deepEqual(desk.done, ['primary'])
    assert.deepEqual(desk.unused, [])
  })

  it('takes back the step under way, and never the one before it', async () => {
    for (const isMade of [true, false]) {
      const desk = aDesk()
      desk.show({ step: STEP })
      desk.start('begin v1 null')
      desk.press('undo')
      if (isMade) desk.show({ step: { ...STEP, move: 'begin' } })
      await desk.end()
      assert.deepEqual(desk.done, isMade ? ['undo'] : [])
      assert.deepEqual(desk.unused, isMade ? [] : ['undo'])
    }
  })

  const dropped: [string, string, KeyAction, Partial<Moment>][] = [
    ['nobody was there to be called', 'call-next 1', 'primary', { primary: 'call-next' }],
    ['another request is left', 'finish v1 []', 'primary', { primary: 'finish' }],
    ['somebody else is at the counter', 'hold v1 {}', 'leave', { visit: 'v2' }],
    ['nobody is at the counter', 'hold v1 {}', 'recall', { visit: null }],
    ['who was chosen is so no more', 'begin v7 null', 'chosen-leave', { chosen: null }],
    ['it took too long', 'begin v1 null', 'primary', { primary: 'finish', at: 2_001 }],
  ]
  for (const [why, intent, action, after] of dropped) {
    it(`does nothing, and says so, when ${why}`, async () => {
      const desk = aDesk()
      desk.show({ chosen: 'v7' })
      desk.start(intent)
      desk.press(action)
      desk.show(after)
      await desk.end()
      assert.deepEqual(desk.done, [])
      assert.deepEqual(desk.unused, [action])
    })
  }

  it('does nothing after a refusal, which is told already', async () => {
    const desk = aDesk()
    desk.start('begin v1 null')
    desk.press('hold')
    await desk.end(false)
    assert.deepEqual([desk.done, desk.unused], [[], []])
  })

  it('is one only: a second is told to be pressed again', async () => {
    const desk = aDesk()
    desk.start('call-next 1')
    desk.show({ at: 500 })
    desk.press('primary')
    desk.press('leave')
    desk.show({ primary: 'begin' })
    await desk.end()
    assert.deepEqual(desk.done, ['primary'])
    assert.deepEqual(desk.unused, ['leave'])
  })

  it('is no second recall: what is under way is not asked for again', async () => {
    const desk = aDesk()
    desk.start('recall v1 1')
    desk.show({ at: 500 })
    desk.press('recall')
    await desk.end()
    assert.deepEqual([desk.done, desk.unused], [[], ['recall']])
  })

  it('acts at once where it does not depend on the answer', () => {
    const desk = aDesk()
    desk.start('call-next 1')
    desk.press('help')
    assert.deepEqual(desk.done, ['help'])
  })
})

describe('C1 a double press', () => {
  it('is one wish, whether the answer was quick or slow', async () => {
    const desk = aDesk()
    desk.press('primary')
    desk.show({ at: 399 })
    assert.equal(desk.press('primary'), true)
    assert.deepEqual(desk.done, ['primary'])
    desk.start('call-next 1')
    desk.show({ at: 700 })
    desk.press('primary')
    await desk.end()
    assert.deepEqual([desk.done, desk.unused], [['primary'], []])
  })

  it('is two wishes once a moment lies between, and when another key does', () => {
    const desk = aDesk()
    desk.press('primary')
    desk.show({ at: 400 })
    desk.press('primary')
    desk.press('undo')
    desk.press('primary')
    assert.deepEqual(desk.done, ['primary', 'primary', 'undo', 'primary'])
  })

  it('is two wishes when any key lies between, even one that waits for nothing', () => {
    const desk = aDesk()
    for (const action of ['primary', 'office-now', 'primary'] as const) desk.press(action)
    assert.deepEqual(desk.done, ['primary', 'office-now', 'primary'])
  })
})

describe('C1 a key with which nothing can be done as things are', () => {
  it('is told, once for a double press, and not while something else is told', async () => {
    const desk = aDesk()
    desk.allow(false)
    assert.equal(desk.press('recall'), false)
    desk.show({ at: 50 })
    desk.press('recall')
    assert.deepEqual(desk.idle, ['recall'])

    desk.start('call v1 null')
    desk.show({ at: 2_000 })
    desk.press('hold')
    await desk.end()
    assert.deepEqual([desk.idle, desk.unused], [['recall'], ['hold']])
  })
})
