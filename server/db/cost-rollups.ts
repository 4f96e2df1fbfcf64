// What days and months of work amounted to, in their tables: derived from visits, and made anew at any
// time. A month counts its changes, and is read only while it tells its days as they are.
import type { Knex } from 'knex'
import { COST_VERSION } from '../domain/cost/cells.ts'

/** Days of offices: `from` (YYYY-MM-DD) to before `to`. */
export interface CostSpan {
  readonly offices: readonly string[]
  readonly from: string
  readonly to: string
}

interface DayRow {
  office_id: string
  day: string
  version: number
  seq: number
  until: number | null
  over_at: number | null
  recorded_ms: number
  cells: string
}
/** `until`, `over_at`: of a day on which work goes on, up to when it is told and when it will be over, UTC ms. */
export type CostDay = Omit<DayRow, 'version' | 'seq'>

interface MonthRow {
  office_id: string
  month: string
  version: number
  changes: number
  cells: string | null
}

/** Days of one office take the place of all in the span, but for what knows more than `seq`. */
export async function writeCostDays(
  trx: Knex,
  rows: readonly CostDay[],
  { office, from, to }: { office: string; from: string; to: string },
  seq: number,
): Promise<void> {
  await trx<DayRow>('cost_days')
    .where('office_id', office)
    .where('day', '>=', from)
    .where('day', '<', to)
    .where('seq', '<=', seq)
    .delete()
  for (let at = 0; at < rows.length; at += 50) {
    const part = rows.slice(at, at + 50).map((row) => ({ ...row, version: COST_VERSION, seq }))
    await trx<DayRow>('cost_days')
      .insert(part)
      .onConflict(['office_id', 'day'])
      .merge()
      .where('cost_days.seq', '<=', seq)
  }
  const last = new Date(Date.parse(to) - 1).toISOString()
  for (const month of new Set([from, ...rows.map(({ day }) => day), last].map(monthOf))) {
    const changed = { office_id: office, month, version: COST_VERSION, changes: 1, cells: null }
    await trx<MonthRow>('cost_months')
      .insert(changed)
      .onConflict(['office_id', 'month'])
      .merge({ version: COST_VERSION, cells: null, changes: trx.raw('cost_months.changes + 1') })
  }
}

const monthOf = (day: string): string => day.slice(0, 7)

/** How often the month (YYYY-MM) has changed; null: nothing of it is there. */
export async function changesOf(knex: Knex, office: string, month: string): Promise<number | null> {
  const row = await knex<MonthRow>('cost_months').where({ office_id: office, month }).first()
  return row?.changes ?? null
}

/** Writes a month that was made when it had changed so often; nothing, when a day has changed since. */
export async function writeCostMonth(
  knex: Knex,
  { office, month, changes }: { office: string; month: string; changes: number },
  cells: string,
): Promise<void> {
  await knex<MonthRow>('cost_months').where({ office_id: office, month, changes }).update({ cells })
}

export async function readCostDays(
  knex: Knex,
  { offices, from, to }: CostSpan,
): Promise<Pick<DayRow, 'office_id' | 'day' | 'cells'>[]> {
  return daysIn(knex, { offices, from, to }).select('office_id', 'day', 'cells')
}

/** Every month (YYYY-MM) with a day in the span; its cells null while its days tell more. */
export async function readCostMonths(
  knex: Knex,
  { offices, from, to }: CostSpan,
): Promise<Pick<MonthRow, 'office_id' | 'month' | 'cells'>[]> {
  return (
    knex<MonthRow>('cost_months')
      .whereIn('office_id', [...offices])
      .where('month', '>=', from.slice(0, 7))
      // A month before the day that it begins with: 2026-04 < 2026-04-01.
      .where('month', '<', to)
      .where('version', COST_VERSION)
      .select('office_id', 'month', 'cells')
  )
}

/** Days on which work goes on, as they are told; with their `until`, UTC ms. */
export async function daysGoingOn(
  knex: Knex,
  span: CostSpan,
): Promise<{ office_id: string; day: string; until: number }[]> {
  const rows = await daysIn(knex, span).whereNotNull('until').select('office_id', 'day', 'until')
  return rows.map((row) => ({ ...row, until: row.until ?? 0 }))
}

/** Days of any office that were told while work went on; `isOver`: at `now` (UTC ms), and those alone. */
export async function daysLeftGoingOn(
  knex: Knex,
  now: number,
): Promise<{ office_id: string; day: string; isOver: boolean }[]> {
  const rows = await knex<DayRow>('cost_days')
    .whereNotNull('until')
    .select('office_id', 'day', 'over_at')
  return rows.map(({ over_at, ...row }) => ({ ...row, isOver: (over_at ?? 0) <= now }))
}

/** On how many days of these offices something was recorded and nothing is known to be paid. */
export async function daysWithoutPaid(knex: Knex, span: CostSpan): Promise<number> {
  const [row] = await daysIn(knex, span)
    .where('recorded_ms', '>', 0)
    .whereNotExists(
      knex('paid_shifts')
        .whereRaw('paid_shifts.office_id = cost_days.office_id')
        .whereRaw('paid_shifts.day = cost_days.day'),
    )
    .count({ days: '*' })
  return Number(row?.days ?? 0)
}

function daysIn(knex: Knex, { offices, from, to }: CostSpan): Knex.QueryBuilder<DayRow, DayRow[]> {
  return knex<DayRow>('cost_days')
    .whereIn('office_id', [...offices])
    .where('day', '>=', from)
    .where('day', '<', to)
    .where('version', COST_VERSION)
}

/** Takes out all days of an office, to be made anew. */
export async function dropCost(trx: Knex, office: string): Promise<void> {
  await trx('cost_heads').where('office_id', office).delete()
  await trx<DayRow>('cost_days').where('office_id', office).delete()
  const changed = { cells: null, changes: trx.raw('changes + 1') }
  await trx<MonthRow>('cost_months').where('office_id', office).update(changed)
}

/** Says that all days of an office are there. */
export async function setCostKept(knex: Knex, office: string): Promise<void> {
  const head = { office_id: office, version: COST_VERSION }
  await knex('cost_heads').insert(head).onConflict('office_id').merge()
}

/** The offices of which all days are there, as they are counted today. */
export async function officesWithCost(knex: Knex): Promise<Set<string>> {
  const rows = await knex<{ office_id: string; version: number }>('cost_heads')
    .where('version', COST_VERSION)
    .select('office_id')
  return new Set(rows.map(({ office_id }) => office_id))
}
