// The other numbers that a person may have taken today, for the row of each.
import { remembered } from '../../domain/remembered.ts'
import { isAlike, knownBy, MOST_ALIKE } from '../../domain/same-person.ts'
import type { Visit } from '../../domain/visit.ts'
import type { Snapshot } from '../../office/asking.ts'

/** Ids of visits by what their people are known by. */
type Index = ReadonlyMap<string, readonly string[]>

/** Visits of today that are here, or were given up, and may be of the same person; first come first. */
export function alikeTo(office: Snapshot, id: string): Visit[] {
  const visit = visitOf(office, id)
  if (!visit) return []
  const found = marksOf(office, id).flatMap((mark) => knownAlike(office, mark, visit))
  return [...new Set(found)].sort((a, b) => a.arrivedSeq - b.arrivedSeq)
}

/** Ids of the other visits here whose rows name others now than they did. */
export function touchedAlike(
  before: Snapshot,
  after: Snapshot,
  visits: readonly string[],
): string[] {
  const ids = [before, after].flatMap((office) =>
    visits.flatMap((id) => marksOf(office, id)).flatMap((mark) => indexOf(office).get(mark) ?? []),
  )
  return [...new Set(ids)].filter(
    (id) => after.state.visits.has(id) && inShort(before, id) !== inShort(after, id),
  )
}

function inShort(office: Snapshot, id: string): string {
  return alikeTo(office, id)
    .map((each) => `${each.id} ${each.state}`)
    .join()
}

/** None where too many are known by it: then it is nobody's own. */
function knownAlike(office: Snapshot, mark: string, visit: Visit): Visit[] {
  const found: Visit[] = []
  for (const id of indexOf(office).get(mark) ?? []) {
    const other = visitOf(office, id)
    if (!other || !isAlike(mark, visit, other)) continue
    found.push(other)
    if (found.length > MOST_ALIKE) return []
  }
  return found
}

function marksOf({ people }: Snapshot, id: string): string[] {
  const person = people.get(id)
  return person ? knownBy(person) : []
}

function visitOf({ state }: Snapshot, id: string): Visit | undefined {
  return state.visits.get(id) ?? state.ended.get(id)
}

const indexOf = remembered(
  ({ people }: Snapshot): Index => {
    const index = new Map<string, string[]>()
    for (const [id, person] of people) {
      for (const mark of knownBy(person)) {
        const ids = index.get(mark)
        if (ids) ids.push(id)
        else index.set(mark, [id])
      }
    }
    return index
  },
  { office: ({ state }) => state.office, by: ({ people }) => people },
)
