// The buckets of every histogram of lengths of time. Each is about two per cent wide, and up to 100
// minutes every whole minute is a limit between two: how many waited no longer than 15 minutes is
// counted exactly. A bucket holds what is longer than its lower limit, up to and including its upper.

/** Seconds up to which, and the width of the buckets until there. */
const STEPS: readonly (readonly [upTo: number, width: number])[] = [
  ...([
    [120, 1],
    [240, 2],
    [480, 4],
    [600, 10],
    [900, 12],
    [1_200, 15],
    [1_800, 20],
  ] as const),
  ...([
    [3_000, 30],
    [6_000, 60],
    [12_000, 120],
    [24_000, 240],
    [48_000, 480],
  ] as const),
  ...([
    [96_000, 960],
    [192_000, 1_920],
    [384_000, 3_840],
    [768_000, 7_680],
  ] as const),
]

/** How wide a bucket is at most, as a share of the lengths in it; below 48 s it is one second. */
export const WIDTH = 0.0215

/** Upper limits, ms. The first bucket holds 0 alone; the last one whatever is longer. */
const LIMITS: readonly number[] = (() => {
  const limits = [0]
  let from = 0
  for (const [upTo, width] of STEPS) {
    for (let limit = from + width; limit <= upTo; limit += width) limits.push(limit * 1_000)
    from = upTo
  }
  return [...limits, Infinity]
})()

export const BUCKETS = LIMITS.length

/** For each step: the bucket that begins it, and where it begins, in s. */
const STARTS = (() => {
  let bucket = 1
  let from = 0
  return STEPS.map(([upTo, width]) => {
    const start = { bucket, from, upTo, width }
    bucket += (upTo - from) / width
    from = upTo
    return start
  })
})()

/** The bucket of each number of seconds, as far as most lengths go: asked for millions of times. */
const OF_SECONDS = Uint16Array.from({ length: 7_201 }, (_, seconds) => search(seconds))

/** The bucket of a length of `ms`, which is not negative. */
export function bucketOf(ms: number): number {
  if (ms <= 0) return 0
  const seconds = Math.ceil(ms / 1_000)
  return OF_SECONDS[seconds] ?? search(seconds)
}

function search(seconds: number): number {
  if (seconds <= 0) return 0
  for (const { bucket, from, upTo, width } of STARTS) {
    if (seconds <= upTo) return bucket + Math.ceil((seconds - from) / width) - 1
  }
  return BUCKETS - 1
}

/** The upper limit of a bucket, ms, which it includes; Infinity for the last. */
export function upperLimit(bucket: number): number {
  return LIMITS[bucket] ?? Infinity
}

/** The lower limit of a bucket, ms, which it does not include. */
export function lowerLimit(bucket: number): number {
  return bucket === 0 ? 0 : (LIMITS[bucket - 1] ?? 0)
}
