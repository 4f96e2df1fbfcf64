// Figures of a day: means, percentiles, sums. Lengths in ms. Pure.

export interface Waits {
  readonly count: number
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly max: number
  readonly sum: number
}

/** Of nothing, everything is 0. */
export function figuresOf(lengths: readonly number[]): Waits {
  const sorted = lengths.toSorted((a, b) => a - b)
  const sum = sorted.reduce((total, each) => total + each, 0)
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? 0 : sum / sorted.length,
    p50: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    max: sorted.at(-1) ?? 0,
    sum,
  }
}

/** The smallest length that at least `share` (0 to 1) of them do not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Share (0 to 1) of the lengths above `limit`. */
export function shareAbove(lengths: readonly number[], limit: number): number {
  if (lengths.length === 0) return 0
  return lengths.filter((each) => each > limit).length / lengths.length
}
