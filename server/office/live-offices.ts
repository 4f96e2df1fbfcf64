// The offices this server holds in memory: each as last committed, and as last shown to anybody, a
// moment behind. Loaded when first asked for.
import { factsAfter, FIRST_HASH, type FactRow } from '../db/journal.ts'
import { loadOffice } from '../db/office-loader.ts'
import { loadPeople, type People } from '../db/people.ts'
import type { Database } from '../db/connect.ts'
import type { RowsBehind } from '../db/office-rows.ts'
import type { Fact } from '../domain/facts.ts'
import { follow } from '../domain/follow.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Snapshot } from './asking.ts'

export interface LiveOffice extends Snapshot {
  /** Hash of the journal's last fact. */
  readonly hash: string
}

export class LiveOffices {
  private readonly offices = new Map<string, LiveOffice>()
  private readonly told = new Map<string, Snapshot>()
  private readonly loading = new Map<string, Promise<LiveOffice | null>>()
  private readonly db: Database
  private readonly onBehind: (behind: RowsBehind) => void
  /** Set when an office was loaded since the door last compared what it holds with the journal. */
  hasNew = false

  /** `onBehind` is told when the rows of an office turn out to be behind its journal. */
  constructor(db: Database, onBehind: (behind: RowsBehind) => void) {
    this.db = db
    this.onBehind = onBehind
  }

  /** The office as views and answers may show it; null when there is none of this code. */
  async shown(code: string): Promise<Snapshot | null> {
    return this.told.get(code) ?? (await this.get(code))
  }

  allShown(): Snapshot[] {
    return [...this.told.values()]
  }

  /** From now on views and answers show this. */
  show(code: string, office: Snapshot): void {
    this.told.set(code, office)
  }

  /** The office as last committed here, if it is loaded. */
  loaded(code: string): LiveOffice | undefined {
    return this.offices.get(code)
  }

  all(): LiveOffice[] {
    return [...this.offices.values()]
  }

  /** The office, loaded if need be; null when there is none of this code. */
  async get(code: string): Promise<LiveOffice | null> {
    const found = this.offices.get(code)
    if (found) return found
    let loading = this.loading.get(code)
    if (!loading) {
      loading = this.load(code).finally(() => this.loading.delete(code))
      this.loading.set(code, loading)
    }
    return loading
  }

  set(code: string, office: LiveOffice): void {
    this.offices.set(code, office)
  }

  private async load(code: string): Promise<LiveOffice | null> {
    const loaded = await loadOffice(this.db.reader, code)
    if (!loaded) return null
    const { behind, ...office } = loaded
    if (behind) this.onBehind(behind)
    this.offices.set(code, office)
    this.told.set(code, office)
    this.hasNew = true
    return office
  }

  /** The office with the facts that another process has added since, and those facts. */
  async caughtUp(office: LiveOffice): Promise<{ office: LiveOffice; facts: Fact[] }> {
    // The reader: within a transaction SQLite's one writing connection is taken, and what others
    // committed is there to read while the office's head is locked.
    const { reader } = this.db
    const facts = await factsAfter(reader, office.state.office, office.state.seq)
    if (facts.length === 0) return { office, facts }
    const { state, visits } = follow(office.state, facts)
    const last = await reader<FactRow>('facts')
      .where({ office_id: state.office, seq: state.seq })
      .first()
    const people = await this.refreshPeople(office.people, facts, state)
    const hash = last?.hash ?? FIRST_HASH
    // Whoever wrote those facts may not live to write their rows.
    this.onBehind({ before: office.state, after: state, hash, visits })
    return { office: { state, people, hash }, facts }
  }

  /** Who came, who changed, and who is gone: a note may have been forgotten then. */
  private async refreshPeople(
    people: People,
    facts: readonly Fact[],
    { ended }: OfficeState,
  ): Promise<People> {
    const telling = ['visit-arrived', 'visit-received', 'details-changed']
    const ids = facts.flatMap(({ body }) => {
      if (!('visit' in body)) return []
      return telling.includes(body.type) || ended.has(body.visit) ? [body.visit] : []
    })
    if (ids.length === 0) return people
    const read = await loadPeople(this.db.reader, [...new Set(ids)])
    return people.merge(read)
  }
}
