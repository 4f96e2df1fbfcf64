// The office as the board is shown it, live: its row, how many wait, the calls, how fresh all of
// it is, and why the server refuses, when it does. New calls are handed to `onMoment`.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import {
  deviceToken,
  watchOffice,
  type BoardView,
  type Problem,
  type RoomCodeShown,
} from '#protocol'
import { momentsIn } from './board-calls.ts'
import type { Moment } from './call-queue.ts'

/** `since` is by the server's clock, ms; null when nothing was ever heard. */
export interface Freshness {
  isLive: boolean
  since: number | null
}

/** How long the first view may take before the board says that the server is not there, ms. */
const LATE = 4_000
/** A page too old for the server is loaded afresh after this, ms: nobody touches a board. */
const RELOAD_AFTER = 60_000

export interface Moments {
  /** What stood there before this board looked: not to be played. */
  onOld(ids: number[]): void
  onMoment(moment: Moment): void
  /** The code of the room, said again and again. */
  onRoomCode(shown: RoomCodeShown): void
}

export function useLiveBoard(code: string, { onOld, onMoment, onRoomCode }: Moments) {
  const view = shallowRef<BoardView | null>(null)
  const refusal = shallowRef<Problem | null>(null)
  const freshness = ref<Freshness>({ isLive: false, since: null })
  const isLate = ref(false)

  const callsIn = ({ rows }: BoardView) => rows.filter((row) => row.kind === 'visit')

  const live = watchOffice(
    code,
    'board',
    {
      onView(next) {
        refusal.value = null
        if (view.value) momentsIn(callsIn(next)).forEach(onMoment)
        else onOld(callsIn(next).map((row) => row.call))
        view.value = next
      },
      onFreshness({ isLive, lastHeard }) {
        freshness.value = { isLive, since: lastHeard === null ? null : live.now(lastHeard) }
      },
      onCall({ id, visit, ticket, counter }) {
        onMoment({ id, visit, ticket, counter })
      },
      onRoomCode,
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
  const waiting = computed(
    () => view.value?.rows.find((row) => row.kind === 'summary')?.waiting ?? 0,
  )
  const calls = computed(() => (view.value ? callsIn(view.value) : []))
  return { office, waiting, calls, freshness, refusal, isLate, now: () => live.now() }
}
