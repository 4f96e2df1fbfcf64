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

export class Lengths {
  n = 0
  sum = 0
  max = 0
  /** How many are in each bucket; made when there is a second one, since most cells hold one. */
  private buckets: Uint32Array | null = null
  /** The first and the last bucket that hold anything: only what lies between is ever looked at. */
  private first = BUCKETS
  private last = -1

  /** Adds a length of `ms`, not negative. */
  add(ms: number): void {
    if (this.n > 0) this.addTo(bucketOf(ms), 1)
    this.addSums(1, ms, ms)
  }

  /** Adds what is said of `n` lengths together. Their buckets are to follow by `addTo` when n > 1. */
  addSums(n: number, sum: number, max: number): void {
    if (n > 1) this.spread()
    this.n += n
    this.sum += sum
    if (max > this.max) this.max = max
  }

  addTo(bucket: number, count: number): void {
    const buckets = this.spread()
    buckets[bucket] = (buckets[bucket] ?? 0) + count
    if (bucket < this.first) this.first = bucket
    if (bucket > this.last) this.last = bucket
  }

  /** Calls `each` with every bucket that is not empty, in order. */
  forEach(each: (bucket: number, count: number) => void): void {
    const { buckets } = this
    if (!buckets) {
      if (this.n === 1) each(bucketOf(this.max), 1)
      return
    }
    for (let bucket = this.first; bucket <= this.last; bucket += 1) {
      const count = buckets[bucket] ?? 0
      if (count > 0) each(bucket, count)
    }
  }

  merge(other: Lengths): void {
    if (other.n === 0) return
    if (other.n === 1 || !other.buckets) {
      this.add(other.max)
      return
    }
    this.addSums(other.n, other.sum, other.max)
    const [to, from] = [this.spread(), other.buckets]
    for (let bucket = other.first; bucket <= other.last; bucket += 1) {
      to[bucket] = (to[bucket] ?? 0) + (from[bucket] ?? 0)
    }
    this.first = Math.min(this.first, other.first)
    this.last = Math.max(this.last, other.last)
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
    this.buckets = new Uint32Array(BUCKETS)
    if (this.n === 1) this.addTo(bucketOf(this.max), 1)
    return this.buckets
  }
}

const SAID = [0.5, 0.8, 0.9] as const
const NONE: Spread = { n: 0, sum: 0, mean: null, p50: null, p80: null, p90: null, max: null }
