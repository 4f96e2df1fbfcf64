// Counts the line at the door. Pressing + or − is sent once the hand has come to rest.
import { computed, onUnmounted, shallowRef, watch } from 'vue'
import type { DeskPart } from './desk-part.ts'
import { doorChange, doorNumber } from './greeter-door.ts'

const REST = 700

export function useGreeterDoor(part: DeskPart) {
  const counted = computed(() => part.desk.door)
  const typed = shallowRef<number | null>(null)
  const change = shallowRef<number | null>(null)
  const isSending = shallowRef(false)
  const hasFailed = shallowRef(false)
  const people = computed(() => typed.value ?? counted.value?.people ?? 0)
  let resting: ReturnType<typeof setTimeout> | undefined

  watch(counted, (now, before) => {
    if (now?.at === before?.at) return
    change.value = doorChange(before, now)
    if (typed.value === now?.people) typed.value = null
  })

  async function send(): Promise<void> {
    clearTimeout(resting)
    const now = people.value
    isSending.value = true
    hasFailed.value = false
    try {
      await part.api.countDoor(part.office, now)
      if (typed.value === now && counted.value?.people === now) typed.value = null
    } catch {
      hasFailed.value = true
    } finally {
      isSending.value = false
    }
  }

  function set(value: number): void {
    const next = doorNumber(value)
    if (next === null) return
    typed.value = next
    clearTimeout(resting)
    resting = setTimeout(() => void send(), REST)
  }
  // What was counted is said even when the panel is closed at once.
  onUnmounted(() => {
    if (typed.value !== null && resting !== undefined && !isSending.value) void send()
  })

  return { counted, people, change, isSending, hasFailed, set, send }
}
