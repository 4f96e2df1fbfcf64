// A clock for tests of simulated days: it stands still while anything happens, and jumps to
// whatever is slept for when nothing does.
import type { DayClock, Instant } from '../../../server/cli/simulate/scheduler.ts'

export class DrivenClock implements DayClock {
  #now: Instant

  constructor(now: Instant) {
    this.#now = now
  }

  now(): Instant {
    return this.#now
  }

  sleep(at: Instant): { done: Promise<void>; hurry: () => void } {
    let isWoken = false
    const done = new Promise<void>((resolve) => {
      setImmediate(() => {
        if (!isWoken) this.#now = Math.max(this.#now, at)
        resolve()
      })
    })
    return { done, hurry: () => (isWoken = true) }
  }
}
