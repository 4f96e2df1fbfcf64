// The focus stays with whoever works by keyboard. A mouse click on a button leaves it where it is,
// so that Space goes on meaning the primary button; and when what has it goes away, such as a button
// whose work is done, it goes back to where it was before, but to no other button: a press meant for
// the one that went must not press another.
import { onMounted, onUnmounted, type Ref } from 'vue'

/** So many places back it is looked for. */
const TRAIL = 8

export function useKeptFocus(root: Readonly<Ref<HTMLElement | null>>): void {
  let last: HTMLElement | null = null
  let trail: HTMLElement[] = []
  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return
    last = target
    if (target.matches('button, a, input, select, textarea')) return
    trail = [...trail.filter((each) => each !== target), target].slice(-TRAIL)
  }

  function restore(): void {
    // A click on nothing takes it away too, and is meant.
    if (document.activeElement !== document.body || last?.isConnected !== false) return
    for (const place of trail.toReversed()) {
      if (place.isConnected) place.focus({ preventScroll: true })
      if (document.activeElement === place) return
    }
    root.value?.querySelector('h1')?.focus({ preventScroll: true })
  }
  // It is told after the components have had their turn, which may know a better place.
  const watcher = new MutationObserver(restore)

  onMounted(() => {
    root.value?.addEventListener('focusin', onFocus)
    root.value?.addEventListener('mousedown', (event) => {
      const isButton = event.target instanceof Element && event.target.closest('button')
      if (isButton && !event.target.closest('dialog')) event.preventDefault()
    })
    if (root.value) watcher.observe(root.value, { childList: true, subtree: true })
  })
  onUnmounted(() => {
    watcher.disconnect()
  })
}
