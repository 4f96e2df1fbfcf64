// An office followed along its journal, and which visits that changed.
import type { Fact } from './facts.ts'
import { apply, findVisit, type OfficeState } from './state.ts'
import type { Visit } from './visit.ts'

/** What became of a visit. `before` is undefined when the office did not have it. */
export interface VisitChange {
  readonly before: Visit | undefined
  readonly visit: Visit
}

/**
 * The office after `facts`, its next ones, and each visit that they have changed and not sent away.
 * Throws when they are not its next ones.
 */
export function follow(
  state: OfficeState,
  facts: readonly Fact[],
): { state: OfficeState; visits: ReadonlyMap<string, VisitChange> } {
  const visits = new Map<string, VisitChange>()
  let after = state
  for (const fact of facts) {
    const before = after
    after = apply(after, fact)
    if (!('visit' in fact.body)) continue
    const id = fact.body.visit
    const visit = findVisit(after, id)
    const known = visits.get(id)
    if (visit) visits.set(id, { before: known ? known.before : findVisit(before, id), visit })
    else visits.delete(id)
  }
  return { state: after, visits }
}
