// Who comes: what for, in which language, how patient, and how long it will take. Pure.
import { MINUTE, SECOND, type Citizen } from './day.ts'
import type { Instant } from './scheduler.ts'
import type { Random } from './seeded-random.ts'
import type { ServiceHabits } from './service-times.ts'

/** Chances of one person, 0 to 1. */
const CHANCES = { french: 0.15, priority: 0.07, neverComes: 0.03, willNotWaitForever: 0.8 } as const

/** Nobody is gone in a moment, and nobody stays all day. */
const SERVICE_TIME = { least: 30 * SECOND, most: 90 * MINUTE } as const

export function drawCitizen(
  arrivesAt: Instant,
  habits: readonly ServiceHabits[],
  random: Random,
): Citizen {
  const habit = random.pick(habits.map((value) => ({ value, weight: value.weight })))
  const time = random.logNormal(habit.median, habit.sigma)
  return {
    arrivesAt,
    service: habit.service,
    priority: random.chance(CHANCES.priority) ? 'priority' : 'normal',
    language: random.chance(CHANCES.french) ? 'fr' : 'en',
    patience: random.chance(CHANCES.willNotWaitForever) ? random.logNormal(40 * MINUTE, 0.6) : null,
    walk: random.between(8, 40) * SECOND,
    serviceTime: Math.min(SERVICE_TIME.most, Math.max(SERVICE_TIME.least, time)),
    comesWhenCalled: !random.chance(CHANCES.neverComes),
  }
}
