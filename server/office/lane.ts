// Lanes: one batch after another, and two lanes at once when a visit goes from one to the other.
import type { Waiting } from './batch.ts'

/** What waits to be decided, in the order in which it came. */
export interface Lane {
  readonly name: string
  readonly queue: Waiting[]
  isRunning: boolean
  /** Resolves when what was last let in is done. */
  turn: Promise<void>
}

/** One batch at a time: runs `work` once whatever came to the lane before is done. */
export async function inTurn<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  const before = lane.turn
  let leave = (): void => undefined
  lane.turn = new Promise((resolve) => (leave = resolve))
  await before
  try {
    return await work()
  } finally {
    leave()
  }
}
