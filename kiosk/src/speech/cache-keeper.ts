// Sounds in the browser's own cache, which a kiosk keeps over restarts. Where a browser has none, they
// are fetched from the server each time.
import type { SoundKeeper } from './sound-library.ts'

const CACHE = 'guichet-speech'
const INDEX = '/speech/index.json'

export interface KeptSounds extends SoundKeeper {
  /** An address from which the sound can be played now: kept, or the server's. */
  locate(path: string): Promise<string>
}

export function cacheKeeper(caches: CacheStorage | null): KeptSounds {
  /** By path. Each holds its place in the cache, not the sound itself. */
  const addresses = new Map<string, string>()
  const opened = (): Promise<Cache | null> => caches?.open(CACHE) ?? Promise.resolve(null)
  return {
    async load() {
      const kept = await (await opened())?.match(INDEX)
      return kept ? ((await kept.json()) as Record<string, string>) : {}
    },
    async save(index) {
      await (await opened())?.put(INDEX, Response.json(index))
    },
    async keep(path) {
      const cache = await opened()
      if (cache && !(await cache.match(path))) await cache.add(path)
    },
    async locate(path) {
      const known = addresses.get(path)
      if (known !== undefined) return known
      const kept = await (await opened())?.match(path)
      if (!kept) return path
      const address = URL.createObjectURL(await kept.blob())
      addresses.set(path, address)
      return address
    },
  }
}
