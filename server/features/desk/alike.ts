// The other numbers that a person may have taken today, for the row of each.
import { isAlike, knownBy } from '../../domain/same-person.ts'
import { isLive } from '../../domain/states.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'

/** Ids of visits by what their people are known by. */
type Index = ReadonlyMap<string, readonly string[]>

/** An office's people are replaced by each change of one of them, never altered. */
const indexes = new WeakMap<Snapshot['people'], Index>()

/** Visits of today that are here, or were given up, and may be of the same person; first come first. */
export function alikeTo(office: Snapshot, id: string): Visit[] {
  const visit = visitOf(office, id)
  const person = office.people.get(id)
  if (!visit || !person) return []
  const index = indexOf(office.people)
  const found = knownBy(person).flatMap((mark) =>
    (index.get(mark) ?? [])
      .flatMap((each) => visitOf(office, each) ?? [])
      .filter((other) => isAlike(mark, visit, other)),
  )
  return [...new Set(found)].sort((a, b) => a.arrivedSeq - b.arrivedSeq)
}

/** Ids of the visits here whose rows name these, before the change or after it. */
export function touchedAlike(offices: readonly Snapshot[], visits: readonly string[]): string[] {
  return offices.flatMap((office) =>
    visits.flatMap((id) =>
      alikeTo(office, id).flatMap((each) => (isLive(each.state) ? [each.id] : [])),
    ),
  )
}

function visitOf({ state }: Snapshot, id: string): Visit | undefined {
  return state.visits.get(id) ?? state.ended.get(id)
}

function indexOf(people: Snapshot['people']): Index {
  const known = indexes.get(people)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const [id, person] of people) {
    for (const mark of knownBy(person)) index.set(mark, [...(index.get(mark) ?? []), id])
  }
  indexes.set(people, index)
  return index
}
