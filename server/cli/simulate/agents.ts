// Who works, what they take, and when they eat. Pure.
import { HOUR, MINUTE, type AgentPlan, type Interval } from './day.ts'

/** How long they eat, ms. */
export const LUNCH = 30 * MINUTE

/**
 * Agents of different skills: the first takes everything, so that nobody waits in vain; the others
 * each leave out some services, not the same ones. They eat one after another, from a little before
 * the middle of the day.
 */
export function planAgents(
  count: number,
  services: readonly string[],
  open: Interval,
): AgentPlan[] {
  const middle = open.from + (open.to - open.from) / 2
  return Array.from({ length: count }, (_, index) => {
    const lunch = middle - HOUR + index * LUNCH
    return {
      services: index === 0 ? null : leaveOut(services, index, count),
      work: [
        { from: open.from, to: lunch },
        { from: lunch + LUNCH, to: open.to },
      ].filter(({ from, to }) => from < to),
    }
  })
}

/** All but every `count`th service; all when there would be nothing left. */
function leaveOut(services: readonly string[], index: number, count: number): readonly string[] {
  const taken = services.filter((_, number) => number % count !== index)
  return taken.length > 0 ? taken : services
}
