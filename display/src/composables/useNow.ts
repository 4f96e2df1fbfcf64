// The time by the server's clock, each second.
import { onScopeDispose, ref, type Ref } from 'vue'

/** `read`: UTC ms. */
export function useNow(read: () => number): Readonly<Ref<number>> {
  const now = ref(read())
  const ticking = setInterval(() => {
    now.value = read()
  }, 1_000)
  onScopeDispose(() => {
    clearInterval(ticking)
  })
  return now
}
