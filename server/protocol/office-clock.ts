// The server's clock as a screen can know it: whatever the server says tells what time it is there,
// and in between time goes on. A demo's clock may run many times faster, and a test's stand still;
// two instants a little apart show how fast.

export interface OfficeClock {
  /** Something that was said at `at` (UTC ms, the server's clock) arrived at `local` (ours). */
  heard(at: number, local: number): void
  /** What the server's clock shows, or showed, at `local`; that itself until something was heard. */
  read(local: number): number
}

interface Anchor {
  readonly at: number
  readonly local: number
}

/** Shorter spans than this say nothing about speed, ms. */
const SPAN = 2_000
/** An honest clock and a busy network differ by less than this; it then counts as real time. */
const JITTER = 0.5
/** What was decided before a heartbeat may be told after it, by so much of real time, ms. */
const LATE = 2_000

export function createOfficeClock(): OfficeClock {
  let last: Anchor | null = null
  /** Speed is seen from here on; never for long, so that a clock that jumped is soon forgotten. */
  let from: Anchor | null = null
  let speed = 1

  return {
    heard(at, local) {
      const next = { at, local }
      if (!last || !from || local < last.local || last.at - at > LATE * Math.max(1, speed)) {
        from = next
        speed = 1
      } else if (at < last.at) {
        return
      } else if (local - from.local >= SPAN) {
        const seen = (at - from.at) / (local - from.local)
        speed = Math.abs(seen - 1) < JITTER ? 1 : seen
        from = next
      }
      last = next
    },
    read: (local) => (last ? last.at + Math.max(0, local - last.local) * speed : local),
  }
}
