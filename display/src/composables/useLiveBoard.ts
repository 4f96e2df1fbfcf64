// The office as the board is shown it, live: what its rows say, how fresh that is, and why the server
// refuses, when it does. Begins with what this device remembers. New calls are handed to `onMoment`.
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import {
  createOfficeClock,
  deviceId,
  deviceToken,
  watchOffice,
  type BoardView,
  type Problem,
  type RoomCodeShown,
} from '#protocol'
import { momentOf, momentsIn } from './board-calls.ts'
import type { BoardMemory } from './board-memory.ts'
import { isOurs, roomOf } from './board-view.ts'
import type { Heard, Moment } from './call-queue.ts'

/** `since` is by the server's clock, ms; null when nothing was ever heard. */
export interface Freshness {
  isLive: boolean
  since: number | null
}

/** How long the first view may take before the board says that the server is not there, ms. */
const LATE = 4_000

export interface LiveBoardOptions {
  readonly office: string
  /** The board in the address; empty: whichever is this device's. */
  readonly board: string
  readonly memory: BoardMemory
  /** What was played before, or stood there before this board first looked: not to be played. */
  onOld(heard: readonly Heard[]): void
  onMoment(moment: Moment): void
  /** The code of the room, said again and again. */
  onRoomCode(shown: RoomCodeShown): void
}

export function useLiveBoard(options: LiveBoardOptions) {
  const { memory, onOld, onMoment } = options
  const view = shallowRef<BoardView | null>(memory.view)
  const refusal = shallowRef<Problem | null>(null)
  const freshness = ref<Freshness>({ isLive: false, since: memory.heard?.at ?? null })
  const isLate = ref(false)
  const restarts = ref(0)
  /** What time it is there, as remembered, until the server is heard. */
  const remembered = createOfficeClock()
  if (memory.heard) remembered.heard(memory.heard.at, memory.heard.local)
  let isHeard = false
  onOld(memory.played)

  const read = (from: BoardView | null) => from && roomOf(from, options.board, deviceId(window))
  const room = computed(() => read(view.value))
  const now = (): number => (isHeard ? live.now() : remembered.read(Date.now()))

  const live = watchOffice(
    options.office,
    'board',
    {
      onView(next) {
        refusal.value = null
        const calls = read(next)?.calls ?? []
        // A board that remembers nothing finds calls that were announced before it hung here.
        if (view.value) momentsIn(calls).forEach(onMoment)
        else onOld(calls.map(({ call, times }) => [call, times]))
        view.value = next
        isHeard = true
        memory.keep(next, { at: live.now(), local: Date.now() })
      },
      onFreshness({ isLive, lastHeard }) {
        const since = lastHeard === null ? freshness.value.since : live.now(lastHeard)
        freshness.value = { isLive, since }
        if (isLive && view.value) memory.keep(view.value, { at: live.now(), local: Date.now() })
      },
      onCall(call) {
        const known = room.value
        if (known && isOurs(known, call)) onMoment(momentOf(call, known.board))
      },
      onRoomCode: (shown) => options.onRoomCode(shown),
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
  const isLive = computed(() => freshness.value.isLive)
  return { room, freshness, isLive, refusal, isLate, restarts, now }
}
