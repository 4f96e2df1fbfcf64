// As much of the browser as push takes; null where it has none, or was refused before.
import type { PushSubscription } from '#protocol'

export interface PushParts {
  /** Asks whoever holds the phone; works when called from a touch. */
  allow(): Promise<boolean>
  /** The subscription of this browser, made if there is none. */
  subscribe(): Promise<PushSubscription>
  /** The one it has already; null when there is none. */
  existing(): Promise<PushSubscription | null>
  drop(): Promise<void>
}

const KEEPER = '/t/ticket-keeper.js'
const SCOPE = '/t/'

export function browserPush(): PushParts | null {
  const key = document.querySelector<HTMLMetaElement>('meta[name=push-key]')?.content
  const isKnown =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!key || !isKnown || import.meta.env.DEV || Notification.permission === 'denied') return null
  const { serviceWorker } = navigator
  const current = async () => {
    const registered = await serviceWorker.getRegistration(SCOPE)
    return (await registered?.pushManager.getSubscription()) ?? null
  }
  return {
    allow: async () => (await Notification.requestPermission()) === 'granted',
    async subscribe() {
      await serviceWorker.register(KEEPER)
      const { pushManager } = await serviceWorker.ready
      const options = { userVisibleOnly: true, applicationServerKey: key }
      return told(await pushManager.subscribe(options))
    },
    async existing() {
      const found = Notification.permission === 'granted' ? await current() : null
      return found && told(found)
    },
    async drop() {
      await (await current())?.unsubscribe()
    },
  }
}

function told(subscription: { toJSON(): PushSubscriptionJSON }): PushSubscription {
  const { endpoint = '', keys = {} } = subscription.toJSON()
  return { endpoint, keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } }
}
