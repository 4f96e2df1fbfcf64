// Keeps a page and all that it has loaded, so that a browser can begin it again without the server:
// kiosk, board and sign. Their service worker (`kiosk/src/offline/page-keeper.ts`) answers from it.

/** As much of a browser's window as that takes. */
export interface KeepingWindow {
  readonly location: { readonly origin: string; readonly pathname: string }
  readonly navigator: {
    readonly serviceWorker?: {
      register(address: string): Promise<unknown>
      readonly ready: Promise<unknown>
    }
  }
  readonly caches: { open(name: string): Promise<KeptPages> }
  readonly performance: { getEntriesByType(type: string): readonly { readonly name: string }[] }
}
interface KeptPages {
  addAll(paths: string[]): Promise<void>
  keys(): Promise<readonly { readonly url: string }[]>
  delete(address: string): Promise<boolean>
}

/** What is not a part of a page, or is kept by the page itself. */
const NOT_OURS = /^\/(api|socket\.io|media|voice)\//

/** Nothing happens where a browser has no such thing. */
export async function keepPage(window: KeepingWindow): Promise<void> {
  const { location, navigator, caches, performance } = window
  if (!navigator.serviceWorker) return
  const [, page = ''] = location.pathname.split('/')
  try {
    await navigator.serviceWorker.register(`/${page}/page-keeper.js`)
    await navigator.serviceWorker.ready
    const cache = await caches.open(`guichet-${page}`)
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && !NOT_OURS.test(pathname))
      .map(({ pathname }) => pathname)
    const wanted = new Set([location.pathname, ...loaded])
    await cache.addAll([...wanted])
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url)
      // Of a version that is gone.
      if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await cache.delete(url)
    }
  } catch {
    // No room, or not allowed: the page then needs its server to begin.
  }
}
