// The idle reset, driven by a clock of the test's own.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { effectScope, ref } from 'vue'
import { IDLE_TIMES, TICKET_TIMES, type IdleTimes } from '../../../kiosk/src/composables/idle.ts'
import { useIdleReset } from '../../../kiosk/src/composables/useIdleReset.ts'

function kioskLeftAlone(initial: IdleTimes | null) {
  let now = 1_000_000
  let tick: (() => void) | null = null
  let timesOver = 0
  const times = ref<IdleTimes | null>(initial)
  const scope = effectScope()
  const idle = scope.run(() =>
    useIdleReset(
      times,
      {
        now: () => now,
        everyTick(callback) {
          tick = callback
          return () => {
            tick = null
          }
        },
      },
      () => {
        timesOver += 1
        times.value = null
      },
    ),
  )
  assert.ok(idle)
  return {
    ...idle,
    times,
    pass(seconds: number) {
      now += seconds * 1_000
      tick?.()
    },
    timesOver: () => timesOver,
    isTicking: () => tick !== null,
  }
}

describe('a kiosk that nobody touches', () => {
  it('stays quiet for 30 seconds, warns for 20, then starts over once', () => {
    const kiosk = kioskLeftAlone(IDLE_TIMES)

    kiosk.pass(29.9)
    assert.deepEqual(kiosk.phase.value, { is: 'active' })
    kiosk.pass(0.1)
    assert.deepEqual(kiosk.phase.value, { is: 'warning', secondsLeft: 20 })
    kiosk.pass(19.5)
    assert.deepEqual(kiosk.phase.value, { is: 'warning', secondsLeft: 1 })
    assert.equal(kiosk.timesOver(), 0)
    kiosk.pass(0.5)
    kiosk.pass(60)

    assert.equal(kiosk.timesOver(), 1)
    assert.equal(kiosk.isTicking(), false)
  })

  it('gives the whole time again to whoever asks for it, as often as they ask', () => {
    const kiosk = kioskLeftAlone(IDLE_TIMES)

    for (let asked = 0; asked < 12; asked += 1) {
      kiosk.pass(44)
      assert.equal(kiosk.phase.value.is, 'warning')
      kiosk.touch()
      assert.deepEqual(kiosk.phase.value, { is: 'active' })
    }

    assert.equal(kiosk.timesOver(), 0)
  })

  it('says from the first second when the ticket closes', () => {
    const kiosk = kioskLeftAlone(TICKET_TIMES)

    assert.deepEqual(kiosk.phase.value, { is: 'warning', secondsLeft: 20 })
    kiosk.pass(19)
    assert.deepEqual(kiosk.phase.value, { is: 'warning', secondsLeft: 1 })
    kiosk.pass(1)

    assert.equal(kiosk.timesOver(), 1)
  })

  it('counts from the new step when the step changes, and not at all while nobody is waited for', () => {
    const kiosk = kioskLeftAlone(IDLE_TIMES)
    kiosk.pass(29)

    kiosk.times.value = null
    kiosk.pass(600)
    kiosk.times.value = TICKET_TIMES

    assert.deepEqual(kiosk.phase.value, { is: 'warning', secondsLeft: 20 })
    assert.equal(kiosk.timesOver(), 0)
  })
})
