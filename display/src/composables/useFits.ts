// How many rows fit into a place, as its size is now: a list is cut where its place ends, never through
// a row.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export interface Fitting {
  readonly along: 'height' | 'width'
  /** What a row takes and what is taken besides rows, in rem. */
  readonly row: number
  readonly besides: number
  /** Shown even where it does not fit. */
  readonly least: number
}

export function useFits(place: Readonly<Ref<HTMLElement | null>>, fitting: () => Fitting) {
  /** Many, until it is known. */
  const fits = ref(99)
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    const { along, row, besides, least } = fitting()
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    fits.value = Math.max(least, Math.floor((entry.contentRect[along] / rem - besides) / row))
  })
  onMounted(() => {
    if (place.value) observer.observe(place.value)
  })
  onBeforeUnmount(() => observer.disconnect())
  return fits
}
