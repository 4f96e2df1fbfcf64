// Chance that can be repeated: the same seed gives the same day. Pure but for the state of the
// generator itself.

export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number
  /** Whether something of this chance (0 to 1) happens. */
  chance(probability: number): boolean
  /** From `low` (included) to `high` (excluded). */
  between(low: number, high: number): number
  /** Time to the next event of a Poisson process with `rate` events per unit of time. */
  exponential(rate: number): number
  /** Log-normal with this median; `sigma` is the standard deviation of its logarithm. */
  logNormal(median: number, sigma: number): number
  /** One of `choices`, in proportion to their weights. Throws when there is none. */
  pick<T>(choices: readonly { readonly value: T; readonly weight: number }[]): T
  /** A generator of its own, so that drawing more here does not change what is drawn there. */
  fork(): Random
}

/** A generator of 32 bits of state (splitmix32): small, quick and good enough for an office. */
export function seededRandom(seed: number): Random {
  let state = seed | 0

  function next(): number {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }

  /** Standard normal, by Box and Muller. */
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }

  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    exponential: (rate) => -Math.log(1 - next()) / rate,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick(choices) {
      const total = choices.reduce((sum, { weight }) => sum + weight, 0)
      let left = next() * total
      for (const { value, weight } of choices) {
        left -= weight
        if (left < 0) return value
      }
      const last = choices.at(-1)
      if (!last) throw new Error('nothing to pick from')
      return last.value
    },
    fork: () => seededRandom(Math.floor(next() * 2 ** 32)),
  }
}
