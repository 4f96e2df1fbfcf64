// Offices in their table. What an office is configured to be comes through the door; here is only
// its existence, and reading the settings of all of them.
import type { Knex } from 'knex'
import { FIRST_HASH } from '../../db/journal.ts'
import type { Named, OfficeSettings, Words } from '../../domain/settings.ts'

interface OfficeRow {
  id: string
  settings: string
  created_at: number
}

/** Makes an office that does not exist yet: without settings, its stream empty. */
export async function createOffice(knex: Knex, code: string, now: number): Promise<void> {
  await knex<OfficeRow>('offices').insert({ id: code, settings: 'null', created_at: now })
  await knex('office_heads').insert({
    office_id: code,
    seq: 0,
    recorded_at: 0,
    hash: FIRST_HASH,
    series: JSON.stringify({ day: '', last: {} }),
  })
}

export async function officeCodes(knex: Knex): Promise<string[]> {
  const rows = await knex<OfficeRow>('offices').select('id').orderBy('created_at')
  return rows.map((row) => row.id)
}

/** Code, name and region of every office that is configured. */
export async function officeNames(
  knex: Knex,
): Promise<{ code: string; name: Words; region?: Named }[]> {
  const settings = await officeSettings(knex)
  return settings.map(([code, { name, region }]) => ({ code, name, ...(region ? { region } : {}) }))
}

/** Code and settings of every office that is configured, as they were stored. */
export async function officeSettings(knex: Knex): Promise<[string, OfficeSettings][]> {
  const rows = await knex<OfficeRow>('offices').orderBy('created_at')
  return rows.flatMap(({ id, settings }): [string, OfficeSettings][] => {
    const known = parsed.get(id)
    const document =
      known?.text === settings ? known.document : (JSON.parse(settings) as OfficeSettings | null)
    parsed.set(id, { text: settings, document })
    return document ? [[id, document]] : []
  })
}

/** What was read last of each office: documents are large, change rarely, and every report asks for all. */
const parsed = new Map<string, { text: string; document: OfficeSettings | null }>()
