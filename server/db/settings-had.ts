// The settings that offices have had, as their journals tell them: figures of the past are by what held
// then, and tell of services that are gone.
import type { Knex } from 'knex'
import type { Named, OfficeSettings, Service } from '../domain/settings.ts'
import { settingsOfToday } from '../domain/settings-upcast.ts'
import { ARE_SETTINGS, fromRow, type FactRow } from './journal.ts'
import { inParts } from './reading.ts'

export const NAMED_LISTS = ['services', 'categories', 'programmes'] as const
export type NamedList = (typeof NAMED_LISTS)[number]

/** A name, and the instant (UTC ms) of the last settings that had it. */
export interface LastNamed extends Named {
  readonly at: number
}

export interface SettingsHad {
  /** Of the last settings. */
  readonly seq: number
  /** The zones an office has had, each from an instant on (UTC ms), the first from ever. */
  readonly zones: readonly { readonly from: number; readonly zone: string }[]
  /** Each as it was defined last, by code. */
  readonly services: ReadonlyMap<string, Service>
  /** All names it ever gave, each as it was last, by code. */
  readonly names: Readonly<Record<NamedList, ReadonlyMap<string, LastNamed>>>
}

/** Read once of each journal: settings are large, and every page of figures asks for all offices. */
const remembered = new WeakMap<Knex, Map<string, SettingsHad>>()

/** By office. One question for all; more only of those whose settings have changed since they were read. */
export async function settingsHad(
  knex: Knex,
  offices: readonly string[],
): Promise<ReadonlyMap<string, SettingsHad>> {
  const known = remembered.get(knex) ?? new Map<string, SettingsHad>()
  remembered.set(knex, known)
  const heads = await inParts(offices, async (part) => {
    const rows: Pick<FactRow, 'office_id' | 'seq'>[] = await knex<FactRow>('facts')
      .select('office_id')
      .max({ seq: 'seq' })
      .whereIn('office_id', [...part])
      .whereRaw(ARE_SETTINGS)
      .groupBy('office_id')
    return rows
  })
  const had = new Map<string, SettingsHad>()
  for (const { office_id: office, seq } of heads) {
    const before = known.get(office)
    const now = before && before.seq >= seq ? before : await goneOn(knex, office, before)
    known.set(office, now)
    had.set(office, now)
  }
  return had
}

const NONE: SettingsHad = {
  ...{ seq: 0, zones: [], services: new Map() },
  names: { services: new Map(), categories: new Map(), programmes: new Map() },
}

/** The same with all settings that came after. */
async function goneOn(knex: Knex, office: string, before = NONE): Promise<SettingsHad> {
  const rows = await knex<FactRow>('facts')
    .where('office_id', office)
    .where('seq', '>', before.seq)
    .whereRaw(ARE_SETTINGS)
    .orderBy('seq')
  const zones = [...before.zones]
  const services = new Map(before.services)
  const { services: names, categories, programmes } = before.names
  const named = {
    ...{ services: new Map(names), categories: new Map(categories) },
    programmes: new Map(programmes),
  }
  for (const { at, body } of rows.map(fromRow)) {
    if (body.type !== 'office-configured') continue
    const settings = settingsOfToday(body.settings, office)
    const { timeZone: zone } = settings
    if (zones.at(-1)?.zone !== zone) zones.push({ from: at, zone })
    for (const service of settings.services) services.set(service.code, service)
    for (const list of NAMED_LISTS)
      for (const { code, name } of settings[list]) named[list].set(code, { code, name, at })
  }
  return { seq: rows.at(-1)?.seq ?? before.seq, zones, services, names: named }
}

/** Settings with the services that were taken out of them since, each as it was defined last. */
export function withGone(settings: OfficeSettings, had: SettingsHad | undefined): OfficeSettings {
  const today = new Set(settings.services.map(({ code }) => code))
  const gone = [...(had?.services.values() ?? [])].filter(({ code }) => !today.has(code))
  return gone.length === 0 ? settings : { ...settings, services: [...settings.services, ...gone] }
}
