// Tells of commits in their order: first whoever asked, then the screens. It does so once the next
// batch is on its way, so that the disk, those who asked and the screens are busy at the same time.
import type { Commit } from './asking.ts'

export interface Tellers {
  /** Makes a commit what views and answers show. */
  readonly show: (commit: Commit) => void
  /** Tells the screens of it. */
  readonly publish: (commit: Commit) => void
}

export class Teller {
  private readonly tellers: Tellers
  private untold = 0

  constructor(tellers: Tellers) {
    this.tellers = tellers
  }

  /** Whether there is something that nobody has been told yet. */
  get isBusy(): boolean {
    return this.untold > 0
  }

  /** Shows the commits, calls `answer`, and tells the screens; after all that was told before. */
  tell(commits: readonly Commit[], answer: () => void): void {
    this.untold += 1
    // Immediates run in the order they were set: commits are told in the order they were made.
    setImmediate(() => {
      for (const commit of commits) this.tellers.show(commit)
      answer()
      setImmediate(() => {
        this.untold -= 1
        for (const commit of commits) this.tellers.publish(commit)
      })
    })
  }
}
