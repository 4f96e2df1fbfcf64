// Money in whole numbers. A cost is milliseconds × a rate, kept exact; cents come last, once for a
// sum, and are shared among its parts so that the parts add up to it.

/** Costs are counted in these: a millisecond at a hundredth of a cent a minute. */
const PER_CENT = 60_000n * 100n

/** The exact cost of `ms` (whole, from 0) at `perMinute` (hundredths of a cent, whole, from 0). */
export function exactCost(ms: number, perMinute: number): bigint {
  return BigInt(ms) * BigInt(perMinute)
}

/** An exact cost (from 0) in cents, half a cent up. */
export function toCents(exact: bigint): number {
  return Number((exact + PER_CENT / 2n) / PER_CENT)
}

/**
 * The cents of each part, in order: each is its exact cost rounded down or up, and together they are
 * the cents of the sum. Where parts are as near to the next cent, the first is rounded up.
 */
export function shareCents(parts: readonly bigint[]): number[] {
  const total = BigInt(toCents(parts.reduce((sum, part) => sum + part, 0n)))
  const cents = parts.map((part) => part / PER_CENT)
  let left = Number(total - cents.reduce((sum, part) => sum + part, 0n))
  const nearest = parts
    .map((part, index) => ({ index, rest: part % PER_CENT }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of nearest) {
    if (left <= 0) break
    cents[index] = (cents[index] ?? 0n) + 1n
    left -= 1
  }
  return cents.map(Number)
}
