// Number keys choose from a list that is shown with numbers, wherever the focus is, unless a field
// is typed in. The last list shown is the one that listens.
import { onMounted, onUnmounted } from 'vue'
import { numberOf } from './keys.ts'
import { pressOf, useKeySetting } from './use-keys.ts'

/** `pick` is given a place from 0, and says whether there was anything in it. */
export function useNumberKeys(pick: (place: number) => boolean): void {
  const { areKeysOn } = useKeySetting()
  function onKeydown(event: KeyboardEvent): void {
    if (!areKeysOn.value || event.defaultPrevented) return
    const place = numberOf(pressOf(event))
    if (place !== null && pick(place)) event.preventDefault()
  }
  onMounted(() => {
    window.addEventListener('keydown', onKeydown)
  })
  onUnmounted(() => {
    window.removeEventListener('keydown', onKeydown)
  })
}
