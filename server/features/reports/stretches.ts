// Long work in short stretches: between two of them, whoever called or was called meanwhile is served.
import { setImmediate as turn } from 'node:timers/promises'

/** How long a stretch is at most, ms, but for what cannot be broken up. */
const STRETCH = 5

export class Stretches {
  private since = performance.now()

  /** To be waited for between any two pieces of work: at once, or after everybody else's turn. */
  async next(): Promise<void> {
    if (performance.now() - this.since < STRETCH) return
    await turn()
    this.since = performance.now()
  }
}
