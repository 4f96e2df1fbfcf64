import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import fc from 'fast-check'
import { Scheduler } from '../../../server/cli/simulate/scheduler.ts'
import { DrivenClock } from './driven-clock.ts'

describe('the scheduler of a simulated day', () => {
  it('does things in the order of their times, whatever order they were planned in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 })), async (times) => {
        const scheduler = new Scheduler(new DrivenClock(0))
        const done: [number, number][] = []
        times.forEach((at, order) => {
          scheduler.at(at, () => void done.push([at, order]))
        })

        await scheduler.run()

        const expected = times.map((at, order): [number, number] => [at, order])
        assert.deepEqual(
          done,
          expected.sort(([a, first], [b, second]) => a - b || first - second),
        )
      }),
    )
  })

  it('does what is planned while it runs, at its time', async () => {
    const clock = new DrivenClock(100)
    const scheduler = new Scheduler(clock)
    const seen: number[] = []
    scheduler.at(200, () => {
      seen.push(clock.now())
      scheduler.at(250, () => void seen.push(clock.now()))
    })
    scheduler.at(300, () => void seen.push(clock.now()))

    await scheduler.run()

    assert.deepEqual(seen, [200, 250, 300])
  })

  it('does not hold up what is due for what is on its way', async () => {
    const scheduler = new Scheduler(new DrivenClock(0))
    const seen: string[] = []
    let arrive: () => void = () => undefined
    scheduler.at(1, async () => {
      await new Promise<void>((resolve) => (arrive = resolve))
      seen.push('answered')
    })
    scheduler.at(2, () => {
      seen.push('next')
      arrive()
    })

    await scheduler.run()

    assert.deepEqual(seen, ['next', 'answered'])
  })

  it('ends when nothing is planned and nothing is on its way', async () => {
    const scheduler = new Scheduler(new DrivenClock(0))
    let isDone = false
    scheduler.at(1, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      isDone = true
    })

    await scheduler.run()

    assert.equal(isDone, true)
  })

  it('does not wait for what nobody needs once everything else is done', async () => {
    const scheduler = new Scheduler(new DrivenClock(0))
    const seen: string[] = []
    scheduler.atWhileItLasts(1, () => void seen.push('renewed'))
    scheduler.at(2, () => void seen.push('served'))
    scheduler.atWhileItLasts(3, () => void seen.push('renewed again'))

    await scheduler.run()

    assert.deepEqual(seen, ['renewed', 'served'])
  })

  it('stops at the first failure and says which', async () => {
    const scheduler = new Scheduler(new DrivenClock(0))
    scheduler.at(1, () => Promise.reject(new Error('no paper')))

    await assert.rejects(scheduler.run(), /no paper/)
  })

  it('forgets what is planned when it is stopped', async () => {
    const scheduler = new Scheduler(new DrivenClock(0))
    const seen: number[] = []
    scheduler.at(1, () => {
      seen.push(1)
      scheduler.stop()
    })
    scheduler.at(2, () => void seen.push(2))

    await scheduler.run()

    assert.deepEqual(seen, [1])
  })
})
