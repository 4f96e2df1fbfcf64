// The one door through which an office changes. Commands that arrive while a commit is on its way
// wait together and share the next one. Nobody sees what a batch decided before it is committed.
//
// SQLite has one writer, so one lane serves every office; on PostgreSQL each office has its own.
import type { Database } from '../db/connect.ts'
import { AppError } from '../errors.ts'
import type { Clock } from '../clock.ts'
import type { Answer, Ask, Commit, Snapshot } from './asking.ts'
import type { Waiting } from './batch.ts'
import { Commits } from './commits.ts'
import { gather } from './gather.ts'
import { inTurn, type Lane } from './lane.ts'
import { KeyMemory } from './key-memory.ts'
import { LiveOffices } from './live-offices.ts'
import { Rows } from './rows.ts'
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

export class Door {
  private readonly options: DoorOptions
  private readonly offices: LiveOffices
  private readonly rows: Rows
  private readonly keys: KeyMemory
  private readonly teller: Teller
  private readonly commits: Commits
  private readonly lanes = new Map<string, Lane>()
  private isClosing = false
  /** How many visits are on their way from one lane to another. */
  private crossing = 0

  constructor(options: DoorOptions) {
    this.options = options
    this.rows = new Rows(options.db, options.onRowsRefused)
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
    const { offices, keys, rows, teller } = this
    this.commits = new Commits({ ...options, offices, keys, rows, teller })
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
      await inTurn(first, () => inTurn(second, () => this.commits.runTogether([waiting])))
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
        this.rows.refused(error)
        this.bringRowsUp()
      })
    })
  }

  /**
   * Resolves once the tables of visits tell all that was committed before. Throws when they cannot
   * be written; the journal has it all the same.
   */
  async rowsWritten(): Promise<void> {
    if (!this.rows.areBehind) return
    await inTurn(this.laneOf(''), () => this.commits.writeRows())
  }

  private async runBatch(lane: Lane): Promise<void> {
    const outage = await this.commits.runTogether(lane.queue.splice(0, BATCH_MOST))
    // Who queued behind it would only wait as long again, in vain.
    if (outage) for (const each of lane.queue.splice(0)) each.fail(outage)
  }
}
