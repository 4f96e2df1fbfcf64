// The clock that a simulated day follows: the server's own, asked for once and then kept in step.
import type { DayClock, Instant } from './scheduler.ts'

export interface Shown {
  /** What the clock showed, UTC ms. */
  now: Instant
  /** How many of its seconds pass in one real second. */
  speed: number
}

const LONGEST = 2 ** 31 - 1

/** A clock that showed `shown` at `seenAt` (of `performance.now()`) and has run on since. */
export function followedClock(shown: Shown, seenAt: number): DayClock {
  const now = (): Instant => shown.now + (performance.now() - seenAt) * shown.speed
  return {
    now,
    sleep(at) {
      let hurry: () => void = () => undefined
      const done = new Promise<void>((resolve) => {
        const real = Math.min(LONGEST, Math.max(0, (at - now()) / shown.speed))
        const timer = setTimeout(resolve, real)
        hurry = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      return { done, hurry }
    },
  }
}

/** Asks a running server what its clock shows. */
export async function serverClock(url: string): Promise<Shown & { seenAt: number }> {
  const asked = performance.now()
  const response = await fetch(`${url}/api/ready`)
  const { clock } = (await response.json()) as { clock: { now: string; speed: number } }
  const seenAt = (asked + performance.now()) / 2
  return { now: Date.parse(clock.now), speed: clock.speed, seenAt }
}
