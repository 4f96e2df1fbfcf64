// When rows are written. A commit that somebody waits for carries its facts; its rows go along when
// that keeps nobody else waiting, and follow when it is quiet or when too many have gathered.
import type { Database } from '../db/connect.ts'
import type { RowsBehind } from '../db/office-rows.ts'
import { writeRows } from '../db/office-writer.ts'
import { Behind } from './behind.ts'

/** How many visits the rows may be behind: bounds what one commit writes at once, some 0.5 ms of work. */
const VISITS_BEHIND = 20

/** How long the rows may be behind while commands go on coming, ms: whoever reads them reads nothing older. */
const LONGEST = 1_000

/** How long nobody must have asked for anything before rows are written on their own, ms. */
const QUIET = 100

/** How long they are let be once the database has refused them, ms. */
const REFUSED = 5_000

/** Which rows go along with a batch; `done` once it is committed. */
export interface RowsPlan {
  readonly along: readonly RowsBehind[]
  readonly done: () => void
}

export class Rows {
  private readonly db: Database
  private behind = new Behind()
  private behindSince = Infinity
  private timer: NodeJS.Timeout | null = null
  private refusedAt = -Infinity
  private readonly onRefused: ((error: unknown) => void) | undefined

  constructor(db: Database, onRefused?: (error: unknown) => void) {
    this.db = db
    this.onRefused = onRefused
  }

  get areBehind(): boolean {
    return !this.behind.isEmpty
  }

  private get areRefused(): boolean {
    return performance.now() < this.refusedAt + REFUSED
  }

  /** On PostgreSQL rows always go along with their facts: several servers write them. */
  fellBehind(step: RowsBehind): void {
    if (this.db.kind === 'sqlite') this.nowBehind(this.behind.with([step]))
  }

  /** `atOnce`: the rows cannot wait, since the database has to agree with them. */
  plan(steps: readonly RowsBehind[], commands: number, atOnce: boolean): RowsPlan {
    const isNothing = steps.length === 0
    if (isNothing || this.db.kind === 'postgres') return { along: steps, done: () => undefined }
    const after = this.behind.with(steps)
    const isAlone = commands === 1 && this.behind.isEmpty
    const areTooMany = after.visits >= VISITS_BEHIND
    const isTooLong = performance.now() > this.behindSince + LONGEST
    if (atOnce || ((isAlone || areTooMany || isTooLong) && !this.areRefused)) {
      return {
        along: after.all(),
        done: () => {
          this.nowBehind(this.behind.without(after))
        },
      }
    }
    return {
      along: [],
      done: () => {
        this.nowBehind(this.behind.with(steps))
      },
    }
  }

  /** The database would not take them. Nobody's commands shall fail for that: they go on alone. */
  refused(error: unknown): void {
    this.refusedAt = performance.now()
    this.onRefused?.(error)
  }

  /** Calls `write` once it has been quiet for a while; counted anew from now. */
  whenQuiet(write: () => void): void {
    if (this.timer) clearTimeout(this.timer)
    const pause = this.areRefused ? REFUSED : QUIET
    this.timer = this.areBehind ? setTimeout(write, pause).unref() : null
  }

  /** Writes what is behind. False when other processes must be caught up with first. */
  async write(): Promise<boolean> {
    const written = this.behind
    if (written.isEmpty) return true
    if (!(await writeRows(this.db, written.all()))) return false
    this.nowBehind(this.behind.without(written))
    return true
  }

  private nowBehind(behind: Behind): void {
    if (behind.isEmpty) this.behindSince = Infinity
    else if (this.behind.isEmpty) this.behindSince = performance.now()
    this.behind = behind
  }
}
