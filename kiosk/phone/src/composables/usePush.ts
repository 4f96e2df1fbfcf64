// Being told while the page is closed: asked only when it is wanted, for this ticket alone.
import { ref } from 'vue'
import type { Api } from '#protocol'
import type { PushParts } from './push-parts.ts'

export type Telling = 'unasked' | 'asking' | 'on' | 'refused' | 'failed'

/** In the phone's storage: the ticket for which it was asked last. */
const NAME = 'guichet.push'

export function usePush(
  parts: PushParts,
  {
    token,
    api,
    storage,
  }: {
    token: string
    api: Pick<Api, 'tellPhone' | 'stopTelling'>
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  },
) {
  const is = ref<Telling>('unasked')

  /** Goes on with what was asked before: a browser may have been given another subscription since. */
  async function begin(): Promise<void> {
    if (storage.getItem(NAME) !== token) return
    try {
      const subscription = await parts.existing()
      if (!subscription) return
      await api.tellPhone(token, subscription)
      is.value = 'on'
    } catch {
      // It can be asked for again.
    }
  }

  async function ask(): Promise<void> {
    if (is.value === 'asking') return
    is.value = 'asking'
    try {
      if (!(await parts.allow())) {
        is.value = 'refused'
        return
      }
      await api.tellPhone(token, await parts.subscribe())
      storage.setItem(NAME, token)
      is.value = 'on'
    } catch {
      is.value = 'failed'
    }
  }

  async function stop(): Promise<void> {
    is.value = 'unasked'
    storage.removeItem(NAME)
    try {
      const subscription = await parts.existing()
      // Without it, nothing reaches this phone, whatever the server still knows.
      await parts.drop()
      if (subscription) await api.stopTelling(token, subscription.endpoint)
    } catch {
      // What is left goes with the visit, or when the push service says that nobody is there.
    }
  }

  return { is, begin, ask, stop }
}
