// Whether the desk is its call bar now. What does not fit into the bar (a dialog, a panel) is shown
// by the whole desk, and the bar comes back after it.
import { computed, onUnmounted, shallowRef, watch, type WritableComputedRef } from 'vue'
import { bridge } from './bridge.ts'
import { isBarAddress, openBarWindow, resizeWindow } from './desktop-bar.ts'

/** `needsRoom` says whether something is open that the bar has no room for. */
export function useDesktopBar(needsRoom: () => boolean) {
  const program = bridge()
  const isBarWindow = isBarAddress(location.href)
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  const isWanted = shallowRef(isBarWindow)

  const isBar: WritableComputedRef<boolean> = computed({
    get: () => isWanted.value,
    set(wanted) {
      const isOwn = program !== null || isBarWindow || isInstalled
      if (wanted && !isOwn && openBarWindow()) return
      isWanted.value = wanted
    },
  })
  const isBarShown = computed(() => isWanted.value && !needsRoom())

  watch(isBarShown, (isShown) => {
    if (program) program.shape(isShown ? 'bar' : 'desk')
    else resizeWindow(isShown)
  })
  const stop = program?.onShapeWanted((shape) => {
    isWanted.value = shape === 'bar'
  })
  onUnmounted(() => {
    stop?.()
    program?.shape('desk')
  })

  return {
    /** Wanted; setting it opens a window of its own where that is the way. */
    isBar,
    isBarShown,
  }
}
