// Which devices the desk is told of.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { DeviceHealth } from '#protocol'
import { troublesOf, withHealth } from '../../../agent-ui/src/composables/device-troubles.ts'

const NOW = Date.parse('2026-06-02T17:00:00Z')
const MINUTE = 60_000

function health(printer: DeviceHealth['printer'], agoMs = 0, device = 'k1'): DeviceHealth {
  return {
    ...{ device, office: 'victoria', kind: 'kiosk', name: 'Kiosk 1', printer },
    ...{ version: '1', uptime: 1, network: { cuts: 0, roundTrip: 5 } },
    heardAt: new Date(NOW - agoMs).toISOString(),
  }
}
const troubles = (...devices: DeviceHealth[]) =>
  troublesOf(devices, NOW).map(({ trouble }) => trouble)

describe('devices that need somebody', () => {
  it('A21 are those whose printer does not print, or not for long', () => {
    for (const printer of ['paper-low', 'paper-out', 'cover-open', 'jam', 'offline'] as const)
      assert.deepEqual(troubles(health(printer)), [printer])
    assert.deepEqual(troubles(health('ready'), health('none', 0, 'k2')), [])
  })

  it('A21 are those that are silent, whatever they said last, unless they were switched off', () => {
    assert.deepEqual(troubles(health('ready', 2 * MINUTE)), [])
    assert.deepEqual(troubles(health('ready', 3 * MINUTE)), ['silent'])
    assert.deepEqual(troubles(health('paper-out', 3 * MINUTE)), ['silent'])
    assert.deepEqual(troubles(health('ready', 9 * 60 * MINUTE)), [])
  })

  it('are known by what they said last, each in its place', () => {
    const two = withHealth([health('ready')], health('ready', 0, 'k2'))
    const [first, second] = withHealth(two, health('jam'))

    assert.deepEqual([first?.device, first?.printer], ['k1', 'jam'])
    assert.deepEqual([second?.device, second?.printer], ['k2', 'ready'])
  })
})
