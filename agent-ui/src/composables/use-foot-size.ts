// How high the foot of the page is just now, for whatever must end above it: what colleagues send
// comes there at any moment, and nothing may be under it that cannot be scrolled into sight.
import { onMounted, onUnmounted, type Ref } from 'vue'

const SIZE = '--foot-size'

/** Keeps `--foot-size` of the page at the height of `foot`; nothing once the screen has gone. */
export function useFootSize(foot: Readonly<Ref<HTMLElement | null>>): void {
  const { style } = document.documentElement
  const observer = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0
    style.setProperty(SIZE, `${Math.ceil(height)}px`)
  })
  onMounted(() => {
    if (foot.value) observer.observe(foot.value)
  })
  onUnmounted(() => {
    observer.disconnect()
    style.removeProperty(SIZE)
  })
}
