// Keeps this page and all that it has loaded, so that a browser can begin it again without the server.

const CACHE = 'guichet-kiosk'
const KEEPER = '/kiosk/page-keeper.js'

/** Nothing happens where a browser has no such thing, or the program ships the page. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || window.guichetKiosk || import.meta.env.DEV) return
  try {
    await navigator.serviceWorker.register(KEEPER)
    await navigator.serviceWorker.ready
    const cache = await caches.open(CACHE)
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(
        ({ origin, pathname }) =>
          origin === location.origin && !/^\/(api|socket\.io)\//.test(pathname),
      )
      .map(({ pathname }) => pathname)
    const wanted = new Set([location.pathname, ...loaded])
    await cache.addAll([...wanted])
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url)
      // Of a version that is gone.
      if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await cache.delete(request)
    }
  } catch {
    // No room, or not allowed: the page then needs its server to begin.
  }
}
