// A rate as people type it, in dollars a minute: `1.13` or « 1,13 ».

/** Hundredths of a cent. */
const IN_A_DOLLAR = 10_000
/** The highest that is taken, dollars a minute. */
const HIGHEST = 1_000

/** Hundredths of a cent a minute, a whole number from 0; null: no such amount, or finer than that. */
export function readRate(text: string): number | null {
  const bare = text.replaceAll(/[\s$\u00a0]/g, '').replace(',', '.')
  if (!/^\d{1,4}(\.\d{1,4})?$/.test(bare)) return null
  const rate = Math.round(Number(bare) * IN_A_DOLLAR)
  return rate <= HIGHEST * IN_A_DOLLAR ? rate : null
}
