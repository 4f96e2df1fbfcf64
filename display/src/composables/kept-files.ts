// Files kept on this device, so that a board plays and speaks without its network. Where the browser
// keeps nothing (no secure address), they are asked of the server each time.

export interface KeptFiles {
  /** The file at this path: kept, or fetched and kept. Rejects when it cannot be had. */
  get(path: string): Promise<Response>
  /** The newest from the server; what was kept when that is gone. Rejects when there is neither. */
  newest<T>(path: string, fetch: () => Promise<T>): Promise<T>
  /** Fetches what is missing of these; forgets all others. */
  keepOnly(paths: readonly string[]): Promise<void>
}

/** `caches`: null where the browser has none. */
export function keptFiles(caches: CacheStorage | null, name: string): KeptFiles {
  const opened = (which = name): Promise<Cache | null> =>
    caches?.open(which) ?? Promise.resolve(null)

  async function get(path: string): Promise<Response> {
    const cache = await opened()
    const kept = await cache?.match(path)
    if (kept) return kept
    const answer = await fetch(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await cache?.put(path, answer.clone())
    return answer
  }

  return {
    get,
    async newest<T>(path: string, fetchIt: () => Promise<T>) {
      // Apart from the files, which come and go by its word.
      const cache = await opened(`${name}-index`)
      try {
        const found = await fetchIt()
        await cache?.put(path, Response.json(found))
        return found
      } catch (error) {
        const kept = await cache?.match(path)
        if (!kept) throw error
        return (await kept.json()) as T
      }
    },
    async keepOnly(paths) {
      const cache = await opened()
      if (!cache) return
      const wanted = new Set(paths)
      for (const { url } of await cache.keys()) {
        const { pathname } = new URL(url)
        if (!wanted.has(pathname)) await cache.delete(url)
      }
      // One after another: a board that has just begun must not crowd out the queue.
      for (const path of wanted) await get(path).catch(() => undefined)
    },
  }
}
