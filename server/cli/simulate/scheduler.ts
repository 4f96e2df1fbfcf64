// Does each thing at its time on a given clock. Knows nothing of offices. What it starts may take
// time (a request on its way) and does not hold up what comes after it.

/** UTC ms of the simulated day. */
export type Instant = number

export interface DayClock {
  now(): Instant
  /** Resolves once the clock shows `at` or later, or when `hurry` is called. */
  sleep(at: Instant): { done: Promise<void>; hurry: () => void }
}

interface Planned {
  at: Instant
  order: number
  /** Whether the day is not over before this is done. */
  isNeeded: boolean
  run: () => Promise<void> | void
}

export class Scheduler {
  readonly #clock: DayClock
  readonly #planned: Planned[] = []
  readonly #underWay = new Set<Promise<void>>()
  #order = 0
  #needed = 0
  #hurry: () => void = () => undefined
  #failure: { error: unknown } | null = null
  #isStopped = false

  constructor(clock: DayClock) {
    this.#clock = clock
  }

  now(): Instant {
    return this.#clock.now()
  }

  /** Runs `run` when the clock shows `at`; things of the same instant in the order given. */
  at(at: Instant, run: () => Promise<void> | void): void {
    this.#plan({ at, order: this.#order++, isNeeded: true, run })
  }

  /** The same, for what nobody waits for: the day may be over before it. */
  atWhileItLasts(at: Instant, run: () => Promise<void> | void): void {
    this.#plan({ at, order: this.#order++, isNeeded: false, run })
  }

  /** Waits on the day's clock. */
  until(at: Instant): Promise<void> {
    return new Promise((resolve) => {
      this.at(at, resolve)
    })
  }

  /** Resolves when nothing needed is planned and nothing is under way; rejects with the first failure. */
  async run(): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure.error
      const next = this.#planned[0]
      if (this.#isStopped || (this.#needed === 0 && this.#underWay.size === 0)) return
      if (next && next.at <= this.#clock.now()) {
        const due = pop(this.#planned)
        if (due.isNeeded) this.#needed -= 1
        this.#start(due)
        continue
      }
      await this.#rest(next)
    }
  }

  /** Forgets what is planned; `run` resolves at once. */
  stop(): void {
    this.#isStopped = true
    this.#hurry()
  }

  #plan(planned: Planned): void {
    if (planned.isNeeded) this.#needed += 1
    push(this.#planned, planned)
    this.#hurry()
  }

  #start({ run }: Planned): void {
    const work = Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#underWay.delete(work)
        this.#hurry()
      })
    this.#underWay.add(work)
  }

  /** Until the next thing is due, or something changes. */
  async #rest(next: Planned | undefined): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.#hurry = resolve
    })
    const sleep = next ? this.#clock.sleep(next.at) : null
    await Promise.race(sleep ? [woken, sleep.done] : [woken])
    sleep?.hurry()
    this.#hurry = () => undefined
  }
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** A binary heap, earliest first. */
function push(heap: Planned[], planned: Planned): void {
  let index = heap.push(planned) - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    const above = heap[parent]
    if (!above || isBefore(above, planned)) return
    heap[index] = above
    heap[parent] = planned
    index = parent
  }
}

function pop(heap: Planned[]): Planned {
  const [first] = heap
  const last = heap.pop()
  if (!first || !last) throw new Error('nothing is planned')
  if (heap.length === 0) return first
  let index = 0
  heap[0] = last
  for (;;) {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    const [a, b] = [heap[left], heap[right]]
    if (!a) return first
    const [child, below] = b && isBefore(b, a) ? [right, b] : [left, a]
    if (isBefore(last, below)) return first
    heap[index] = below
    heap[child] = last
    index = child
  }
}
