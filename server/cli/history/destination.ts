// The office that a history is for, as it is configured today.
import type { Knex } from 'knex'
import { settingsOfToday } from '../../domain/settings-upcast.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import type { Destination } from './read-line.ts'

/** What to do where there is no such office: which there are, and what one has to have first. */
export async function noOffice(knex: Knex, office: string): Promise<string> {
  const rows = await knex<{ id: string }>('offices').orderBy('id').select('id')
  const known = rows.map(({ id }) => id).join(', ')
  const there = known === '' ? 'There is none yet' : `There is ${known}`
  return `There is no office ${office}. ${there}: choose one, or set it up first, with the services that the file or its mapping names. Nothing was written.`
}

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
