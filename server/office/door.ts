// The one door through which an office changes. Commands that arrive while a commit is on its way
// wait together and share the next one. Nobody sees what a batch decided before it is committed.
//
// Nothing is locked beforehand: a batch is one statement, and the journal's own key (office, seq)
// lets it in only if nobody else has written since. If somebody has, the door catches up from the
// journal and decides again.
//
// SQLite has one writer, so one lane serves every office; on PostgreSQL each office has its own.
import type { Database } from '../db/connect.ts'
import { databaseProblem } from '../db/database-problem.ts'
import type { FactRow } from '../db/journal.ts'
import { prepareBatch, writeBatch, type PreparedBatch } from '../db/office-writer.ts'
import { isBusy, isDuplicate, runAlone } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import type { Clock } from '../clock.ts'
import type { Answer, Ask, Commit, Snapshot } from './asking.ts'
import { Batch, type Waiting } from './batch.ts'
import { gather } from './gather.ts'
import { inTurn, type Lane } from './lane.ts'
import { KeyMemory } from './key-memory.ts'
import { withKnownVisits } from './known-visits.ts'
import { LiveOffices } from './live-offices.ts'
import { Rows, type RowsPlan } from './rows.ts'
import { Teller } from './teller.ts'

export interface DoorOptions {
  readonly db: Database
  readonly clock: Clock
  /** Told of every commit, in order, a moment after whoever asked is answered. */
  readonly onCommit: (commit: Commit) => void
  /** Told when visits cannot be written to their tables; the journal has them. */
  readonly onRowsRefused?: (error: unknown) => void
  /** A slow disk, for benches: ms added to each commit. */
  readonly commitDelay?: number
}

/** The most commands one commit carries: bounds how long one batch can keep the event loop. */
const BATCH_MOST = 256

/** How often a batch is decided anew because another process was quicker. */
const TRIES = 20

type Prepared = PreparedBatch & { readonly rows: RowsPlan }

export class Door {
  private readonly options: DoorOptions
  private readonly offices: LiveOffices
  private readonly rows: Rows
  private readonly keys: KeyMemory
  private readonly teller: Teller
  private readonly lanes = new Map<string, Lane>()
  private dataVersion: number | null = null
  private inDoubt = false
  private isClosing = false
  /** How many visits are on their way from one lane to another. */
  private crossing = 0

  constructor(options: DoorOptions) {
    this.options = options
    this.rows = new Rows(options.db)
    this.offices = new LiveOffices(options.db, (behind) => {
      this.rows.fellBehind(behind)
      this.bringRowsUp()
    })
    this.keys = new KeyMemory(options.db, (code) => this.offices.get(code))
    this.teller = new Teller({
      show: (commit) => {
        this.offices.show(commit.office, commit.after)
      },
      publish: options.onCommit,
    })
  }

  /** The office as committed and told; null when there is none of this code. */
  async snapshot(office: string): Promise<Snapshot | null> {
    return this.offices.shown(office)
  }

  /** The offices in memory, as committed and told. */
  loaded(): Snapshot[] {
    return this.offices.allShown()
  }

  /**
   * Asks one office for one thing. Answered once it is durable, or refused with nothing changed.
   * Throws `office-unknown`, `database-busy` (nothing happened), `server-stopping`.
   */
  async execute(ask: Ask): Promise<Answer> {
    if (this.isClosing) throw new AppError('server-stopping')
    const office = await this.offices.get(ask.office)
    if (!office) throw new AppError('office-unknown', { details: { office: ask.office } })
    const { command } = ask
    if (command.do === 'send' && !(await this.offices.get(command.office))) {
      throw new AppError('office-unknown', { details: { office: command.office } })
    }
    return this.keys.once(ask, () => this.enqueue(ask))
  }

  /** What `by` has done under this key, answered again; null when there is no such thing. */
  async again(ask: Pick<Ask, 'by' | 'key'>): Promise<Answer | null> {
    return this.keys.recall(ask)
  }

  /** Refuses what comes from now on and waits for what is under way. */
  async close(): Promise<void> {
    this.isClosing = true
    while (this.isBusy()) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    // What could not be written now the journal tells at the next start.
    await this.rowsWritten().catch(() => undefined)
  }

  private isBusy(): boolean {
    const isRunning = [...this.lanes.values()].some((lane) => lane.isRunning)
    return isRunning || this.crossing > 0 || this.teller.isBusy
  }

