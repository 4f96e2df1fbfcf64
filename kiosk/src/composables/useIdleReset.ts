// Counts the time since the last touch and says when to warn and when to start over. The clock
// and the ticking are handed in, so that a test drives them.
import { ref, watch, type Ref } from 'vue'
import { idlePhase, type IdlePhase, type IdleTimes } from './idle.ts'

export interface IdleClock {
  now(): number
  /** Calls back several times a second until the answer is called. */
  everyTick(callback: () => void): () => void
}

export interface IdleReset {
  phase: Readonly<Ref<IdlePhase>>
  /** Somebody is there: the time counts from now. */
  touch(): void
}

/** `times` null: nobody is waited for, as on the first screen or while the server is asked. */
export function useIdleReset(
  times: Ref<IdleTimes | null>,
  clock: IdleClock,
  startOver: () => void,
): IdleReset {
  const phase = ref<IdlePhase>({ is: 'active' })
  let touchedAt = clock.now()

  function look(): void {
    if (!times.value) return
    phase.value = idlePhase(clock.now() - touchedAt, times.value)
    if (phase.value.is === 'over') startOver()
  }

  function touch(): void {
    touchedAt = clock.now()
    phase.value = { is: 'active' }
    look()
  }

  watch(
    times,
    (wanted, _, onCleanup) => {
      touch()
      if (wanted) onCleanup(clock.everyTick(look))
    },
    { immediate: true, flush: 'sync' },
  )

  return { phase, touch }
}
