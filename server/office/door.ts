// The one door through which an office changes. Commands that arrive while a commit is on its way
// wait together and share the next one: one lock, one look at the journal, one durable commit.
// Nobody sees what a batch decided before it is committed.
//
// SQLite has one writer, so one lane serves every office; on PostgreSQL each office has its own.
import type { Database } from '../db/connect.ts'
import type { FactRow } from '../db/journal.ts'
import { writeBatch } from '../db/office-writer.ts'
import { inTransaction, isBusy, isDuplicate, type Run } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import type { Clock } from '../clock.ts'
import type { Answer, Ask, Commit, Snapshot } from './asking.ts'
import { Batch, type Waiting } from './batch.ts'
import { KeyMemory } from './key-memory.ts'
import { LiveOffices } from './live-offices.ts'

export interface DoorOptions {
  readonly db: Database
  readonly clock: Clock
  /** Told of every commit, in order, before whoever asked is answered. */
  readonly onCommit: (commit: Commit) => void
  /** A slow disk, for benches: ms added to each commit. */
  readonly commitDelay?: number
}

/** The most commands one commit carries: bounds how long one batch can keep the event loop. */
const BATCH_MOST = 256

/** How far a batch has come: decided, and what its journal ends with once it is committed. */
interface Attempt {
  batch: Batch | null
  hashes: ReadonlyMap<string, string>
}

interface Lane {
  readonly queue: Waiting[]
  isRunning: boolean
}

export class Door {
  private readonly options: DoorOptions
  private readonly offices: LiveOffices
  private readonly keys: KeyMemory
  private readonly lanes = new Map<string, Lane>()
  private dataVersion: number | null = null
  private inDoubt = false
  private isClosing = false

  constructor(options: DoorOptions) {
    this.options = options
    this.offices = new LiveOffices(options.db)
    this.keys = new KeyMemory(options.db)
  }

  /** The office as last committed; null when there is none of this code. */
  async snapshot(office: string): Promise<Snapshot | null> {
    return this.offices.get(office)
  }

  /** The offices in memory, as last committed. */
  loaded(): Snapshot[] {
    return this.offices.all()
  }

  /**
   * Asks one office for one thing. Answered once it is durable, or refused with nothing changed.
   * Throws `office-unknown`, `database-busy` (nothing happened), `server-stopping`.
   */
  async execute(ask: Ask): Promise<Answer> {
    if (this.isClosing) throw new AppError('server-stopping')
    const office = await this.offices.get(ask.office)
    if (!office) throw new AppError('office-unknown', { details: { office: ask.office } })
    return this.keys.once(
      ask,
      () => this.enqueue(ask),
      () => this.offices.loaded(ask.office) ?? office,
    )
  }

