// Letters pressed on a box or a button of a panel are not meant for the desk behind it: a panel
// that is filled in must not call, finish or close anything by accident.
import { watch, type Ref } from 'vue'

/** `act` is given every press within `root` first. */
export function useGreeterKeys(
  root: Readonly<Ref<HTMLElement | null>>,
  act: (event: KeyboardEvent) => void = () => undefined,
): void {
  function onKeydown(event: KeyboardEvent): void {
    if (/^[\p{L}\d ]$/u.test(event.key)) event.stopPropagation()
    act(event)
  }
  watch(
    root,
    (element) => {
      element?.addEventListener('keydown', onKeydown)
    },
    { immediate: true },
  )
}
