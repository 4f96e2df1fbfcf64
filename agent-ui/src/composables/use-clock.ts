// One clock for the whole screen: it ticks once a second, and whoever shows a time reads it. What
// is drawn changes only when its text does.
import {
  inject,
  onMounted,
  onUnmounted,
  provide,
  shallowRef,
  watch,
  type InjectionKey,
  type Ref,
} from 'vue'

export interface Clock {
  /** The office's clock, UTC ms; changes once a second. */
  readonly now: Readonly<Ref<number>>
  /** The same at this very moment, or when ours showed `local` (UTC ms). */
  read(local?: number): number
}

const KEY: InjectionKey<Clock> = Symbol('clock')

/** `read` asks the live connection; each new `view` is drawn at its own time. */
export function provideClock(read: Clock['read'], view: Readonly<Ref<unknown>>): Clock {
  const now = shallowRef(read())
  const tick = (): void => {
    now.value = read()
  }
  watch(view, tick)
  let ticking: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    ticking = setInterval(tick, 1_000)
  })
  onUnmounted(() => {
    clearInterval(ticking)
  })
  const clock = { now, read }
  provide(KEY, clock)
  return clock
}

export function useClock(): Clock {
  const clock = inject(KEY)
  if (!clock) throw new Error('no clock was provided')
  return clock
}