  /** Refuses what comes from now on and waits for what is under way. */
  async close(): Promise<void> {
    this.isClosing = true
    while ([...this.lanes.values()].some((lane) => lane.isRunning)) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  private enqueue(ask: Ask): Promise<Answer> {
    return new Promise((answer, fail) => {
      const name = this.options.db.kind === 'sqlite' ? 'every office' : ask.office
      let lane = this.lanes.get(name)
      if (!lane) this.lanes.set(name, (lane = { queue: [], isRunning: false }))
      lane.queue.push({ ask, answer, fail })
      if (!lane.isRunning) void this.run(lane)
    })
  }

  private async run(lane: Lane): Promise<void> {
    lane.isRunning = true
    while (lane.queue.length > 0) await this.runBatch(lane)
    lane.isRunning = false
  }

  private async runBatch(lane: Lane): Promise<void> {
    const attempt: Attempt = { batch: null, hashes: new Map() }
    try {
      await inTransaction(this.options.db, async (run) => {
        await this.lock(lane, run)
        // Taken only now: whoever came while the lock was waited for comes along.
        const waiting = lane.queue.splice(0, BATCH_MOST)
        attempt.batch = new Batch(
          waiting,
          (code) => this.offices.loaded(code),
          () => this.options.clock.now(),
        )
        const changes = attempt.batch.changes()
        if (changes.length === 0) return
        attempt.hashes = await writeBatch(this.options.db, run, changes, attempt.batch.keys)
        await this.slowDisk()
      })
    } catch (error) {
      await this.recover(attempt, lane, error)
      return
    }
    if (attempt.batch) this.settle(attempt.batch, attempt.hashes)
  }

  private async slowDisk(): Promise<void> {
    const { commitDelay } = this.options
    if (commitDelay) await new Promise((resolve) => setTimeout(resolve, commitDelay))
  }

  /** Locks what this lane writes, and catches up with what other processes have written. */
  private async lock(lane: Lane, run: Run): Promise<void> {
    if (this.options.db.kind === 'sqlite') {
      const [row] = await run('PRAGMA data_version')
      const version = Number(row?.data_version)
      const isSame = version === this.dataVersion && !this.inDoubt && !this.offices.hasNew
      if (isSame) return
      this.offices.hasNew = false
      for (const { state } of this.offices.all()) await this.catchUp(state.office)
      this.dataVersion = version
      this.inDoubt = false
      return
    }
    const code = lane.queue[0]?.ask.office
    if (code === undefined) return
    const [head] = await run('SELECT seq FROM office_heads WHERE office_id = ? FOR UPDATE', [code])
    if (Number(head?.seq) !== this.offices.loaded(code)?.state.seq) await this.catchUp(code)
  }

  private async catchUp(code: string): Promise<void> {
    const held = this.offices.loaded(code)
    if (!held) return
    const { office, facts } = await this.offices.caughtUp(held)
    if (facts.length === 0) return
    this.offices.set(code, office)
    this.options.onCommit({ office: code, before: held, after: office, facts })
  }

  /** The commit is done: what was pending is now the state. */
  private settle(batch: Batch, hashes: ReadonlyMap<string, string>): void {
    for (const { before, after, facts } of batch.results()) {
      const { office } = after.state
      this.offices.set(office, { ...after, hash: hashes.get(office) ?? before.hash })
      this.options.onCommit({ office, before, after, facts })
    }
    batch.answerAll()
  }

  /**
   * The transaction failed, or nobody knows. What was pending is dropped. If the journal shows that
   * the batch was committed after all, it is answered; otherwise its commands are run singly.
   */
  private async recover({ batch, hashes }: Attempt, lane: Lane, error: unknown): Promise<void> {
    this.inDoubt = true
    if (!batch) {
      // Not even the lock was had: nothing was decided, nothing has happened.
      for (const waiting of lane.queue.splice(0)) waiting.fail(toAppError(error))
      return
    }
    try {
      if (await this.wasCommitted(batch, hashes)) {
        this.settle(batch, hashes)
        return
      }
    } catch (unreadable) {
      for (const waiting of batch.waiting) waiting.fail(toAppError(unreadable))
      return
    }
    const [only, ...others] = batch.waiting
    if (only && others.length === 0) {
      await this.failOne(only, error)
      return
    }
    for (const waiting of batch.waiting) {
      await this.runBatch({ queue: [waiting], isRunning: true })
    }
  }

  /** A batch is atomic: any one of its facts in the journal, hash and all, means all of it. */
  private async wasCommitted(batch: Batch, hashes: ReadonlyMap<string, string>): Promise<boolean> {
    const first = batch.results()[0]
    if (!first) return false
    const { office, seq } = first.after.state
    const hash = hashes.get(office)
    if (hash === undefined) return false
    const row = await this.options.db
      .reader<FactRow>('facts')
      .where({ office_id: office, seq, hash })
      .first('seq')
    return row !== undefined
  }

  /** Refused by the database on its own: a key used before, or a database that cannot be written. */
  private async failOne(waiting: Waiting, error: unknown): Promise<void> {
    const { ask } = waiting
    try {
      const office = this.offices.loaded(ask.office)
      const answer = isDuplicate(error) && office ? await this.keys.recall(ask, office) : null
      if (answer) waiting.answer(answer)
      else waiting.fail(toAppError(error))
    } catch (unreadable) {
      waiting.fail(toAppError(unreadable))
    }
  }
}

function toAppError(error: unknown): unknown {
  return isBusy(error) ? new AppError('database-busy', {}, { cause: error }) : error
}
