// Many lengths of time, added up: how many, their sum, the longest, and a histogram. Two of them merge
// into what both together would have been, so that rollups and single visits come out equal.
import { BUCKETS, bucketOf, lowerLimit, upperLimit } from './buckets.ts'

/** What a report says of lengths; ms. Null: there were none. */
export interface Spread {
  readonly n: number
  readonly sum: number
  readonly mean: number | null
  readonly p50: number | null
  readonly p80: number | null
  readonly p90: number | null
  readonly max: number | null
}

/** So many are kept as a list: most cells hold a few, and a histogram of them would be mostly noughts. */
const FEW = 12

export class Lengths {
  n = 0
  sum = 0
  max = 0
  /** The bucket of each, in no order; null once they are too many. */
  private few: number[] | null = null
  /** How many are in each bucket. */
  private buckets: Uint32Array | null = null
  /** The first and the last bucket that hold anything: only what lies between is ever looked at. */
  private first = BUCKETS
  private last = -1

  /** Adds a length of `ms`, not negative. */
  add(ms: number): void {
    this.addSums(1, ms, ms)
    this.addTo(bucketOf(ms), 1)
  }

  /** Adds what is said of `n` lengths together. Their buckets are to follow by `addTo`. */
  addSums(n: number, sum: number, max: number): void {
    this.n += n
    this.sum += sum
    if (max > this.max) this.max = max
  }

  addTo(bucket: number, count: number): void {
    if (!this.buckets) {
      const few = (this.few ??= [])
      if (few.length + count <= FEW) {
        for (let each = 0; each < count; each += 1) few.push(bucket)
        return
      }
    }
    const buckets = this.spread()
    buckets[bucket] = (buckets[bucket] ?? 0) + count
    this.widen(bucket, bucket)
  }

  /**
   * How many are in each bucket, for `n` lengths to be added to, and `widen` to be told; null: there are
   * so few that `addTo` is better.
   */
  bucketsFor(n: number): Uint32Array | null {
    return this.buckets || n > FEW ? this.spread() : null
  }

  /** From `first` to `last` there may be something now. */
  widen(first: number, last: number): void {
    if (first < this.first) this.first = first
    if (last > this.last) this.last = last
  }

  /** Calls `each` with every bucket that is not empty, in order. */
  forEach(each: (bucket: number, count: number) => void): void {
    const { buckets } = this
    if (!buckets) {
      forEachOf(this.few ?? [], each)
      return
    }
    for (let bucket = this.first; bucket <= this.last; bucket += 1) {
      const count = buckets[bucket] ?? 0
      if (count > 0) each(bucket, count)
    }
  }

  merge(other: Lengths): void {
    this.addSums(other.n, other.sum, other.max)
    const from = other.buckets
    if (!from) {
      for (const bucket of other.few ?? []) this.addTo(bucket, 1)
      return
    }
    const to = this.spread()
    this.widen(other.first, other.last)
    for (let bucket = other.first; bucket <= other.last; bucket += 1) {
      to[bucket] = (to[bucket] ?? 0) + (from[bucket] ?? 0)
    }
  }

  /** How many are no longer than `ms`: exact for whole minutes up to 100. */
  notLongerThan(ms: number): number {
    let sum = 0
    this.forEach((bucket, count) => {
      if (upperLimit(bucket) <= ms) sum += count
    })
    return sum
  }

  /**
   * The lengths that these shares (0 to 1, in order) do not exceed, ms, within the width of a bucket;
   * null when there are none.
   */
  percentiles(parts: readonly number[]): (number | null)[] {
    const ranks = parts.map((part) => Math.max(1, Math.ceil(part * this.n)))
    const found: (number | null)[] = ranks.map(() => null)
    let next = 0
    let seen = 0
    this.forEach((bucket, count) => {
      seen += count
      for (; next < ranks.length && seen >= (ranks[next] ?? 0); next += 1) {
        found[next] = ranks[next] === this.n ? this.max : this.middle(bucket)
      }
    })
    return found
  }

  toSpread(): Spread {
    const { n, sum, max } = this
    if (n === 0) return NONE
    const [p50 = null, p80 = null, p90 = null] = this.percentiles(SAID)
    return { n, sum, mean: sum / n, p50, p80, p90, max }
  }

  private middle(bucket: number): number {
    const upper = upperLimit(bucket)
    if (upper === Infinity) return this.max
    return Math.min(this.max, Math.round((lowerLimit(bucket) + upper) / 2))
  }

  private spread(): Uint32Array {
    if (this.buckets) return this.buckets
    const buckets = new Uint32Array(BUCKETS)
    this.buckets = buckets
    for (const bucket of this.few ?? []) {
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
      this.widen(bucket, bucket)
    }
    this.few = null
    return buckets
  }
}

function forEachOf(few: readonly number[], each: (bucket: number, count: number) => void): void {
  const sorted = [...few].sort((a, b) => a - b)
  for (let at = 0; at < sorted.length;) {
    const bucket = sorted[at] ?? 0
    const from = at
    while (at < sorted.length && sorted[at] === bucket) at += 1
    each(bucket, at - from)
  }
}

const SAID = [0.5, 0.8, 0.9] as const
const NONE: Spread = { n: 0, sum: 0, mean: null, p50: null, p80: null, p90: null, max: null }