  private enqueue(ask: Ask): Promise<Answer> {
    return new Promise((answer, fail) => {
      const waiting = { ask, answer, fail }
      const there = ask.command.do === 'send' ? this.laneOf(ask.command.office) : null
      const lane = this.laneOf(ask.office)
      if (there && there !== lane) {
        void this.runAcross(waiting, lane, there)
        return
      }
      lane.queue.push(waiting)
      if (!lane.isRunning) void this.run(lane)
    })
  }

  private laneOf(office: string): Lane {
    const name = this.options.db.kind === 'sqlite' ? 'every office' : office
    let lane = this.lanes.get(name)
    if (!lane) {
      lane = { name, queue: [], isRunning: false, turn: Promise.resolve() }
      this.lanes.set(name, lane)
    }
    return lane
  }

  /** A visit that goes from one lane to another: both stop for it, always in the same order. */
  private async runAcross(waiting: Waiting, one: Lane, other: Lane): Promise<void> {
    const [first, second] = one.name < other.name ? [one, other] : [other, one]
    this.crossing += 1
    try {
      await inTurn(first, () => inTurn(second, () => this.runTogether([waiting])))
    } finally {
      this.crossing -= 1
    }
  }

  private async run(lane: Lane): Promise<void> {
    lane.isRunning = true
    while (lane.queue.length > 0) {
      const asked = Math.min(lane.queue.length, BATCH_MOST)
      await inTurn(lane, () => this.runBatch(lane))
      await gather(lane.queue, asked)
    }
    lane.isRunning = false
    this.bringRowsUp()
  }

  private bringRowsUp(): void {
    this.rows.whenQuiet(() => {
      this.rowsWritten().catch((error: unknown) => {
        this.rowsRefused(error)
        this.bringRowsUp()
      })
    })
  }

  private rowsRefused(error: unknown): void {
    this.rows.refused()
    this.options.onRowsRefused?.(error)
  }

  /**
   * Resolves once the tables of visits tell all that was committed before. Throws when they cannot
   * be written; the journal has it all the same.
   */
  async rowsWritten(): Promise<void> {
    if (!this.rows.areBehind) return
    await inTurn(this.laneOf(''), async () => {
      await this.slowDisk()
      while (!(await this.rows.write())) await this.catchUpAll()
    })
  }

  private async runBatch(lane: Lane): Promise<void> {
    const outage = await this.runTogether(lane.queue.splice(0, BATCH_MOST))
    // Who queued behind it would only wait as long again, in vain.
    if (outage) for (const each of lane.queue.splice(0)) each.fail(outage)
  }

  /**
   * Decides and commits these together; if that cannot be, each on its own. Returns what they were
   * told when the database could not be written at all.
   */
  private async runTogether(waiting: readonly Waiting[]): Promise<AppError | null> {
    for (let tries = 1; ; tries += 1) {
      let batch: Batch | null = null
      let prepared: Prepared | null = null
      try {
        if (this.inDoubt || this.offices.hasNew) await this.catchUpAll()
        const asked = await withKnownVisits(this.options.db, waiting)
        batch = this.decide(asked)
        // Who is refused, or finds nobody to call, must not be so because this server is behind.
        if (batch.hasEmptyHands && (await this.isBehind(batch))) batch = this.decide(asked)
        prepared = this.prepare(batch, asked.length)
        if (batch.results().length > 0) {
          await this.slowDisk()
          await writeBatch(this.options.db, prepared, prepared.rows.along)
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
          this.rowsRefused(error)
        }
        await this.runSingly(waiting, error)
        return null
      }
    }
  }

  private decide(waiting: readonly Waiting[]): Batch {
    return new Batch(
      waiting,
      (code) => this.offices.loaded(code),
      () => this.options.clock.now(),
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
    const { commitDelay } = this.options
    if (commitDelay) await new Promise((resolve) => setTimeout(resolve, commitDelay))
  }

  /** Looks whether other processes have written; catches up with them and says whether it had to. */
  private async isBehind(batch: Batch): Promise<boolean> {
    const { db } = this.options
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
    this.teller.tell([{ office: code, before: held, after: office, facts }], () => undefined)
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
    this.teller.tell(commits, () => {
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
    const row = await this.options.db
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
      const answer = isDuplicate(error) ? await this.keys.recall(ask) : null
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
