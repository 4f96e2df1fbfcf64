// The office's clock as a screen can know it: each view says when it was made, and between views
// time goes on. A demo's clock may run many times faster; the views themselves show how fast.

export interface OfficeClock {
  /** A view made at `at` (UTC ms, the server's clock) arrived at `local` (UTC ms, ours). */
  heard(at: number, local: number): void
  /** What the server's clock shows now, UTC ms. */
  read(local: number): number
}

interface Anchor {
  readonly at: number
  readonly local: number
}

/** Shorter spans than this say nothing about speed, ms. */
const SPAN = 5_000
/** An honest clock and a busy network differ by less than this; it then counts as real time. */
const JITTER = 0.5

export function createOfficeClock(): OfficeClock {
  let first: Anchor | null = null
  let last: Anchor | null = null
  let speed = 1

  return {
    heard(at, local) {
      if (!first || !last || at < last.at || local < last.local) {
        first = { at, local }
        speed = 1
      } else if (local - first.local >= SPAN) {
        const seen = (at - first.at) / (local - first.local)
        speed = Math.abs(seen - 1) < JITTER ? 1 : seen
      }
      last = { at, local }
    },
    read: (local) => (last ? last.at + Math.max(0, local - last.local) * speed : local),
  }
}
