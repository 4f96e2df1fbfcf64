// Which offices somebody may look at together, and which of them they ask for. Who asks for another
// office or region is refused, never shown less than they asked for.
import type { Database } from '../db/connect.ts'
import { mayEnter, type Party } from '../domain/permissions.ts'
import { settingsOfToday } from '../domain/settings-upcast.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { AppError } from '../errors.ts'
import { officeSettings } from './offices/office-store.ts'

export interface OfficeSeen {
  readonly code: string
  readonly settings: OfficeSettings
}

export interface OfficesAsked {
  readonly offices?: readonly string[] | undefined
  readonly region?: string | undefined
}

/**
 * The offices asked for; none named: all that the party may enter. An office outside the region asked
 * for with it is left out. Throws `office-unknown`, `region-unknown`, `not-your-office`.
 */
export async function officesFor(
  db: Database,
  party: Party,
  { offices, region }: OfficesAsked,
): Promise<OfficeSeen[]> {
  const all = (await officeSettings(db.reader)).map(([code, stored]) => ({
    code,
    settings: settingsOfToday(stored, code),
  }))
  const isTheirs = ({ code, settings }: OfficeSeen): boolean =>
    mayEnter(party, { code, region: settings.region?.code ?? null })
  const isInRegion = ({ settings }: OfficeSeen): boolean =>
    region === undefined || settings.region?.code === region

  const named = offices?.map((code) => {
    const found = all.find((each) => each.code === code)
    if (!found) throw new AppError('office-unknown', { details: { office: code } })
    if (!isTheirs(found)) throw new AppError('not-your-office', { details: { office: code } })
    return found
  })
  const inRegion = all.filter(isInRegion)
  if (inRegion.length === 0)
    throw new AppError('region-unknown', { details: { region: region ?? '' } })
  if (region !== undefined && !inRegion.some(isTheirs)) {
    throw new AppError('not-your-office', { details: { region } })
  }
  return [...new Set(named ?? all.filter(isTheirs))].filter(isInRegion)
}

/** One office, and nothing of it unless it is within the party's scope. */
export async function officeFor(db: Database, party: Party, code: string): Promise<OfficeSeen> {
  const [office] = await officesFor(db, party, { offices: [code] })
  if (!office) throw new AppError('office-unknown', { details: { office: code } })
  return office
}
