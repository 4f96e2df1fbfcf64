// A clock that a test drives: it stands still until it is told to go on, and then runs what was due.
import type { Clock } from '../../server/clock.ts'

export interface DrivenClock extends Clock {
  /** Moves on by `ms`, running each timer at its own instant. */
  advance(ms: number): void
  /** Shows `at` (UTC ms) from now on, backwards too; runs what is due by then. */
  set(at: number): void
}

interface Timer {
  readonly at: number
  readonly run: () => void
}

export function drivenClock(start: number): DrivenClock {
  let now = start
  const timers = new Set<Timer>()

  function set(at: number): void {
    for (;;) {
      const due = [...timers].filter((each) => each.at <= at).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      timers.delete(due)
      now = Math.max(now, due.at)
      due.run()
    }
    now = at
  }

  return {
    speed: 1,
    now: () => now,
    set,
    advance: (ms) => set(now + ms),
    at(instant, run) {
      const timer = { at: instant, run }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
  }
}
