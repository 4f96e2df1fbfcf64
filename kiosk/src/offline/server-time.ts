// What time it is at the server, as well as the kiosk knows: by the difference between the two clocks
// when the server was last heard, which is kept over a restart.
import { createOfficeClock } from '#protocol'
import type { Known, OfflineTicket } from './ticket-store.ts'

type Seen = NonNullable<Known['clock']>

export interface ServerTime {
  /** UTC ms. */
  now(): number
  /** The server's clock shows `at`. Answers what is to be kept of it; null: what is kept will do. */
  heard(at: number): Seen | null
  /** A ticket was given just now, under this key. */
  gave(key: string): void
  /** When a ticket was given, UTC ms: what was given before the server was heard is known better now. */
  arrivedAt(ticket: Pick<OfflineTicket, 'key' | 'at'>): number
}

/** Drift between the clocks from which it matters, ms. */
const DRIFT = 1_000
/** How old what is kept may grow, ms. */
const OLD = 60_000

/** `clock`: the kiosk’s own, UTC ms. `kept`: as written by an earlier page; null: nothing. */
export function createServerTime(clock: { now(): number }, kept: Seen | null): ServerTime {
  const there = createOfficeClock()
  if (kept) there.heard(kept.at, kept.local)
  const now = (): number => there.read(clock.now())
  let seen = kept
  /** When the server was first heard, and whether the clock was wrong until then. */
  let first: (Seen & { wasWrong: boolean }) | null = null
  /** When (by the kiosk’s clock) tickets were given before that. */
  const early = new Map<string, number>()

  return {
    now,
    heard(at) {
      const local = clock.now()
      first ??= { at, local, wasWrong: Math.abs(at - now()) > DRIFT }
      there.heard(at, local)
      const isAsKept = seen && Math.abs(at - seen.at - (local - seen.local)) < DRIFT
      if (seen && isAsKept && local - seen.local < OLD) return null
      return (seen = { at, local })
    },
    gave(key) {
      if (first === null) early.set(key, clock.now())
    },
    arrivedAt({ key, at }) {
      const local = early.get(key)
      if (local === undefined || !first?.wasWrong) return at
      // By how long ago it was.
      return first.at - (first.local - local)
    },
  }
}
