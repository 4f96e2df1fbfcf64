// One counter as the sign over it is shown it, live: what it is doing, how fresh that is, and why the
// server refuses, when it does.
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { deviceToken, watchOffice, type Problem, type SignView } from '#protocol'
import type { Freshness } from '../composables/useLiveBoard.ts'

/** How long the first view may take before the sign says that the server is not there, ms. */
const LATE = 4_000

export function useLiveSign(office: string, counter: string) {
  const view = shallowRef<SignView | null>(null)
  const refusal = shallowRef<Problem | null>(null)
  const freshness = ref<Freshness>({ isLive: false, since: null })
  const isLate = ref(false)
  const restarts = ref(0)

  const live = watchOffice(
    office,
    'sign',
    {
      onView(next) {
        view.value = next
        refusal.value = null
      },
      onFreshness({ isLive, lastHeard }) {
        freshness.value = { isLive, since: lastHeard === null ? null : live.now(lastHeard) }
      },
      onRestart() {
        restarts.value += 1
      },
      onRefused(problem) {
        refusal.value = problem
      },
    },
    { token: () => deviceToken(window) },
  )
  const patience = setTimeout(() => {
    isLate.value = true
  }, LATE)
  onScopeDispose(() => {
    live.stop()
    clearTimeout(patience)
  })

  const rows = computed(() => view.value?.rows ?? [])
  const place = computed(() => rows.value.find((row) => row.kind === 'office') ?? null)
  const intake = computed(() => rows.value.find((row) => row.kind === 'intake') ?? null)
  const sign = computed(
    () =>
      rows.value.filter((row) => row.kind === 'sign').find(({ code }) => code === counter) ?? null,
  )
  const isLive = computed(() => freshness.value.isLive)
  return {
    place,
    intake,
    sign,
    freshness,
    isLive,
    refusal,
    isLate,
    restarts,
    now: () => live.now(),
  }
}
