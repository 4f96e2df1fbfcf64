// The server's clock: real, or started at another instant and running faster for demos, replays and
// tests. Timers run on the same clock, so that a wait of twelve minutes is one at any speed.

export interface Clock {
  /** UTC ms. */
  now(): number
  /** How many of its seconds pass in one real second. */
  readonly speed: number
  /** Calls `run` once this clock shows `at` (UTC ms) or later. Returns how to call it off. */
  at(at: number, run: () => void): () => void
}

/** Longer real waits are made of several: a timer of Node's holds 2^31 ms at most. */
const LONGEST = 3_600_000

/** A clock that shows `start` (UTC ms; default: now) at this moment and runs at `speed`. */
export function runningClock(start = Date.now(), speed = 1): Clock {
  const real = performance.now()
  const now = (): number => Math.floor(start + (performance.now() - real) * speed)
  function at(instant: number, run: () => void): () => void {
    let timer: NodeJS.Timeout
    const wait = (): void => {
      const left = (instant - now()) / speed
      if (left <= 0) run()
      else timer = setTimeout(wait, Math.min(left, LONGEST)).unref()
    }
    timer = setTimeout(wait, Math.min(Math.max(0, (instant - now()) / speed), LONGEST)).unref()
    return () => {
      clearTimeout(timer)
    }
  }
  return { now, speed, at }
}
