// What plays when: images for their seconds, videos to their end, one after another and round again.
// What cannot be had or played is passed over. Plain; files and time are handed in.
import type { Medium } from './board-view.ts'

export interface Playing {
  readonly medium: Medium
  /** An address from which the browser can show it now. */
  readonly address: string
}

export interface PlaylistParts {
  /** Rejects when it cannot be had. */
  locate(medium: Medium): Promise<string>
  /** It is shown no more. */
  release(address: string): void
  onPlaying(playing: Playing | null): void
  /** Calls back once after so many ms. Returns how to call that off. */
  after(ms: number, run: () => void): () => void
}

/** Before trying again when nothing at all can be played, ms. */
const PATIENCE = 15_000

export function createPlaylist({ locate, release, onPlaying, after }: PlaylistParts) {
  let media: readonly Medium[] = []
  let playing: Playing | null = null
  let turn = 0
  let callOff = (): void => undefined
  /** Ids of what the browser could not play after all: passed over until everything is tried again. */
  const broken = new Set<string>()

  function show(next: Playing | null): void {
    if (playing) release(playing.address)
    playing = next
    onPlaying(next)
  }

  /** The first that can be had, from this place on; each is tried once. */
  async function playFrom(place: number): Promise<void> {
    callOff()
    turn += 1
    const mine = turn
    for (let tried = 0; tried < media.length; tried += 1) {
      const medium = media[(place + tried) % media.length]
      const isTried = medium && !broken.has(medium.id)
      const address = isTried && (await locate(medium).catch(() => null))
      if (mine !== turn) {
        if (address) release(address)
        return
      }
      if (!medium || !address) continue
      show({ medium, address })
      if (medium.seconds !== null) callOff = after(medium.seconds * 1_000, next)
      return
    }
    show(null)
    broken.clear()
    if (media.length > 0) callOff = after(PATIENCE, () => void playFrom(place))
  }

  function next(): void {
    const place = media.findIndex(({ id }) => id === playing?.medium.id)
    void playFrom(place + 1)
  }

  return {
    /** Another list; what plays and is in it goes on. */
    set(list: readonly Medium[]): void {
      const isSame = JSON.stringify(list) === JSON.stringify(media)
      media = [...list]
      if (isSame) return
      const goesOn = media.some(
        ({ id, path, seconds }) =>
          id === playing?.medium.id &&
          path === playing.medium.path &&
          seconds === playing.medium.seconds,
      )
      if (!goesOn) void playFrom(0)
    },
    /** A video has ended. */
    next,
    /** The browser cannot play it after all. */
    fail(): void {
      if (playing) broken.add(playing.medium.id)
      next()
    },
    stop(): void {
      turn += 1
      callOff()
      show(null)
    },
  }
}
