// The service worker of kiosk, board and sign: in a plain browser the page starts again while the server
// is gone. What the page asks of the server's interface is never kept, nor what it keeps itself; the page
// is the server's newest whenever that answers. The program that ships its page has no need of this.

/** As much of a service worker as this takes: its types and those of a page cannot be had together. */
interface Keeper {
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', run: (event: Lasting) => void): void
  addEventListener(type: 'fetch', run: (event: Fetched) => void): void
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetched {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** Of the pages beside this file's own address. */
const CACHE = `guichet-${location.pathname.split('/')[1]}`
/** How long the server may take with the page, ms, when one is kept. */
const PATIENCE = 3_000
const keeper = self as unknown as Keeper

keeper.addEventListener('install', (event) => event.waitUntil(keeper.skipWaiting()))
keeper.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  const isOurs = origin === location.origin && request.method === 'GET'
  // `no-store`: it is the server itself that is asked.
  if (!isOurs || request.cache === 'no-store') return
  if (/^\/(api|socket\.io|media|voice)\//.test(pathname)) return
  // What is named by its content never changes.
  const isFixed = /^\/(assets|fonts)\//.test(pathname)
  event.respondWith(isFixed ? keptOrFetched(request) : fetchedOrKept(request))
})

async function keptOrFetched(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetchAndKeep(request)
}

async function fetchedOrKept(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreSearch: request.mode === 'navigate' })
  if (!kept) return fetchAndKeep(request)
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE)
  })
  return Promise.race([fetchAndKeep(request).catch(() => kept), late])
}

async function fetchAndKeep(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}
