// The office as the kiosk is shown it, live: its row, how many wait, how fresh that is, and why
// the server refuses, when it does.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { deviceToken, watchOffice, type KioskView, type Problem } from '#protocol'

/** `since` is by the server's clock, ms; null when nothing was ever heard. */
export interface Freshness {
  isLive: boolean
  since: number | null
}

/** How long the first view may take before the screen says that the server is not there, ms. */
const LATE = 4_000
/** A page too old for the server is loaded afresh after this, ms, without a visit. */
const RELOAD_AFTER = 60_000

export function useLiveOffice(code: string) {
  const view = shallowRef<KioskView | null>(null)
  const refusal = shallowRef<Problem | null>(null)
  const freshness = ref<Freshness>({ isLive: false, since: null })

  const isLate = ref(false)
  const patience = setTimeout(() => {
    isLate.value = true
  }, LATE)

  const live = watchOffice(
    code,
    'kiosk',
    {
      onView(next) {
        view.value = next
        refusal.value = null
      },
      onFreshness({ isLive, lastHeard }) {
        freshness.value = { isLive, since: lastHeard === null ? null : live.now(lastHeard) }
      },
      onRefused(problem) {
        refusal.value = problem
      },
    },
    { token: () => deviceToken(window) },
  )
  onScopeDispose(() => {
    live.stop()
    clearTimeout(patience)
  })

  const isOld = computed(() => refusal.value?.code === 'contract-too-old')
  watch(isOld, (old, _, onCleanup) => {
    if (!old) return
    const reload = setTimeout(() => {
      location.reload()
    }, RELOAD_AFTER)
    onCleanup(() => {
      clearTimeout(reload)
    })
  })

  const office = computed(() => view.value?.rows.find((row) => row.kind === 'office') ?? null)
  const intake = computed(() => view.value?.rows.find((row) => row.kind === 'intake') ?? null)
  const waiting = computed(
    () => view.value?.rows.find((row) => row.kind === 'summary')?.waiting ?? null,
  )
  return { office, intake, waiting, freshness, refusal, isLate }
}
