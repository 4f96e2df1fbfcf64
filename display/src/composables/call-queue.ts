// Moments of calling, played one after another: each once, in full, however fast the counters call.
// How long one takes is said by whoever plays it.
import type { Language } from '#protocol'

/** A call, or a recall, to be shown large, with its sound. */
export interface Moment {
  /** Which call it is, and how often that has been announced: together, which moment. */
  call: number
  times: number
  /** By which it stands in line: what happened later is larger. */
  place: number
  visit: string
  ticket: string
  counter: string
  service: string
  language: Language
  /** Who it is for asked to be called without sound. */
  isQuiet: boolean
  /** First name and initial, where the office calls by name and they agreed. */
  name: string | null
}

/** A moment that has been heard: a call, and how often it had been announced by then. */
export type Heard = readonly [call: number, times: number]

export interface CallQueueOptions {
  /** Shows and says one; settles when that is over, in full. */
  play(moment: Moment): Promise<void>
  /** What is being played (the first), or waits to be, has changed. */
  onChange(pending: readonly Moment[]): void
  /** A moment is over: not to be played again by a later page of this board either. */
  onPlayed?(played: Heard): void
}

export interface CallQueue {
  /** Plays it in its turn, unless it was heard or skipped before. */
  hear(moment: Moment): void
  /** Takes these as old: they are never played. */
  skip(heard: readonly Heard[]): void
}

/** A board runs for months: it need not remember the calls of last week. */
const REMEMBERED = 1_000

export function createCallQueue({ play, onChange, onPlayed }: CallQueueOptions): CallQueue {
  /** By call, how often it had been announced. */
  const known = new Map<number, number>()
  /** The first is being played. */
  const pending: Moment[] = []

  function isNew(call: number, times: number): boolean {
    return times > (known.get(call) ?? 0)
  }

  function remember(call: number, times: number): void {
    if (!isNew(call, times)) return
    known.delete(call)
    known.set(call, times)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  }

  async function begin(): Promise<void> {
    for (;;) {
      onChange([...pending])
      const [playing] = pending
      if (!playing) return
      // One that fails to sound has been shown: the next one must not wait for it.
      await play(playing).catch(() => undefined)
      pending.shift()
      onPlayed?.([playing.call, playing.times])
    }
  }

  return {
    hear(moment) {
      if (!isNew(moment.call, moment.times)) return
      remember(moment.call, moment.times)
      const isResting = pending.length === 0
      const sooner = pending.findIndex(({ visit }, index) => index > 0 && visit === moment.visit)
      const waits = pending[sooner]
      if (!waits) {
        const after = pending.findIndex(({ place }, index) => index > 0 && place > moment.place)
        pending.splice(after < 0 ? pending.length : after, 0, moment)
      } else if (moment.call >= waits.call) {
        // Called again before its turn came: only where to go now is true, and its turn stays.
        pending[sooner] = { ...moment, place: waits.place }
      }
      if (isResting) void begin()
      else onChange([...pending])
    },
    skip(heard) {
      for (const [call, times] of heard) remember(call, times)
    },
  }
}
