// Runs what is asked for again and again: soon, and then not more often than a pause allows, the last
// time always. Never before whoever is being answered has been.

export class Paced {
  private readonly ranAt = new Map<string, number>()
  private readonly timers = new Map<string, NodeJS.Timeout>()

  /** `pause` in real ms between two runs of one name. */
  run(name: string, pause: number, run: () => void): void {
    if (this.timers.has(name)) return
    const since = performance.now() - (this.ranAt.get(name) ?? -Infinity)
    const timer = setTimeout(
      () => {
        this.timers.delete(name)
        this.ranAt.set(name, performance.now())
        run()
      },
      Math.max(0, pause - since),
    ).unref()
    this.timers.set(name, timer)
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }
}
