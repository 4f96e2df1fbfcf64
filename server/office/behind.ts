// How far the rows are behind the journal. The journal alone makes a commit durable; visits, requests,
// segments and the heads of offices only tell again what it tells. While many ask at once they follow
// some commits later, in one go: a visit that was called, begun and finished in between is written once.
import { Map as PersistentMap } from 'immutable'
import type { RowsBehind } from '../db/office-rows.ts'
import type { VisitChange } from '../domain/follow.ts'

/** An office from one moment of its journal to another. */
export type Step = RowsBehind

/** Each commit makes the next of these out of the one before: what they have in common they share. */
interface Gathered extends RowsBehind {
  readonly visits: PersistentMap<string, VisitChange>
}

export class Behind {
  private readonly offices: ReadonlyMap<string, Gathered>

  constructor(offices: ReadonlyMap<string, Gathered> = new Map()) {
    this.offices = offices
  }

  get isEmpty(): boolean {
    return this.offices.size === 0
  }

  /** How many visits are to be written. */
  get visits(): number {
    let count = 0
    for (const { visits } of this.offices.values()) count += visits.size
    return count
  }

  all(): RowsBehind[] {
    return [...this.offices.values()]
  }

  /** Further behind by these steps, each from where its office was. */
  with(steps: readonly Step[]): Behind {
    const offices = new Map(this.offices)
    for (const step of steps) {
      const { office } = step.after
      const moved: [string, VisitChange][] = []
      for (const [id, { before, visit }] of step.visits) {
        const known = takeOut(offices, id)
        moved.push([id, known ? { before: known.before, visit } : { before, visit }])
      }
      const was = offices.get(office)
      const visits = (was?.visits ?? PersistentMap()).concat(moved)
      offices.set(office, { ...step, before: was?.before ?? step.before, visits })
    }
    return new Behind(offices)
  }

  /** Less the offices that `written` has brought up, whatever has been added for others since. */
  without(written: Behind): Behind {
    const left = [...this.offices].filter(([office]) => !written.offices.has(office))
    return new Behind(new Map(left))
  }
}

/** A visit that has gone from one office to another is to be written for the latter alone. */
function takeOut(offices: Map<string, Gathered>, id: string): VisitChange | undefined {
  for (const [office, behind] of offices) {
    const known = behind.visits.get(id)
    if (!known) continue
    offices.set(office, { ...behind, visits: behind.visits.delete(id) })
    return known
  }
  return undefined
}
