// Work that nobody waits for: bounded, and never in the way of a stop.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { PushQueue } from '../../../server/features/phone/push-queue.ts'

describe('the queue of pushes', () => {
  it('A12 does so many at once, holds so many more, and leaves out the rest', async () => {
    const queue = new PushQueue(2, 3)
    const ends: (() => void)[] = []
    const work = () => new Promise<void>((resolve) => ends.push(resolve))
    const added = Array.from({ length: 7 }, () => queue.add(work))
    assert.deepEqual(added, [true, true, true, true, true, false, false])
    assert.equal(ends.length, 2)
    ends.shift()?.()
    await new Promise(setImmediate)
    assert.equal(ends.length, 2)
    assert.equal(queue.add(work), true)
  })

  it('A12 stops once what is under way has ended, and begins nothing more', async () => {
    const queue = new PushQueue(1, 3)
    let begun = 0
    let end = (): void => undefined
    const work = () =>
      new Promise<void>((resolve) => {
        begun += 1
        end = resolve
      })
    queue.add(work)
    queue.add(work)
    const stopped = queue.stop()
    assert.equal(queue.add(work), false)
    end()
    await stopped
    assert.equal(begun, 1)
  })
})
