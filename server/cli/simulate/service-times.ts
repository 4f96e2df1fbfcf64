// How much each service is asked for and how long it takes. An office's services have no such
// figures of their own yet, so each code gets some of its own, always the same. Pure.
import { MINUTE } from './day.ts'
import { seededRandom } from './seeded-random.ts'

export interface ServiceHabits {
  readonly service: string
  /** Share of the people, beside the other services. */
  readonly weight: number
  /** Median of the service time, ms. */
  readonly median: number
  /** Standard deviation of its logarithm. */
  readonly sigma: number
}

export function habitsOf(services: readonly string[]): ServiceHabits[] {
  return services.map((service) => {
    const random = seededRandom(hash(service))
    return {
      service,
      weight: random.logNormal(1, 0.8),
      median: random.between(3, 11) * MINUTE,
      sigma: random.between(0.45, 0.75),
    }
  })
}

/** Mean service time of whoever comes, ms. */
export function meanServiceTime(habits: readonly ServiceHabits[]): number {
  const weights = habits.reduce((sum, { weight }) => sum + weight, 0)
  const times = habits.reduce(
    (sum, { weight, median, sigma }) => sum + weight * median * Math.exp(sigma ** 2 / 2),
    0,
  )
  return times / weights
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7)
}
