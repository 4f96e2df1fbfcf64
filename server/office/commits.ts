// Deciding a batch and committing it, and what happens when a commit fails or nobody knows.
//
// Nothing is locked beforehand: a batch is one statement, and the journal's own key (office, seq)
// lets it in only if nobody else has written since. If somebody has, the door catches up from the
// journal and decides again.
import type { Clock } from '../clock.ts'
import type { Database } from '../db/connect.ts'
import { databaseProblem } from '../db/database-problem.ts'
import type { FactRow } from '../db/journal.ts'
import { prepareBatch, writeBatch, type PreparedBatch } from '../db/office-writer.ts'
import { isBusy, isDuplicate, runAlone } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { Batch, type Waiting } from './batch.ts'
import type { KeyMemory } from './key-memory.ts'
import { withKnownVisits } from './known-visits.ts'
import type { LiveOffices } from './live-offices.ts'
import type { Rows, RowsPlan } from './rows.ts'
import type { Teller } from './teller.ts'

/** How often a batch is decided anew because another process was quicker. */
const TRIES = 20

export interface CommitsParts {
  readonly db: Database
  readonly clock: Clock
  readonly offices: LiveOffices
  readonly keys: KeyMemory
  readonly rows: Rows
  readonly teller: Teller
  /** ms added to each commit. */
  readonly commitDelay?: number
}

type Prepared = PreparedBatch & { readonly rows: RowsPlan }

export class Commits {
  private readonly parts: CommitsParts
  private readonly offices: LiveOffices
  private readonly rows: Rows
  private dataVersion: number | null = null
  private inDoubt = false

  constructor(parts: CommitsParts) {
    this.parts = parts
    this.offices = parts.offices
    this.rows = parts.rows
  }

  /**
   * Decides and commits these together; if that cannot be, each on its own. Returns what they were
   * told when the database could not be written at all.
   */
  async runTogether(waiting: readonly Waiting[]): Promise<AppError | null> {
    for (let tries = 1; ; tries += 1) {
      let batch: Batch | null = null
      let prepared: Prepared | null = null
      try {
        if (this.inDoubt || this.offices.hasNew) await this.catchUpAll()
        const asked = await withKnownVisits(this.parts.db, waiting)
        batch = this.decide(asked)
        // Who is refused, or finds nobody to call, must not be so because this server is behind.
        if (batch.hasEmptyHands && (await this.isBehind(batch))) batch = this.decide(asked)
        prepared = this.prepare(batch, asked.length)
        if (batch.results().length > 0) {
          await this.slowDisk()
          await writeBatch(this.parts.db, prepared, prepared.rows.along)
        }
        this.settle(batch, prepared)
        return null
      } catch (error) {
        this.inDoubt = true
        if (await this.isOver(waiting, batch, prepared, error)) {
          const told = databaseProblem(error)
          return told instanceof AppError ? told : null
        }
        if (isDuplicate(error) && tries < TRIES && (await this.wasOvertaken(batch))) continue
        if (waiting.length > 1 && prepared && prepared.rows.along.length > 0) {
          this.rows.refused(error)
        }
        await this.runSingly(waiting, error)
        return null
      }
    }
  }

  /** Writes the rows of visits that are behind. Throws when the database does not take them. */
  async writeRows(): Promise<void> {
    await this.slowDisk()
    while (!(await this.rows.write())) await this.catchUpAll()
  }

  private decide(waiting: readonly Waiting[]): Batch {
    return new Batch(
      waiting,
      (code) => this.offices.loaded(code),
      () => this.parts.clock.now(),
    )
  }

  private prepare(batch: Batch, commands: number): Prepared {
    const results = batch.results()
    const prepared = prepareBatch(
      results.map((each) => each.entry()),
      batch.keys,
    )
    const steps = results.map((each) => ({
      before: each.before.state,
      after: each.after.state,
      hash: prepared.hashes.get(each.before.state.office) ?? each.before.hash,
      visits: each.changes(),
    }))
    const atOnce = results.some((each) => each.isOfOtherDays)
    return { ...prepared, rows: this.rows.plan(steps, commands, atOnce) }
  }

