// Keeps rollups up with what happens. A commit says which days it has touched; once its office is quiet,
// and all that gathered meanwhile in one go, those days are made anew from their visits. Months follow at
// leisure, once they are over.
import type { Logger } from 'pino'
import type { Clock } from '../../../clock.ts'
import { factsAfter } from '../../../db/journal.ts'
import type { Database } from '../../../db/connect.ts'
import { daysLeftGoingOn, officesWithCost } from '../../../db/cost-rollups.ts'
import {
  hasOldRollups,
  monthsBehind,
  rollupHead,
  rowsHead,
  setRollupHead,
} from '../../../db/rollups.ts'
import { nextDay } from '../../../domain/office-time.ts'
import type { Commit } from '../../../office/asking.ts'
import { isGrouped } from '../agent-group-store.ts'
import { makeGroups } from './make-groups.ts'
import { makeMonth } from './make-month.ts'
import { makeDays, rebuildRollups } from './make-rollups.ts'
import { MarkedDays } from './marked-days.ts'
import { isOver } from './months.ts'
import { daysOfVisits, daysTouched, touched } from './touched-days.ts'

/** How long a change waits for company, ms, and how often longer than the last time took: it is a small part. */
const DAYS_WAIT = 5_000
const PART = 30
const MONTHS_WAIT = 60_000

export interface KeeperParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  /** Resolves once the tables of visits tell all that was committed. */
  readonly rowsWritten: () => Promise<void>
}

export class RollupKeeper {
  private readonly parts: KeeperParts
  private readonly days = new MarkedDays()
  private daysWait = DAYS_WAIT
  /** By office. */
  private readonly months = new Map<string, Set<string>>()
  /** Offices whose agents are in other groups than rollups tell. */
  private readonly regrouped = new Set<string>()
  /** Offices whose rollups tell more than is noted that they do. */
  private readonly ahead = new Set<string>()
  /** Visits of days that their office has let go of: the tables know which. */
  private readonly unknown = new Map<string, string>()
  private timers: { days: NodeJS.Timeout | null; months: NodeJS.Timeout | null } = {
    days: null,
    months: null,
  }
  private working: Promise<void> = Promise.resolve()
  private isClosed = false

  constructor(parts: KeeperParts) {
    this.parts = parts
  }

  /** To be told of every commit. */
  follow({ office, before, after, facts }: Commit): void {
    const { days, unknown } = touched(facts, before.state, after.state)
    for (const id of unknown) this.unknown.set(id, office)
    this.mark(office, days)
  }

  /** To be told when an office's agents are in other groups. Whoever is reading meanwhile is done by then. */
  regroup(office: string): void {
    this.regrouped.add(office)
    this.monthsSoon()
  }

  /**
   * At a start: what the journals of these offices tell that rollups do not; everything, where there
   * are none. Goes on behind everything else.
   */
  open(offices: readonly string[]): void {
    this.soon(async () => {
      for (const office of offices) if (!this.isClosed) await this.catchUp(office)
      await this.markOver()
      await this.writeMonths()
    })
  }

  private async catchUp(office: string): Promise<void> {
    const { db, clock } = this.parts
    const seq = await rollupHead(db.reader, office)
    const hasCost = (await officesWithCost(db.reader)).has(office)
    if (seq === null || !hasCost || (await hasOldRollups(db.reader, office))) {
      await rebuildRollups(db, office, clock.now())
      return
    }
    this.markMonths(office, await monthsBehind(db.reader, office))
    if (!(await isGrouped(db.reader, office))) this.regrouped.add(office)
    for (let at = seq; ;) {
      const facts = await factsAfter(db.reader, office, at)
      const last = facts.at(-1)
      if (!last) break
      this.mark(office, await daysTouched(db.reader, office, facts))
      at = last.seq
    }
  }

  /** Resolves once rollups tell all that was committed before. */
  async written(): Promise<void> {
    this.working = this.working
      .catch(() => undefined)
      .then(() => this.markOver())
      .then(() => this.writeDays('all'))
      .then(() => this.writeMonths())
    await this.working
  }

