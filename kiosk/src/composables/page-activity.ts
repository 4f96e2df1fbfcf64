// The page's own clock and signs of life: what a kiosk counts as somebody being there.
import { onScopeDispose } from 'vue'
import type { IdleClock } from './useIdleReset.ts'

const TICK = 250
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'focusin', 'wheel', 'touchmove'] as const

export const pageClock: IdleClock = {
  now: () => Date.now(),
  everyTick(callback) {
    const ticking = setInterval(callback, TICK)
    return () => {
      clearInterval(ticking)
    }
  },
}

/** Calls back at each touch, key or move of the focus, for as long as the component lives. */
export function onActivity(callback: () => void): void {
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, callback, { passive: true })
  onScopeDispose(() => {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, callback)
  })
}
