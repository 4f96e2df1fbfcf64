// The time by the server's clock, each second, and at once when the server has been heard.
import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** `read`: UTC ms. `heard` changes with what the server says: until then a device's own clock counts. */
export function useNow(read: () => number, heard: Readonly<Ref<unknown>>): Readonly<Ref<number>> {
  const now = ref(read())
  const look = (): void => {
    now.value = read()
  }
  const ticking = setInterval(look, 1_000)
  watch(heard, look, { flush: 'sync' })
  onScopeDispose(() => {
    clearInterval(ticking)
  })
  return now
}
