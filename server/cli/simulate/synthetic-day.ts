// A believable day of one office, drawn from chance. Pure: the same seed, office and hours give the
// same day.
import { planAgents } from './agents.ts'
import { drawArrivals } from './arrivals.ts'
import { drawCitizen } from './citizens.ts'
import { HOUR, type Day, type Interval } from './day.ts'
import { seededRandom } from './seeded-random.ts'
import { habitsOf, meanServiceTime } from './service-times.ts'

/** How much of the agents' time people ask for: full enough that waits grow and fall again. */
const LOAD = 0.88

export interface Setting {
  open: Interval
  /** Codes of what the office offers. */
  services: readonly string[]
  agents: number
  seed: number
  /** How busy, beside an ordinary day; absent: 1. */
  busyness?: number
}

export function syntheticDay({ open, services, agents, seed, busyness = 1 }: Setting): Day {
  const random = seededRandom(seed)
  const habits = habitsOf(services)
  const perHour = (LOAD * busyness * agents * HOUR) / meanServiceTime(habits)
  const people = random.fork()
  const strangers = random.fork()
  return {
    citizens: drawArrivals(open, perHour, random.fork()).map((arrivesAt) =>
      drawCitizen(arrivesAt, habits, people),
    ),
    agents: planAgents(agents, services, open),
    stranger: (service) => ({
      ...drawCitizen(open.from, habitsOf([service]), strangers),
      patience: null,
      comesWhenCalled: true,
    }),
  }
}
