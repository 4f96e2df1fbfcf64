// A live view of figures: of one office, or of a province. Views are replaced whole.
import { onUnmounted, shallowRef } from 'vue'
import type { Freshness, Problem, ViewOf, Watching } from '#protocol'
import { provideClock } from '../../../src/composables/use-clock.ts'
import { useNewerPage } from '../../../src/composables/use-newer-page.ts'
import { useViewer } from './viewer.ts'

type FiguresWatcher = 'manager' | 'province'

interface Handlers<A extends FiguresWatcher> {
  onView(view: ViewOf[A]): void
  onFreshness(freshness: Freshness): void
  onRefused(problem: Problem): void
}

/** `watch` begins to watch; it ends with the page. */
export function useFiguresView<A extends FiguresWatcher>(
  watch: (handlers: Handlers<A>) => Watching,
) {
  const viewer = useViewer()
  const view = shallowRef<ViewOf[A] | null>(null)
  const freshness = shallowRef<Freshness>({ isLive: false, lastHeard: null })
  const refused = shallowRef<Problem | null>(null)
  const watching = watch({
    onView(next) {
      view.value = next
      refused.value = null
    },
    onFreshness(next) {
      freshness.value = next
    },
    onRefused(problem) {
      if (problem.code === 'sign-in-needed') viewer.sessionEnded()
      else refused.value = problem
    },
  })
  onUnmounted(() => {
    watching.stop()
  })
  // It hangs on walls for months; nothing on it is typed.
  useNewerPage({
    isLive: () => freshness.value.isLive,
    isOld: () => refused.value?.code === 'contract-too-old',
    isBusy: () => false,
    isAtWork: () => false,
  })
  /** The server’s clock, UTC ms; changes once a second. */
  const { now } = provideClock(watching.now, view)
  return { view, freshness, refused, now }
}
