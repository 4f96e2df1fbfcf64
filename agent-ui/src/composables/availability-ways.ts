// The states an agent can put themselves in. Each keeps its number whatever the present one is, so
// that a hand that has learned it needs no eyes.
import type { Availability, CounterRow, RulesRow } from '#protocol'

export interface Way {
  readonly availability: Availability
  readonly reason?: string
}

/** In the order of their numbers: the states, then the office's reasons for being away. */
export function waysOf(rules: RulesRow): readonly Way[] {
  return [
    { availability: 'available' },
    { availability: 'break' },
    { availability: 'back-office' },
    { availability: 'wrap-up' },
    { availability: 'away' },
    ...rules.reasons.away.map(({ code }) => ({ availability: 'away' as const, reason: code })),
  ]
}

/** Whether the agent at `counter` is in this state now. */
export function isPresent(
  { availability, reason }: Way,
  counter: Pick<CounterRow, 'availability' | 'reason'>,
): boolean {
  return availability === counter.availability && reason === counter.reason
}
