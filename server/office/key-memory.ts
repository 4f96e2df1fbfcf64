// Idempotency keys: the same key again is the same command again. The latest are kept in memory,
// all of seven days in the database. Refusals are not remembered: nothing happened.
import { Map as PersistentMap } from 'immutable'
import { LRUCache } from 'lru-cache'
import { factsAfter, factsOfVisit } from '../db/journal.ts'
import { findKey, type RememberedCommand } from '../db/command-keys.ts'
import type { Database } from '../db/connect.ts'
import { loadVisit } from '../db/visit-loader.ts'
import type { Fact } from '../domain/facts.ts'
import { findVisit } from '../domain/state.ts'
import type { Answer, Ask, Snapshot } from './asking.ts'

interface UnderWay {
  readonly bodyHash: string
  readonly answer: Promise<Answer>
}

export class KeyMemory {
  private readonly db: Database
  private readonly snapshotOf: (office: string) => Promise<Snapshot | null>
  /**
   * Not JavaScript's own Map: V8 makes one anew every so often as entries come and go, each old table leads
   * to the next, and with the first that has grown old all later ones are copied along, entries and all.
   */
  private underWay = PersistentMap<string, UnderWay>()
  private readonly remembered = new LRUCache<string, RememberedCommand>({ max: 20_000 })

  constructor(db: Database, snapshotOf: (office: string) => Promise<Snapshot | null>) {
    this.db = db
    this.snapshotOf = snapshotOf
  }

  /** Runs `execute` unless the ask's key says that it ran before, or is running. */
  async once(ask: Ask, execute: () => Promise<Answer>): Promise<Answer> {
    const { key } = ask
    if (!key) return execute()
    const id = `${ask.by.actor.id}\n${key.value}`
    const known = this.remembered.get(id)
    if (known) return this.again(known, key.bodyHash)
    const running = this.underWay.get(id)
    if (running) {
      if (running.bodyHash !== key.bodyHash) return { ok: false, keyReused: true }
      const answer = await running.answer
      return answer.ok ? { ...answer, remembered: true } : answer
    }
    const answer = this.runOnce(ask, execute)
    this.underWay = this.underWay.set(id, { bodyHash: key.bodyHash, answer })
    try {
      const result = await answer
      if (result.ok && (result.facts.length > 0 || result.remembered)) {
        const { visit, seq } = result
        const { office } = result.office.state
        this.remembered.set(id, { office, bodyHash: key.bodyHash, visit, seq })
      }
      return result
    } finally {
      this.underWay = this.underWay.delete(id)
    }
  }

  /** The answer to a command that the database remembers, or null. */
  async recall({ by, key }: Pick<Ask, 'by' | 'key'>): Promise<Answer | null> {
    if (!key) return null
    const found = await findKey(this.db.reader, by.actor.id, key.value)
    return found ? this.again(found, key.bodyHash) : null
  }

  /** A repeated command may be refused on its second way (it is done): then the first one counts. */
  private async runOnce(ask: Ask, execute: () => Promise<Answer>): Promise<Answer> {
    const answer = await execute()
    const hasHappened = answer.ok && (answer.facts.length > 0 || answer.remembered)
    if (hasHappened) return answer
    return (await this.recall(ask)) ?? answer
  }

  /** The answer rendered again, with the fact it ended in: only what it said is not stored. */
  private async again(found: RememberedCommand, bodyHash: string): Promise<Answer> {
    if (found.bodyHash !== bodyHash) return { ok: false, keyReused: true }
    const { visit, seq } = found
    const facts = await this.factsOf(found)
    const office = await this.snapshotOf(found.office)
    if (!office) throw new Error(`office ${found.office} is gone`)
    const shown = visit === null ? office : await this.withVisit(office, visit)
    return { ok: true, visit, seq, facts, office: shown, remembered: true }
  }

  /** The fact it ended in: of its visit, since what happened to others because of it may follow. */
  private async factsOf({ office, visit, seq }: RememberedCommand): Promise<Fact[]> {
    const { reader } = this.db
    if (visit === null) return factsAfter(reader, office, seq - 1, 1)
    const own = await factsOfVisit(reader, visit, office)
    return own.filter((fact) => fact.seq <= seq).slice(-1)
  }

  /** A key outlives the day of its visit, which the office may have let go of, or sent on, since. */
  private async withVisit(office: Snapshot, id: string): Promise<Snapshot> {
    const { state, people } = office
    if (findVisit(state, id)) return office
    const found = await loadVisit(this.db.reader, id)
    if (!found) return office
    return {
      state: { ...state, ended: state.ended.set(id, found.visit) },
      people: found.person ? people.set(id, found.person) : people,
    }
  }
}
