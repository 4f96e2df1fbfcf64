// What managers found when they looked into doubted visits. Each look is kept; the last one counts.
import type { Knex } from 'knex'
import type { LookedInto } from '../../protocol/report-contract.ts'
import type { z } from 'zod'

type Finding = z.infer<typeof LookedInto>['finding']

export interface CheckRow {
  id: string
  office_id: string
  visit_id: string
  finding: Finding
  reason: string
  checked_at: number
  checked_by: string
}

/** Adds it; nothing happens when one with this id is there. */
export async function insertCheck(knex: Knex, row: CheckRow): Promise<void> {
  await knex<CheckRow>('quality_checks').insert(row).onConflict('id').ignore()
}

export async function findCheck(knex: Knex, id: string): Promise<CheckRow | undefined> {
  return knex<CheckRow>('quality_checks').where('id', id).first()
}

/** The last look at each visit of an office whose day is in [from, to), by its id. */
export async function checksOf(
  knex: Knex,
  office: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, CheckRow>> {
  const rows = await knex<CheckRow>('quality_checks')
    .join<{ day: string } & CheckRow>('visits', 'visits.id', 'quality_checks.visit_id')
    .where('quality_checks.office_id', office)
    .where('visits.day', '>=', from)
    .where('visits.day', '<', to)
    .orderBy(['quality_checks.checked_at', 'quality_checks.id'])
    .select('quality_checks.*')
  return new Map((rows as CheckRow[]).map((row) => [row.visit_id, row]))
}
