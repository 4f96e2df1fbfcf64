// The code of the room while the server says it: an old one would only turn people away.
import { onScopeDispose, shallowRef } from 'vue'
import type { RoomCodeShown } from '#protocol'

/** Some heartbeats, ms: a code that is said no more is taken down. */
const KEPT = 15_000

export function useRoomCode() {
  const code = shallowRef<RoomCodeShown | null>(null)
  let end: ReturnType<typeof setTimeout> | undefined
  function show(shown: RoomCodeShown): void {
    if (shown.path !== code.value?.path) code.value = shown
    clearTimeout(end)
    end = setTimeout(() => {
      code.value = null
    }, KEPT)
  }
  onScopeDispose(() => {
    clearTimeout(end)
  })
  return { code, show }
}
