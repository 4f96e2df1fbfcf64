import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { followedClock } from '../../../server/cli/simulate/day-clock.ts'

describe('the clock that a simulated day follows', () => {
  it('runs on from what the server showed, as fast as the server’s', async () => {
    const clock = followedClock({ now: 1_000_000, speed: 1_000 }, performance.now() - 50)
    const first = clock.now()
    assert.ok(first >= 1_050_000 && first < 1_080_000, String(first))

    await clock.sleep(first + 20_000).done

    const slept = clock.now() - first
    assert.ok(slept >= 18_000 && slept < 200_000, String(slept))
  })

  it('does not sleep for what has passed, and can be woken', async () => {
    const clock = followedClock({ now: 0, speed: 1 }, performance.now())
    await clock.sleep(-5).done

    const long = clock.sleep(3_600_000)
    long.hurry()

    await long.done
    assert.ok(clock.now() < 60_000)
  })
})
