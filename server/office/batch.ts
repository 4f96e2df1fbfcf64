// A batch under way: commands decided one after another on a state that nobody else sees until the
// commit is done. One bad command never fails its neighbours.
import type { KeyUsed, OfficeChange } from '../db/office-writer.ts'
import { NOBODY } from '../db/office-loader.ts'
import type { Fact } from '../domain/facts.ts'
import { decide } from '../domain/decide.ts'
import { findVisit } from '../domain/state.ts'
import type { Visit } from '../domain/visit.ts'
import type { Answer, Ask, Person, Snapshot } from './asking.ts'
import type { LiveOffice } from './live-offices.ts'

/** A command on its way, and how to tell whoever asked. */
export interface Waiting {
  readonly ask: Ask
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

interface Pending {
  readonly before: LiveOffice
  after: Snapshot
  readonly facts: Fact[]
  readonly visits: Map<string, Visit>
  readonly people: Map<string, Person>
}

export class Batch {
  /** Whether somebody was refused, or found nobody to call: nothing is written that would tell. */
  hasEmptyHands = false
  readonly keys: KeyUsed[] = []
  private readonly pending = new Map<string, Pending>()
  /** What to tell each asker once the commit is done; a refusal rests on pending state too. */
  private readonly replies: (() => void)[] = []

  constructor(
    waiting: readonly Waiting[],
    officeOf: (code: string) => LiveOffice | undefined,
    now: () => number,
  ) {
    for (const each of waiting) {
      try {
        this.decideOne(each, officeOf, now())
      } catch (error) {
        this.replies.push(() => {
          each.fail(error)
        })
      }
    }
  }

  /** The offices that were asked. */
  offices(): string[] {
    return [...this.pending.keys()]
  }

  /** What each office has to write; those without facts have nothing. */
  changes(): OfficeChange[] {
    return [...this.pending.values()]
      .filter((each) => each.facts.length > 0)
      .map(({ before, after, facts, visits, people }) => ({
        before: before.state,
        after: after.state,
        facts,
        visits,
        hash: before.hash,
        people,
      }))
  }

  /** The offices as this batch leaves them, once it is committed. */
  results(): { before: LiveOffice; after: Snapshot; facts: readonly Fact[] }[] {
    return [...this.pending.values()].filter((each) => each.facts.length > 0)
  }

  /** Answers everyone. To be called after the commit, never before. */
  answerAll(): void {
    for (const reply of this.replies) reply()
  }

  private decideOne(
    waiting: Waiting,
    officeOf: (code: string) => LiveOffice | undefined,
    now: number,
  ): void {
    const { ask } = waiting
    const pending = this.pendingOf(ask.office, officeOf)
    const decision = decide(pending.after.state, ask.command, { ...ask.by, now })
    if (!decision.ok || decision.facts.length === 0) this.hasEmptyHands = true
    if (!decision.ok) {
      this.replies.push(() => {
        waiting.answer({ ok: false, refusal: decision.refusal })
      })
      return
    }
    const { state, facts, visit } = decision
    for (const { body } of facts) {
      const touched = 'visit' in body ? findVisit(state, body.visit) : undefined
      if (touched) pending.visits.set(touched.id, touched)
    }
    pending.facts.push(...facts)
    // Answered as of this very command: those that share its commit come later.
    const office = { state, people: this.withPerson(pending, ask, visit) }
    pending.after = office
    this.replies.push(() => {
      waiting.answer({ ok: true, visit, seq: state.seq, facts, office, remembered: false })
    })
    if (ask.key && facts.length > 0) this.keys.push(keyUsed(ask, ask.key, visit, state.seq, now))
  }

  private pendingOf(code: string, officeOf: (code: string) => LiveOffice | undefined): Pending {
    const found = this.pending.get(code)
    if (found) return found
    const before = officeOf(code)
    if (!before) throw new Error(`office ${code} is not loaded`)
    const pending: Pending = {
      before,
      after: before,
      facts: [],
      visits: new Map(),
      people: new Map(),
    }
    this.pending.set(code, pending)
    return pending
  }

  private withPerson(pending: Pending, ask: Ask, visit: string | null): Snapshot['people'] {
    const { people } = pending.after
    if (!ask.person || visit === null) return people
    const person = { ...NOBODY, ...people.get(visit), ...ask.person }
    pending.people.set(visit, person)
    return people.set(visit, person)
  }
}

function keyUsed(
  ask: Ask,
  key: NonNullable<Ask['key']>,
  visit: string | null,
  seq: number,
  at: number,
): KeyUsed {
  const { value, bodyHash } = key
  return { actor: ask.by.actor.id, key: value, office: ask.office, bodyHash, visit, seq, at }
}
