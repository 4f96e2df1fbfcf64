// One clock for the whole screen: it ticks once a second, and whoever shows a time reads it. What
// is drawn changes only when its text does.
import {
  inject,
  onMounted,
  onUnmounted,
  provide,
  shallowRef,
  type InjectionKey,
  type Ref,
} from 'vue'
import { createOfficeClock } from '#protocol'

export interface Clock {
  /** The office's clock, UTC ms; changes once a second. */
  readonly now: Readonly<Ref<number>>
  /** What the office's clock showed when ours showed `local` (UTC ms). */
  read(local: number): number
  heard(at: number): void
}

const KEY: InjectionKey<Clock> = Symbol('clock')

export function provideClock(): Clock {
  const clock = createOfficeClock()
  const now = shallowRef(Date.now())
  const tick = (): void => {
    now.value = clock.read(Date.now())
  }
  let ticking: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    ticking = setInterval(tick, 1_000)
  })
  onUnmounted(() => {
    clearInterval(ticking)
  })
  const provided: Clock = {
    now,
    read: (local) => clock.read(local),
    heard(at) {
      clock.heard(at, Date.now())
      tick()
    },
  }
  provide(KEY, provided)
  return provided
}

export function useClock(): Clock {
  const clock = inject(KEY)
  if (!clock) throw new Error('no clock was provided')
  return clock
}
