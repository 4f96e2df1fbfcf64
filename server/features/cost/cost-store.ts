// Rates and paid hours in their tables. A rate is added and never changed; what is paid on a day is said
// anew as a whole.
import type { Knex } from 'knex'
import type { Channel } from '../../domain/facts.ts'
import type { Shift } from '../../domain/cost/paid-hours.ts'
import type { Rate } from '../../domain/cost/rates.ts'
import type { Paid } from '../../domain/cost/statement.ts'
import type { Apart, Step } from '../../domain/cost/worked-time.ts'

export interface RateRow {
  id: string
  programme: string | null
  service: string | null
  step: Step | Apart | null
  channel: Channel | null
  from_day: string
  per_minute: number | null
  reason: string
  recorded_at: number
  recorded_by: string
}

/** All of them, the newest first. */
export async function rateRows(knex: Knex): Promise<RateRow[]> {
  return knex<RateRow>('cost_rates').orderBy([
    { column: 'recorded_at', order: 'desc' },
    { column: 'id', order: 'desc' },
  ])
}

export async function findRate(knex: Knex, id: string): Promise<RateRow | undefined> {
  return knex<RateRow>('cost_rates').where('id', id).first()
}

/** Adds it; nothing happens when one with this id is there. */
export async function insertRate(knex: Knex, row: RateRow): Promise<void> {
  await knex<RateRow>('cost_rates').insert(row).onConflict('id').ignore()
}

export function toRate(row: RateRow): Rate {
  const { programme, service, step, channel, from_day, per_minute, recorded_at } = row
  return {
    ...{ programme, service, step, channel },
    ...{ from: from_day, perMinute: per_minute, recordedAt: recorded_at },
  }
}

interface ShiftRow {
  office_id: string
  day: string
  ordinal: number
  who: string
  from_minute: number | null
  to_minute: number | null
  paid_ms: number
  recorded_at: number
  recorded_by: string
}

/** All that is paid on the days of these shifts is what they say: saying it twice changes nothing. */
export async function putShifts(
  knex: Knex,
  office: string,
  shifts: readonly Shift[],
  said: { at: number; by: string },
): Promise<void> {
  const byDay = [...Map.groupBy(shifts, ({ day }) => day)]
  const rows = byDay.flatMap(([day, list]) =>
    list.map(({ who, from, to, paidMs }, index): ShiftRow => ({
      ...{ office_id: office, day, ordinal: index + 1, who },
      ...{ from_minute: from, to_minute: to, paid_ms: paidMs },
      ...{ recorded_at: said.at, recorded_by: said.by },
    })),
  )
  await knex.transaction(async (trx) => {
    const days = byDay.map(([day]) => day)
    for (let at = 0; at < days.length; at += 500) {
      const some = days.slice(at, at + 500)
      await trx<ShiftRow>('paid_shifts').where('office_id', office).whereIn('day', some).delete()
    }
    for (let at = 0; at < rows.length; at += 90) {
      await trx<ShiftRow>('paid_shifts').insert(rows.slice(at, at + 90))
    }
  })
}

/** What is known to be paid on a day, in the order in which it was said. */
export async function shiftsOn(knex: Knex, office: string, day: string): Promise<Shift[]> {
  const rows = await knex<ShiftRow>('paid_shifts')
    .where({ office_id: office, day })
    .orderBy('ordinal')
  return rows.map(({ who, from_minute, to_minute, paid_ms }) => ({
    ...{ day, who, from: from_minute, to: to_minute, paidMs: paid_ms },
  }))
}

/** What was paid on each day from `from` to before `to`, in ms; a day that nothing is known of is absent. */
export async function paidByDay(
  knex: Knex,
  office: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, number>> {
  const rows = await knex<ShiftRow>('paid_shifts')
    .where('office_id', office)
    .where('day', '>=', from)
    .where('day', '<', to)
    .groupBy('day')
    .select('day')
    .sum({ paid: 'paid_ms' })
  return new Map(rows.map(({ day, paid }) => [day, Number(paid)]))
}

/** What was paid in these offices from `from` to before `to`; null: paid hours of no day are known. */
export async function paidIn(
  knex: Knex,
  { offices, from, to }: { offices: readonly string[]; from: string; to: string },
): Promise<Paid | null> {
  const [row] = await knex<ShiftRow>('paid_shifts')
    .whereIn('office_id', [...offices])
    .where('day', '>=', from)
    .where('day', '<', to)
    .select(
      knex.raw('sum(paid_ms) AS paid'),
      // Of hours alone nobody knows how long the shift was: their sum leaves them out.
      knex.raw('sum((to_minute - from_minute) * 60000 - paid_ms) AS unpaid'),
    )
  const { paid, unpaid } = (row ?? {}) as Record<string, number | string | null>
  return paid === null || paid === undefined
    ? null
    : { paidMs: Number(paid), unpaidMs: Number(unpaid ?? 0) }
}
