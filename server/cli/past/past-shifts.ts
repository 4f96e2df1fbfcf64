// What was paid on days of the past: everybody's planned shift, also of those who were ill.
import type { Database } from '../../db/connect.ts'
import type { Shift } from '../../domain/cost/paid-hours.ts'
import { wallClock } from '../../domain/office-time.ts'
import { putShifts } from '../../features/cost/cost-store.ts'
import { LUNCH } from '../simulate/agents.ts'
import { openingHours } from '../simulate/hours.ts'

/** The shifts of these people on an open day (YYYY-MM-DD) of an office in `zone`: lunch is not paid. */
export function shiftsOn(day: string, zone: string, people: readonly string[]): Shift[] {
  const open = openingHours(day, zone)
  const [from, to] = [wallClock(open.from, zone).minute, wallClock(open.to, zone).minute]
  const paidMs = (to - from) * 60_000 - LUNCH
  return people.map((who) => ({ day, who, from, to, paidMs }))
}

/** Shifts of many days on their way to the database, so many at a time. */
export class PastShifts {
  private readonly db: Database
  private readonly now: number
  private readonly waiting = new Map<string, Shift[]>()

  constructor(db: Database, now: number) {
    this.db = db
    this.now = now
  }

  add(office: string, shifts: readonly Shift[]): void {
    this.waiting.set(office, [...(this.waiting.get(office) ?? []), ...shifts])
  }

  async write(): Promise<void> {
    for (const [office, shifts] of this.waiting) {
      await putShifts(this.db.knex, office, shifts, { at: this.now, by: 'past' })
    }
    this.waiting.clear()
  }
}
