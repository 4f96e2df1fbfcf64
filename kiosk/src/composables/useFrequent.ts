// What this office is asked for most: heard when the kiosk starts, and again between two people when
// it is some minutes old. Without an answer the kiosk goes on with what it knows.
import { shallowRef } from 'vue'
import type { Api } from '#protocol'

/** ms */
const OLD = 5 * 60_000

export function useFrequent(api: Pick<Api, 'frequentServices'>, office: string, now: () => number) {
  const frequent = shallowRef<readonly string[]>([])
  let heardAt = -Infinity
  let isAsking = false

  async function hear(): Promise<void> {
    if (isAsking || now() - heardAt < OLD) return
    isAsking = true
    try {
      frequent.value = (await api.frequentServices(office)).services
      heardAt = now()
    } catch {
      // It is a convenience: every service is in its category all the same.
    } finally {
      isAsking = false
    }
  }
  return { frequent, hear }
}
