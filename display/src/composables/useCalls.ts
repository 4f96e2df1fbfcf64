// The calls as they are played: each shown and said in full, one after another.
import { ref, shallowRef } from 'vue'
import type { BoardMemory } from './board-memory.ts'
import { createCallQueue, type Moment } from './call-queue.ts'

/** Each call has the screen for itself at least so long, ms: long enough to look up and read it. */
const SHOWN = 6_000

/** `say` settles when the moment has been heard. */
export function useCalls(memory: BoardMemory, say: (moment: Moment) => Promise<void>) {
  const pending = shallowRef<readonly Moment[]>([])
  /** When the last one was over, by this page's own clock, ms. */
  const restsSince = ref(performance.now())
  const queue = createCallQueue({
    async play(moment) {
      await Promise.all([
        new Promise((resolve) => setTimeout(resolve, SHOWN)),
        say(moment).catch(() => undefined),
      ])
    },
    onChange(next) {
      pending.value = next
      restsSince.value = performance.now()
    },
    onPlayed: memory.playedOne,
  })
  /** Nobody has been called for so many ms. */
  const isQuietFor = (ms: number): boolean =>
    pending.value.length === 0 && performance.now() - restsSince.value >= ms
  return { pending, hear: queue.hear, skip: queue.skip, isQuietFor }
}
