// The office that a history is for, as it is configured today.
import type { Knex } from 'knex'
import { settingsOfToday } from '../../domain/settings-upcast.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import type { Destination } from './read-line.ts'

/** Null: there is no such office, or it is not configured. */
export async function destination(
  knex: Knex,
  office: string,
  now: number,
): Promise<Destination | null> {
  const row = await knex<{ id: string; settings: string }>('offices').where('id', office).first()
  const stored = row ? (JSON.parse(row.settings) as OfficeSettings | null) : null
  if (!stored) return null
  const staff = await knex<{ id: string; username: string; office_id: string | null }>('staff')
    .where('office_id', office)
    .select('id', 'username')
  return {
    office,
    settings: settingsOfToday(stored, office),
    staff: new Map(staff.map(({ id, username }) => [username, id])),
    now,
  }
}
