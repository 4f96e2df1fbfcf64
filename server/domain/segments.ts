// Segments: the unbroken stretches a visit's time is made of. They follow each other without gap or
// overlap, so their lengths add up to the time in office, exactly.
import type { VisitState } from './states.ts'

/** `left` and `no-show` are stretches between an end and being brought back: time away. */
export type SegmentState = Exclude<VisitState, 'served' | 'closed'>

export interface Segment {
  readonly state: SegmentState
  /** UTC ms. */
  readonly from: number
  /** UTC ms, or null while it is open. Never before `from`. */
  readonly to: number | null
  readonly agent: string | null
  readonly counter: string | null
  /** Ordinal of the request this time is spent on, from 1. */
  readonly request: number
}

/** The segments with the open one, if any, ended at `at` (or at its own start, were `at` earlier). */
export function closeOpen(segments: readonly Segment[], at: number): readonly Segment[] {
  const open = segments.at(-1)
  if (open?.to !== null) return segments
  return [...segments.slice(0, -1), { ...open, to: Math.max(at, open.from) }]
}

/** The segments with the open one ended at `next.from` and `next` opened. */
export function openNext(
  segments: readonly Segment[],
  next: Omit<Segment, 'to'>,
): readonly Segment[] {
  return [...closeOpen(segments, next.from), { ...next, to: null }]
}

/** Milliseconds of one segment, up to `now` while it is open; never negative. */
export function lengthOf(segment: Segment, now: number): number {
  return Math.max(0, (segment.to ?? now) - segment.from)
}

/** Milliseconds of all segments in any of `states`, up to `now` while open. */
export function timeIn(
  segments: readonly Segment[],
  states: readonly SegmentState[],
  now: number,
): number {
  return segments
    .filter((segment) => states.includes(segment.state))
    .reduce((sum, segment) => sum + lengthOf(segment, now), 0)
}
