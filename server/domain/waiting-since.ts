// Since when somebody waits: the one rule of the live page, of thresholds, of reports and of the desk.

/**
 * UTC ms, as if all they waited had been one stretch: who waited before, and was called or on hold in
 * between, has that wait (`waited`, ms) added. `since`: when they began to wait this time; the booked
 * time is the earliest that counts. Now less this is the wait; it lies ahead while a booked time does.
 */
export function waitingSince({
  since,
  bookedAt,
  waited,
}: {
  readonly since: number
  readonly bookedAt: number | undefined
  readonly waited: number
}): number {
  return Math.max(since, bookedAt ?? since) - waited
}

/** How long that is so far, ms; none before a booked time. */
export const waitSoFar = (waitsSince: number, now: number): number => Math.max(0, now - waitsSince)
