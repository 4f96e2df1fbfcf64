// Work that nobody waits for: some of it at a time, and no more of it than can be done soon.

export class PushQueue {
  private readonly waiting: (() => Promise<void>)[] = []
  private readonly atOnce: number
  private readonly most: number
  private running = 0
  private isStopped = false
  private whenIdle = (): void => undefined

  /** `atOnce`: how many run side by side; `most`: how many may wait. */
  constructor(atOnce: number, most: number) {
    this.atOnce = atOnce
    this.most = most
  }

  /** False when it is full: the work is left out. The work itself must not throw. */
  add(work: () => Promise<void>): boolean {
    if (this.isStopped || this.waiting.length >= this.most) return false
    this.waiting.push(work)
    this.next()
    return true
  }

  /** Forgets what waits; resolves once nothing is under way. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.waiting.length = 0
    if (this.running === 0) return
    await new Promise<void>((resolve) => {
      this.whenIdle = resolve
    })
  }

  private next(): void {
    if (this.running >= this.atOnce) return
    const work = this.waiting.shift()
    if (!work) return
    this.running += 1
    void work().finally(() => {
      this.running -= 1
      if (this.running === 0 && this.waiting.length === 0) this.whenIdle()
      this.next()
    })
  }
}
