// Moments of calling, played one after another: each once by its id, each in full, however fast
// the counters call. Time is handed in.

/** A call to be chimed for and shown large. A larger id is newer. */
export interface Moment {
  id: number
  visit: string
  ticket: string
  counter: string
}

export interface CallQueueOptions {
  /** How long each moment has the screen for itself, ms. */
  lasts: number
  /** Calls back once, after so many ms. */
  after(ms: number, callback: () => void): void
  /** The moment that begins now; null when all have been played. */
  play(moment: Moment | null): void
}

export interface CallQueue {
  /** Plays it in its turn, unless its id was heard or skipped before. */
  hear(moment: Moment): void
  /** Takes these as old: they are never played. */
  skip(ids: number[]): void
}

/** A board runs for months: it need not remember the calls of last week. */
const REMEMBERED = 1_000

export function createCallQueue({ lasts, after, play }: CallQueueOptions): CallQueue {
  const known = new Set<number>()
  const waiting: Moment[] = []
  let isPlaying = false

  function remember(id: number): void {
    known.add(id)
    const [oldest] = known
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  }

  function next(): void {
    const moment = waiting.shift() ?? null
    isPlaying = moment !== null
    play(moment)
    if (moment) after(lasts, next)
  }

  return {
    hear(moment) {
      if (known.has(moment.id)) return
      remember(moment.id)
      waiting.push(moment)
      waiting.sort((a, b) => a.id - b.id)
      if (!isPlaying) next()
    },
    skip(ids) {
      ids.forEach(remember)
    },
  }
}
