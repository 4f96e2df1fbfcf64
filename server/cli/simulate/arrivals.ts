// When people come: a Poisson process whose rate changes by the half hour. Pure.
import { HOUR, MINUTE, type Interval } from './day.ts'
import type { Instant } from './scheduler.ts'
import type { Random } from './seeded-random.ts'

const HALF_HOUR = 30 * MINUTE

/**
 * How busy each half hour after the opening is, beside the day's mean of 1: a queue at the door,
 * the late morning and the lunch hour full, quieter towards the closing.
 */
export const PROFILE = [
  1.25, 1.1, 1.15, 1.25, 1.3, 1.25, 1.2, 1.25, 1.15, 0.95, 0.9, 0.9, 0.85, 0.75, 0.6, 0.4,
] as const

/** Instants of arrival while the office is open; `perHour` is the day's mean. Ascending. */
export function drawArrivals(open: Interval, perHour: number, random: Random): Instant[] {
  const busiest = (perHour * Math.max(...PROFILE)) / HOUR
  const arrivals: Instant[] = []
  // Drawn at the busiest rate, then thinned to the rate of the moment.
  let at = open.from + random.exponential(busiest)
  while (at < open.to) {
    if (random.chance((perHour * busyness(open, at)) / HOUR / busiest)) {
      arrivals.push(Math.round(at))
    }
    at += random.exponential(busiest)
  }
  return arrivals
}

/** A day of another length has the same shape, stretched. */
function busyness(open: Interval, at: Instant): number {
  const stretched = ((at - open.from) / (open.to - open.from)) * PROFILE.length * HALF_HOUR
  return PROFILE[Math.floor(stretched / HALF_HOUR)] ?? 0
}
