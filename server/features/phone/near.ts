// Whose turn is near: so near that a phone whose page is closed is told.
import { orderOf } from '../../domain/deciding.ts'
import { aheadOf } from '../../domain/place-in-line.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'

/** So many people ahead are near. */
const NEAR = 2

/** Whether this visit waits, or is expected, with so few ahead that its turn is near. */
export function isNear(office: Snapshot, id: string): boolean {
  const visit = office.state.visits.get(id)
  const ahead = visit && aheadIn(office, visit)
  return ahead != null && ahead <= NEAR
}

/** How many are ahead of it; null while that means nothing. */
export function aheadIn({ state }: Snapshot, visit: Visit): number | null {
  return state.settings ? aheadOf(state, orderOf(state.settings), visit) : null
}
