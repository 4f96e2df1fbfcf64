// Who is signed in. The session is a cookie that the page cannot read: the server is asked.
import { shallowRef } from 'vue'
import { ApiError, type Api, type Me } from '#protocol'

export function useSession(api: Api) {
  const me = shallowRef<Me | null>(null)
  /** Being asked for, known, or not to be had because the server did not answer. */
  const restoring = shallowRef<'under-way' | 'done' | 'unreachable'>('under-way')
  const hasEnded = shallowRef(false)

  async function restore(): Promise<void> {
    restoring.value = 'under-way'
    try {
      me.value = await api.me()
      restoring.value = 'done'
    } catch (error) {
      const isUnreachable = error instanceof ApiError && error.code === 'unreachable'
      restoring.value = isUnreachable ? 'unreachable' : 'done'
    }
  }

  return {
    me,
    restoring,
    /** The session was taken away while the desk was open. */
    hasEnded,
    restore,
    signedIn(next: Me): void {
      me.value = next
      hasEnded.value = false
    },
    ended(): void {
      me.value = null
      hasEnded.value = true
    },
    signedOut(): void {
      me.value = null
      hasEnded.value = false
    },
  }
}
