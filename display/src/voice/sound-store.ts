// The recordings of the voice, on this device: fetched ahead and kept over restarts, so that a board
// without its network still speaks. Read once each, then held ready.
import { trimmed } from './samples.ts'

export interface SoundStoreParts {
  /** The file at this path: kept, or fetched and kept. Rejects when it cannot be had. */
  file(path: string): Promise<ArrayBuffer>
  decode(file: ArrayBuffer): Promise<Float32Array>
  /** Settles after so many ms. */
  wait(ms: number): Promise<void>
}

/** A call does not wait longer than this for a word that is not there yet, ms. */
const PATIENCE = 1_500

export function createSoundStore({ file, decode, wait }: SoundStoreParts) {
  const ready = new Map<string, Promise<Float32Array | null>>()

  function read(path: string): Promise<Float32Array | null> {
    const known = ready.get(path)
    if (known) return known
    const reading = file(path)
      .then(decode)
      .then(trimmed)
      .catch(() => {
        // Asked for again the next time: the network may be back.
        ready.delete(path)
        return null
      })
    ready.set(path, reading)
    return reading
  }

  return {
    /** Null when it is not there in time. */
    sound: (path: string): Promise<Float32Array | null> =>
      Promise.race([read(path), wait(PATIENCE).then(() => null)]),
    /** Has all of these at hand, and forgets others. */
    async prepare(paths: readonly string[]): Promise<void> {
      const wanted = new Set(paths)
      for (const path of ready.keys()) if (!wanted.has(path)) ready.delete(path)
      for (const path of wanted) await read(path)
    },
  }
}
