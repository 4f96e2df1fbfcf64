// The places of a whole line at once: `peopleAhead` for many visits, by the same rule.
import { mayTake } from './may-take.ts'
import { peopleAhead, takeable, type Order } from './order.ts'
import { remembered } from './remembered.ts'
import { waitingVisits, type OfficeState } from './state.ts'
import type { Visit } from './visit.ts'

/** How many are called before a waiting visit. */
type Place = (visit: Visit) => number

/**
 * Says of any waiting visit of this office how many are called before it, exactly as `peopleAhead`
 * does; the line is sorted once, however many are asked about. `order`: the office's own.
 */
export const placesIn = remembered(
  (state: OfficeState, order: Order): Place =>
    order.policy.share ? (visit) => peopleAhead(state, order, visit) : placesByRank(state, order),
  { office: ({ office }) => office, by: (state) => state },
)

function placesByRank(state: OfficeState, order: Order): Place {
  const agents = [...state.agents.values()]
  const masks = new Map<string, bigint>()
  /** Who may take it, a bit for each agent. */
  const takers = (visit: Visit): bigint => {
    const asked = takeable(visit)
    const { service, language, counterKind = '', agent, counter } = asked
    const key = JSON.stringify([service, language, counterKind, agent, counter])
    let mask = masks.get(key)
    if (mask === undefined) {
      mask = agents.reduce(
        (sum, each, bit) => (mayTake(each, asked) ? sum | (1n << BigInt(bit)) : sum),
        0n,
      )
      masks.set(key, mask)
    }
    return mask
  }
  const line = [...waitingVisits(state)]
    .sort(order.compare)
    .map((visit) => ({ visit, mask: takers(visit) }))
  return (visit) => {
    const mine = takers(visit)
    let ahead = 0
    for (const each of line) {
      if (order.compare(each.visit, visit) >= 0) break
      // When nobody is there who may take it, everyone ahead counts.
      if (mine === 0n || (each.mask & mine) !== 0n) ahead += 1
    }
    return ahead
  }
}

/**
 * How many are ahead of a visit that waits, or that is expected and would wait if it were here;
 * null for any other.
 */
export function aheadOf(state: OfficeState, order: Order, visit: Visit): number | null {
  if (visit.state === 'waiting') return placesIn(state, order)(visit)
  if (visit.state !== 'expected') return null
  const here: Visit = { ...visit, state: 'waiting' }
  return peopleAhead({ ...state, visits: state.visits.set(visit.id, here) }, order, here)
}