  /** What cannot be made now the journal tells at the next start. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const timer of Object.values(this.timers)) if (timer) clearTimeout(timer)
    await this.written().catch(() => undefined)
  }

  private mark(office: string, days: Iterable<string>): void {
    this.days.mark(office, days)
    if (this.days.size > 0 || this.unknown.size > 0) this.daysSoon()
  }

  private daysSoon(): void {
    if (this.isClosed) return
    this.timers.days ??= this.later(this.daysWait, () => {
      this.timers.days = null
      return this.writeDays('due')
    })
  }

  private markMonths(office: string, months: readonly string[]): void {
    const own = this.months.get(office) ?? new Set()
    for (const month of months) own.add(month)
    if (own.size > 0) this.months.set(office, own)
  }

  private monthsSoon(): void {
    if (this.isClosed) return
    this.timers.months ??= this.later(MONTHS_WAIT, async () => {
      this.timers.months = null
      await this.markOver()
      await this.writeMonths()
    })
  }

  private later(ms: number, work: () => Promise<void>): NodeJS.Timeout {
    return setTimeout(() => {
      this.soon(work)
    }, ms).unref()
  }

  private soon(work: () => Promise<void>): void {
    this.working = this.working.catch(() => undefined).then(work)
    this.working.catch((error: unknown) => {
      this.parts.log.error({ err: error }, 'rollups could not be made; they are tried again')
    })
  }

  private async writeMonths(): Promise<void> {
    const { db, clock } = this.parts
    const heads = new Map<string, number>()
    // Before the months are made: what comes meanwhile is told again at a start.
    for (const office of this.ahead) {
      if (!this.days.has(office)) heads.set(office, await rowsHead(db.reader, office))
    }
    const withCost = await officesWithCost(db.reader)
    for (const office of this.ahead) {
      // One that was not there at the start.
      if (!withCost.has(office)) await rebuildRollups(db, office, clock.now())
    }
    for (const [office, months] of this.months) {
      for (const month of months) {
        if (!isOver(month, clock.now())) continue
        await makeMonth(db, office, month)
        months.delete(month)
      }
      if (months.size === 0) this.months.delete(office)
    }
    for (const office of [...this.regrouped]) {
      // Years may be long: what is left is found at the next start.
      if (this.isClosed) break
      // They may be named anew meanwhile.
      this.regrouped.delete(office)
      try {
        await makeGroups(db, office, clock.now())
      } catch (error) {
        this.regroup(office)
        throw error
      }
    }
    for (const [office, seq] of heads) {
      await setRollupHead(db.knex, office, seq)
      this.ahead.delete(office)
    }
    if (this.months.size > 0) this.monthsSoon()
  }

  /** Days that were told while somebody was at work, once they are over; a look again while any is not. */
  private async markOver(): Promise<void> {
    const { db, clock } = this.parts
    if (this.isClosed) return
    const left = await daysLeftGoingOn(db.reader, clock.now())
    for (const { office_id, day, isOver } of left) if (isOver) this.mark(office_id, [day])
    if (left.length > 0) this.monthsSoon()
  }

  private async writeDays(which: 'all' | 'due'): Promise<void> {
    const { db, clock, rowsWritten } = this.parts
    if (this.days.size === 0 && this.unknown.size === 0) return
    const begun = performance.now()
    await rowsWritten()
    await this.lookUp()
    for (const office of this.days[which]()) {
      const days = this.days.take(office)
      try {
        for (const day of days) {
          await makeDays(db, office, { from: day, to: nextDay(day) }, clock.now())
          this.markMonths(office, [day.slice(0, 7)])
          this.ahead.add(office)
        }
      } catch (error) {
        this.mark(office, days)
        throw error
      }
    }
    this.daysWait = Math.max(DAYS_WAIT, PART * (performance.now() - begun))
    if (this.days.size > 0) this.daysSoon()
    this.monthsSoon()
  }

  private async lookUp(): Promise<void> {
    const known = [...this.unknown.keys()]
    for (const { office_id, day } of await daysOfVisits(this.parts.db.reader, known)) {
      this.mark(office_id, [day])
    }
    for (const id of known) this.unknown.delete(id)
  }
}
