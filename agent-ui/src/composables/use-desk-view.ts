// The live desk view of one office, with the answers to our own commands laid over it until the
// view has caught up. Views are replaced whole and never watched deeply.
import { computed, onUnmounted, shallowRef } from 'vue'
import {
  watchOffice,
  type DeskView,
  type DeviceHealth,
  type Freshness,
  type Problem,
  type StaffMessage,
} from '#protocol'
import { readDesk } from './desk-rows.ts'
import { newest, stillAhead, type Answered } from './newest.ts'

export function useDeskView(
  office: string,
  onSessionEnded: () => void,
  onMessage: (message: StaffMessage) => void,
  onDevice: (health: DeviceHealth) => void,
) {
  const view = shallowRef<DeskView | null>(null)
  const freshness = shallowRef<Freshness>({ isLive: false, lastHeard: null })
  const refused = shallowRef<Problem | null>(null)
  const answered = shallowRef<readonly Answered[]>([])

  const watching = watchOffice(office, 'desk', {
    onView(next) {
      answered.value = stillAhead(next, answered.value)
      view.value = next
      refused.value = null
    },
    onFreshness(next) {
      freshness.value = next
    },
    onMessage,
    onDevice,
    onRefused(problem) {
      if (problem.code === 'sign-in-needed') onSessionEnded()
      else refused.value = problem
    },
  })
  onUnmounted(() => {
    watching.stop()
  })

  const desk = computed(() => (view.value ? readDesk(newest(view.value, answered.value)) : null))

  return {
    desk,
    freshness,
    /** The server's clock, UTC ms. */
    now: watching.now,
    /** Why the server will not show us this office. */
    refused,
    /** Shows what a command answered, until the view is as new. */
    show(answer: Answered): void {
      answered.value = [...answered.value, answer]
    },
  }
}
