// Tells of commits in their order: first the screens, then whoever asked. It does so once the next
// batch is on its way, so that the disk and the screens are busy at the same time.
import type { Commit } from './asking.ts'

export class Teller {
  private readonly show: (commit: Commit) => void
  private untold = 0

  /** `show` makes a commit what views show, and publishes it. */
  constructor(show: (commit: Commit) => void) {
    this.show = show
  }

  /** Whether there is something that nobody has been told yet. */
  get isBusy(): boolean {
    return this.untold > 0
  }

  /** Shows the commits, then calls `answer`; after everything that was to be told before. */
  tell(commits: readonly Commit[], answer: () => void): void {
    this.untold += 1
    // Immediates run in the order they were set: commits are told in the order they were made.
    setImmediate(() => {
      this.untold -= 1
      try {
        for (const commit of commits) this.show(commit)
      } finally {
        answer()
      }
    })
  }
}
