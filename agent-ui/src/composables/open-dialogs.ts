// The dialogs that are open, the last over the others. A dialog makes the page behind it deaf and out of
// reach: what must be seen and heard all the same is put into it.
import { computed, shallowRef } from 'vue'

const places = shallowRef<readonly HTMLElement[]>([])

/** Where in the uppermost dialog something urgent is shown; null while no dialog is open. */
export const urgentPlace = computed<HTMLElement | null>(() => places.value.at(-1) ?? null)

/** A dialog has opened that shows urgent things in `place`. Returns what to call when it closes. */
export function offerUrgentPlace(place: HTMLElement): () => void {
  places.value = [...places.value, place]
  return () => {
    places.value = places.value.filter((other) => other !== place)
  }
}
