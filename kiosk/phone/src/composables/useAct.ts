// One thing at a time that the citizen asks for: sent once however often it is touched, and repeated
// under the same key when only its answer was lost.
import { ref } from 'vue'
import { ApiError, type TicketView } from '#protocol'

/** `connected-again`: it was not sent, and could be now. */
export type Failure = ApiError['code'] | 'connected-again'
export type Act = (key: string) => Promise<TicketView>

export function useAct(show: (view: TicketView) => void) {
  const isSending = ref(false)
  const failure = ref<Failure | null>(null)
  let lost: { act: Act; key: string } | null = null

  /** True when it happened. */
  async function run(act: Act): Promise<boolean> {
    if (isSending.value) return false
    const key = lost?.act === act ? lost.key : crypto.randomUUID()
    isSending.value = true
    failure.value = null
    try {
      show(await act(key))
      lost = null
      return true
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'unexpected'
      failure.value = code
      lost = code === 'unreachable' ? { act, key } : null
      return false
    } finally {
      isSending.value = false
    }
  }

  /** That there is no connection is said no longer than that is so. */
  function connectedAgain(): void {
    if (failure.value === 'unreachable') failure.value = 'connected-again'
  }

  return { isSending, failure, run, connectedAgain }
}
