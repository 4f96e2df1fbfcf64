// A mouse click on a button leaves the focus where it is, so that Space goes on meaning the primary
// button. Whoever comes to a button by keyboard keeps the focus on it as everywhere.
import { onMounted, type Ref } from 'vue'

export function useKeptFocus(root: Readonly<Ref<HTMLElement | null>>): void {
  onMounted(() => {
    root.value?.addEventListener('mousedown', (event) => {
      const isButton = event.target instanceof Element && event.target.closest('button')
      if (isButton && !event.target.closest('dialog')) event.preventDefault()
    })
  })
}
