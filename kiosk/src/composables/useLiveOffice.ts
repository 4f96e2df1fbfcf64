// The office as the kiosk is shown it, live: its row, how many wait, how fresh that is, and why
// the server refuses, when it does.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { deviceToken, watchOffice, type KioskView, type Problem } from '#protocol'
import type { OfflineKiosk } from '../offline/offline-kiosk.ts'
import { intakeCutOff } from './intake-cut-off.ts'

/** `since` is by the server's clock, ms; null when nothing was ever heard. */
export interface Freshness {
  isLive: boolean
  since: number | null
}

/** What the kiosk knew before it heard its server, and what it is to remember. */
export type OfficeMemory = Pick<OfflineKiosk, 'view' | 'heardAt' | 'now' | 'heard' | 'keepView'>

/** How long the first view may take before the screen says that the server is not there, ms. */
const LATE = 4_000
/** How often a kiosk that is cut off looks at the office's hours, ms. */
const LOOK = 1_000
/** A page too old for the server is loaded afresh after this, ms, without a visit. */
const RELOAD_AFTER = 60_000

export function useLiveOffice(code: string, memory: OfficeMemory | null) {
  const view = shallowRef<KioskView | null>(memory?.view ?? null)
  const refusal = shallowRef<Problem | null>(null)
  const freshness = ref<Freshness>({ isLive: false, since: memory?.heardAt ?? null })
  /** How often the office has asked this device to begin afresh. */
  const restarts = ref(0)

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
        void memory?.keepView(next)
      },
      onFreshness({ isLive, lastHeard }) {
        const since = lastHeard === null ? (memory?.heardAt ?? null) : live.now(lastHeard)
        freshness.value = { isLive, since }
        if (isLive) void memory?.heard(live.now())
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
  /** By the server's clock, ms. */
  const now = ref(memory?.now() ?? 0)
  const looking = setInterval(() => {
    now.value = memory ? memory.now() : live.now()
  }, LOOK)
  onScopeDispose(() => {
    live.stop()
    clearTimeout(patience)
    clearInterval(looking)
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
  const intake = computed(() => {
    const heard = view.value?.rows.find((row) => row.kind === 'intake') ?? null
    if (!heard || !office.value || freshness.value.isLive) return heard
    return intakeCutOff(heard, office.value, now.value)
  })
  const waiting = computed(
    () => view.value?.rows.find((row) => row.kind === 'summary')?.waiting ?? null,
  )
  return { office, intake, waiting, now, freshness, refusal, isLate, restarts }
}
