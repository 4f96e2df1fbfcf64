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

  /** Adds a length of `ms`, not negative. */
  add(ms: number): void {
    this.addTo(bucketOf(ms), 1)
    this.n += 1
    this.sum += ms
    if (ms > this.max) this.max = ms
  }

  /** Adds what another one, given by its parts, says of lengths; its buckets follow by `addTo`. */
  addSums(n: number, sum: number, max: number): void {
    // Buckets first counted here need to know who was there alone.
    if (n > 0) this.spread()
    this.n += n
    this.sum += sum
    if (max > this.max) this.max = max
  }

  addTo(bucket: number, count: number): void {
    if (this.n === 0 && count === 1 && !this.buckets) return
    const buckets = this.spread()
    buckets[bucket] = (buckets[bucket] ?? 0) + count
  }

  /** Calls `each` with every bucket that is not empty, in order. */
  forEach(each: (bucket: number, count: number) => void): void {
    if (!this.buckets) {
      if (this.n === 1) each(bucketOf(this.max), 1)
      return
    }
    this.buckets.forEach((count, bucket) => {
      if (count > 0) each(bucket, count)
    })
  }

  merge(other: Lengths): void {
    if (other.n === 0) return
    if (other.n === 1) {
      this.add(other.max)
      return
    }
    this.addSums(other.n, other.sum, other.max)
    other.forEach((bucket, count) => {
      this.addTo(bucket, count)
    })
  }

  /** How many are no longer than `ms`: exact for whole minutes up to 100. */
  notLongerThan(ms: number): number {
    let sum = 0
    this.forEach((bucket, count) => {
      if (upperLimit(bucket) <= ms) sum += count
    })
    return sum
  }

  /** The length that the share `part` (0 to 1) does not exceed, within the width of a bucket. */
  percentile(part: number): number | null {
    if (this.n === 0) return null
    const rank = Math.max(1, Math.ceil(part * this.n))
    let seen = 0
    let found = BUCKETS - 1
    let isFound = false
    this.forEach((bucket, count) => {
      seen += count
      if (!isFound && seen >= rank) {
        found = bucket
        isFound = true
      }
    })
    if (rank === this.n) return this.max
    const upper = upperLimit(found)
    if (upper === Infinity) return this.max
    return Math.min(this.max, Math.round((lowerLimit(found) + upper) / 2))
  }

  toSpread(): Spread {
    const { n, sum, max } = this
    return {
      n,
      sum,
      mean: n === 0 ? null : sum / n,
      p50: this.percentile(0.5),
      p80: this.percentile(0.8),
      p90: this.percentile(0.9),
      max: n === 0 ? null : max,
    }
  }

  private spread(): Uint32Array {
    if (this.buckets) return this.buckets
    this.buckets = new Uint32Array(BUCKETS)
    if (this.n === 1) this.buckets[bucketOf(this.max)] = 1
    return this.buckets
  }
}
