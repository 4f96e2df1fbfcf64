// One office of a batch under way: what its commands have decided so far, seen by nobody else.
import { NOBODY, type Person } from '../db/people.ts'
import type { Entry } from '../db/office-writer.ts'
import type { Fact, VisitFact } from '../domain/facts.ts'
import type { VisitChange } from '../domain/follow.ts'
import { findVisit, type OfficeState } from '../domain/state.ts'
import { isLive } from '../domain/states.ts'
import type { Visit } from '../domain/visit.ts'
import { applyToVisit } from '../domain/visit-facts.ts'
import type { Snapshot } from './asking.ts'
import type { LiveOffice } from './live-offices.ts'

export class PendingOffice {
  readonly before: LiveOffice
  after: Snapshot
  readonly facts: Fact[] = []
  private readonly visits = new Map<string, Visit>()
  /** Visits that the state did not hold before, as they were: of other days, of other offices. */
  private readonly known = new Map<string, Visit>()
  private readonly people = new Map<string, Person>()

  constructor(before: LiveOffice) {
    this.before = before
    this.after = { state: before.state, people: before.people }
  }

  /** What it adds to its journal. */
  entry(): Entry {
    const { before, facts, people } = this
    return { office: before.state.office, facts, hash: before.hash, people }
  }

  /** The visits that it changes, each as it was before. */
  changes(): ReadonlyMap<string, VisitChange> {
    const changes = new Map<string, VisitChange>()
    for (const [id, visit] of this.visits) {
      const before = findVisit(this.before.state, id) ?? this.known.get(id)
      if (visit !== before) changes.set(id, { before, visit })
    }
    return changes
  }

  /** Whether the database alone can tell that it all fits: what is of days it holds no more of. */
  get isOfOtherDays(): boolean {
    if (this.known.size > 0) return true
    const { series } = this.after.state
    return this.facts.some(({ body }) => {
      if (body.type !== 'visit-arrived') return false
      const { day, prefix, value } = body.number
      return day !== series.day || value > (series.last[prefix] ?? 0)
    })
  }

  /** The visit as decided so far, if this batch or the state holds it. */
  latest(id: string): Visit | undefined {
    return this.visits.get(id) ?? findVisit(this.after.state, id)
  }

  /**
   * Takes on what one command decided. Answers with the office as that very command leaves it: those
   * that share its commit come later. `known`: the visit, when the state does not hold it any more.
   */
  take(state: OfficeState, facts: readonly Fact[], known?: Visit): Snapshot {
    this.facts.push(...facts)
    this.after = { state, people: this.after.people }
    for (const { body } of facts) {
      const touched = 'visit' in body ? findVisit(state, body.visit) : undefined
      if (!touched) continue
      this.visits.set(touched.id, touched)
      this.forgetNote(touched)
    }
    return known && !findVisit(state, known.id) ? this.takeAside(known, facts) : this.after
  }

  /** Writes about the person of a visit; what is not given stays. */
  know(visit: string, given: Partial<Person>): Snapshot {
    const { state, people } = this.after
    const known = { ...NOBODY, ...people.get(visit), ...given }
    // An agreement goes with the name it was about.
    const person = known.name === null ? { ...known, mayBeCalledByName: false } : known
    this.people.set(visit, person)
    this.after = { state, people: people.set(visit, person) }
    return this.after
  }

  /** A visit goes to `other`: what there is to write of it, and who it is, is that one's now. */
  handOver(visit: string, other: PendingOffice): Snapshot {
    const { state, people } = this.after
    const was = findVisit(this.before.state, visit) ?? this.known.get(visit)
    if (was) other.known.set(visit, was)
    const person = people.get(visit)
    this.visits.delete(visit)
    this.people.delete(visit)
    this.after = { state, people: people.delete(visit) }
    return person ? other.know(visit, person) : other.after
  }

  /** A note and a card are for whoever serves next: nobody does any more. */
  private forgetNote(visit: Visit): void {
    const { state, people } = this.after
    if (isLive(visit.state) || !state.settings?.policy.forgetNotes) return
    const { note, card } = people.get(visit.id) ?? NOBODY
    if (note !== null || card !== null) this.know(visit.id, { note: null, card: null })
  }

  /** Its rows change, the present of the office does not; the answer shows it all the same. */
  private takeAside(known: Visit, facts: readonly Fact[]): Snapshot {
    const visit = facts.reduce(
      (each, fact) => applyToVisit(each, fact, fact.body as VisitFact),
      known,
    )
    if (!this.known.has(known.id)) this.known.set(known.id, known)
    this.visits.set(visit.id, visit)
    const { state, people } = this.after
    return { state: { ...state, ended: state.ended.set(visit.id, visit) }, people }
  }
}
