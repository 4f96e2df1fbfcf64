// The chime as the board uses it: whether the browser keeps it silent, and the touch that helps.
import { onScopeDispose, ref } from 'vue'
import { createChime } from './chime.ts'

export function useChime() {
  const isBlocked = ref(false)
  const chime = createChime((blocked) => {
    isBlocked.value = blocked
  })
  const unlock = (): void => void chime.unlock()
  addEventListener('pointerdown', unlock)
  addEventListener('keydown', unlock)
  onScopeDispose(() => {
    removeEventListener('pointerdown', unlock)
    removeEventListener('keydown', unlock)
  })
  return { isBlocked, play: chime.play, unlock }
}
