// Figures of a bench: percentiles of what was measured, medians and ranges of what was repeated.

export interface Spread {
  p50: number
  p99: number
}

/** The value below which `share` (0 to 1) of `sorted` lies; NaN when there is none. */
export function percentile(sorted: readonly number[], share: number): number {
  const last = sorted.length - 1
  return sorted[Math.min(last, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

export interface Repeated {
  median: number
  min: number
  max: number
}

export function repeated(values: readonly number[]): Repeated {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return {
    median: ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  }
}
