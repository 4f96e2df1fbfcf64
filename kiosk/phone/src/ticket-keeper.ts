// The phone's service worker: shows a push while the ticket's page is closed, and opens the ticket
// when it is touched. It keeps nothing and answers nothing: a ticket is always the server's.
import type { PushMessage } from '#protocol'

/** As much of a service worker as this takes: its types and those of a page cannot be had together. */
interface Keeper {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Tab[]>
    openWindow(path: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', run: (event: Lasting) => void): void
  addEventListener(type: 'push', run: (event: Pushed) => void): void
  addEventListener(type: 'notificationclick', run: (event: Touched) => void): void
}
interface Tab {
  readonly url: string
  focus(): Promise<unknown>
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null
}
interface Touched extends Lasting {
  readonly notification: Notification
}

const ICON = '/desk/install/icon-192.png'
const keeper = self as unknown as Keeper

keeper.addEventListener('install', (event) => event.waitUntil(keeper.skipWaiting()))
keeper.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json() as PushMessage))
})
keeper.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open((event.notification.data as Pick<PushMessage, 'path'>).path))
})

async function show({ kind, title, body, language, path }: PushMessage): Promise<void> {
  // A call makes what was said of the place before it old.
  const near = kind === 'called' ? await keeper.registration.getNotifications({ tag: 'near' }) : []
  for (const each of near) each.close()
  // `renotify` is known to every browser that lets a phone shake, and to no types.
  const again = { renotify: true, requireInteraction: kind === 'called' }
  await keeper.registration.showNotification(title, {
    ...again,
    body,
    lang: language,
    tag: kind,
    icon: ICON,
    data: { path },
  })
}

async function open(path: string): Promise<void> {
  const tabs = await keeper.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = tabs.find(({ url }) => new URL(url).pathname === path)
  await (there ? there.focus() : keeper.clients.openWindow(path))
}
