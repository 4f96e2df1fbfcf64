// The office's clock as a screen knows it between views.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { createOfficeClock } from '#protocol'

describe('the office’s clock on a screen', () => {
  it('is our own until a view has said what time it is', () => {
    assert.equal(createOfficeClock().read(5_000), 5_000)
  })

  it('goes on from the last view, whatever our own clock shows', () => {
    const clock = createOfficeClock()
    clock.heard(1_000_000, 50)

    assert.equal(clock.read(1_050), 1_001_000)
  })

  it('does not take a slow network for a fast clock', () => {
    const clock = createOfficeClock()
    clock.heard(1_000_000, 0)
    clock.heard(1_007_000, 6_000)

    assert.equal(clock.read(7_000), 1_008_000)
  })

  it('follows a demo’s clock that runs sixty times faster', () => {
    const clock = createOfficeClock()
    clock.heard(0, 0)
    clock.heard(600_000, 10_000)

    assert.equal(clock.read(11_000), 660_000)
  })

  it('begins again when the server’s clock was set back', () => {
    const clock = createOfficeClock()
    clock.heard(0, 0)
    clock.heard(600_000, 10_000)
    clock.heard(100_000, 12_000)

    assert.equal(clock.read(13_000), 101_000)
  })

  it('learns its speed from a view and one heartbeat, and stands still with it', () => {
    const clock = createOfficeClock()
    clock.heard(1_000_000, 0)
    clock.heard(1_000_000, 4_000)

    assert.equal(clock.read(9_000), 1_000_000)
  })

  it('is not held up by what was decided before a heartbeat and told after it', () => {
    const clock = createOfficeClock()
    clock.heard(0, 0)
    clock.heard(240_000, 4_000)
    clock.heard(238_000, 4_010)

    assert.equal(clock.read(5_000), 300_000)
  })

  it('forgets within a heartbeat that our own clock was put forward', () => {
    const clock = createOfficeClock()
    clock.heard(0, 0)
    clock.heard(4_000, 3_604_000)
    clock.heard(8_000, 3_608_000)

    assert.equal(clock.read(3_610_000), 10_000)
  })
})
