// The series that kiosks number from while they are cut off: `K1`, `K2`… in each office. A series
// belongs to one storage of a kiosk, so that a kiosk whose storage was lost, or two tablets with one
// link, never give the same number twice; and it stays when the kiosk is enrolled again.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { VisitRow } from '../../db/visit-rows.ts'
import type { TicketNumber } from '../../domain/ticket-number.ts'
import { AppError } from '../../errors.ts'

interface SeriesRow {
  office_id: string
  number: number
  device_id: string
  store: string
  created_at: number
}

/** How many series an office can have: of four digits at most. */
const MOST = 9_999
/** How often another kiosk may be quicker with the next number. */
const TRIES = 20

export class OfflineSeries {
  private readonly db: Database
  private readonly clock: Clock

  constructor(db: Database, clock: Clock) {
    this.db = db
    this.clock = clock
  }

  /** The series of this storage, the same whenever it is asked for. Throws `database-busy`. */
  async of(office: string, device: string, store: string): Promise<string> {
    const rows = () => this.db.knex<SeriesRow>('kiosk_series')
    for (let tries = 0; tries < TRIES; tries += 1) {
      const found = await rows().where({ office_id: office, store }).first()
      if (found) return `K${found.number}`
      const last = await rows().where('office_id', office).max({ number: 'number' }).first()
      const number = (last?.number ?? 0) + 1
      if (number > MOST) throw new AppError('too-many-requests')
      const row = { office_id: office, number, device_id: device, store }
      await rows()
        .insert({ ...row, created_at: this.clock.now() })
        .onConflict()
        .ignore()
    }
    throw new AppError('database-busy')
  }

  /** The visit that has this number on this day of the office, YYYY-MM-DD; null: none. */
  async visitWith(office: string, number: TicketNumber): Promise<string | null> {
    const { day, prefix, value } = number
    const row = await this.db
      .reader<VisitRow>('visits')
      .where({ office_id: office, day, prefix, number: value })
      .first('id')
    return row?.id ?? null
  }

  /** Whether this storage may have given numbers of `series`: no other has it. */
  async isFor(office: string, store: string, series: string): Promise<boolean> {
    const number = Number(series.slice(1))
    const row = await this.db
      .reader<SeriesRow>('kiosk_series')
      .where({ office_id: office, number })
      .first()
    // A database restored from before may not know it: the ticket is valid all the same.
    return row === undefined || row.store === store
  }
}