  private async slowDisk(): Promise<void> {
    const { commitDelay } = this.parts
    if (commitDelay) await new Promise((resolve) => setTimeout(resolve, commitDelay))
  }

  /** Looks whether other processes have written; catches up with them and says whether it had to. */
  private async isBehind(batch: Batch): Promise<boolean> {
    const { db } = this.parts
    if (db.kind === 'sqlite') {
      const [row] = await runAlone(db, 'PRAGMA data_version', [])
      const version = Number(row?.data_version)
      if (version === this.dataVersion) return false
      this.dataVersion = version
      return this.catchUpAll()
    }
    const caught = await Promise.all(batch.offices().map((code) => this.catchUp(code)))
    return caught.some(Boolean)
  }

  private async catchUpAll(): Promise<boolean> {
    this.offices.hasNew = false
    let hasMoved = false
    for (const { state } of this.offices.all()) {
      if (await this.catchUp(state.office)) hasMoved = true
    }
    this.inDoubt = false
    return hasMoved
  }

  private async catchUp(code: string): Promise<boolean> {
    const held = this.offices.loaded(code)
    if (!held) return false
    const { office, facts } = await this.offices.caughtUp(held)
    if (facts.length === 0) return false
    this.offices.set(code, office)
    this.parts.teller.tell([{ office: code, before: held, after: office, facts }], () => undefined)
    return true
  }

  /** The commit is done: what was pending is what the next batch decides on, and then told. */
  private settle(batch: Batch, { hashes, rows }: Prepared): void {
    rows.done()
    const commits = batch.results().map(({ before, after, facts }) => {
      const { office } = after.state
      this.offices.set(office, { ...after, hash: hashes.get(office) ?? before.hash })
      return { office, before, after, facts }
    })
    this.parts.teller.tell(commits, () => {
      batch.answerAll()
    })
  }

  /**
   * The write failed, or its answer was lost. If the journal has the batch, it happened. If not, and
   * the database did not plainly refuse it, it may yet happen: then everybody is told to ask again,
   * which their keys make safe.
   */
  private async isOver(
    waiting: readonly Waiting[],
    batch: Batch | null,
    prepared: Prepared | null,
    error: unknown,
  ): Promise<boolean> {
    try {
      if (batch && prepared && (await this.isInJournal(batch, prepared))) {
        this.settle(batch, prepared)
        return true
      }
      if (!isBusy(error)) return false
      throw error
    } catch (unsure) {
      for (const each of waiting) each.fail(databaseProblem(unsure))
      return true
    }
  }

  /** A batch is atomic: any one of its facts in the journal, hash and all, means all of it. */
  private async isInJournal(batch: Batch, { hashes }: PreparedBatch): Promise<boolean> {
    const first = batch.results()[0]
    if (!first) return false
    const { office, seq } = first.after.state
    const row = await this.parts.db
      .reader<FactRow>('facts')
      .where({ office_id: office, seq, hash: hashes.get(office) ?? '' })
      .first('seq')
    return row !== undefined
  }

  /** Whether another process has written to one of these offices in between. */
  private async wasOvertaken(batch: Batch | null): Promise<boolean> {
    if (!batch) return false
    const caught = await Promise.all(batch.offices().map((code) => this.catchUp(code)))
    return caught.some(Boolean)
  }

  private async runSingly(waiting: readonly Waiting[], error: unknown): Promise<void> {
    const [only] = waiting
    if (only && waiting.length === 1) return this.failOne(only, error)
    for (const each of waiting) await this.runTogether([each])
  }

  /** Refused by the database on its own: a key used before, or a database that cannot be written. */
  private async failOne(waiting: Waiting, error: unknown): Promise<void> {
    const { ask } = waiting
    try {
      const answer = isDuplicate(error) ? await this.parts.keys.recall(ask) : null
      if (answer) waiting.answer(answer)
      else if (isDuplicate(error) && ask.command.do === 'enter-paper-ticket') {
        // Of a day that the office has let go of: the database alone knows its numbers.
        const { number } = ask.command
        waiting.answer({ ok: false, refusal: { code: 'number-taken', details: { number } } })
      } else waiting.fail(databaseProblem(error))
    } catch (unreadable) {
      waiting.fail(databaseProblem(unreadable))
    }
  }
}
