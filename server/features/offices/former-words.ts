// What offices call their services, categories and programmes, and what they called those that have been
// taken out of their settings since: figures of the past still tell of them. The journal has every setting.
import type { Knex } from 'knex'
import { ARE_SETTINGS, fromRow, type FactRow } from '../../db/journal.ts'
import { inParts } from '../../db/reading.ts'
import type { Named, OfficeSettings, Words } from '../../domain/settings.ts'
import { Stretches } from '../reports/stretches.ts'
import type { OfficeSeen } from '../scope.ts'

type NamedList = 'services' | 'categories' | 'programmes'
type PerList<T> = Readonly<Record<NamedList, T>>

/** The name of a code in any of some offices, today or last; undefined: none of them ever had it. */
export type OfficeNames = (list: NamedList, code: string) => Words | undefined

/** A name, and the instant (UTC ms) of the last settings that had it. */
interface LastNamed extends Named {
  readonly at: number
}

/** All names an office ever gave, each as it was last. `seq`: of the last settings they are from. */
interface Past {
  readonly seq: number
  readonly names: PerList<Map<string, LastNamed>>
}

/** What is read once of each journal: settings are large, and every page of figures asks for all offices. */
const remembered = new WeakMap<Knex, Map<string, Past>>()

/** What none of the offices has today, each by the name that one of them gave it last. */
export async function formerWords(
  knex: Knex,
  offices: readonly OfficeSeen[],
): Promise<PerList<Named[]>> {
  const pasts = await pastsOf(
    knex,
    offices.map(({ code }) => code),
  )
  return perList((list) => {
    const today = new Set(offices.flatMap(({ settings }) => codesIn(settings, list)))
    const last = new Map<string, LastNamed>()
    for (const { names } of pasts)
      for (const named of names[list].values()) {
        const other = last.get(named.code)
        const isLater = other === undefined || named.at > other.at
        if (isLater && !today.has(named.code)) last.set(named.code, named)
      }
    return [...last.values()].map(({ code, name }) => ({ code, name }))
  })
}

/** Of offices that call one code by two names, the first office’s name counts. */
export async function namesIn(knex: Knex, offices: readonly OfficeSeen[]): Promise<OfficeNames> {
  const former = await formerWords(knex, offices)
  const names = perList((list) => {
    const today = offices.toReversed().flatMap(({ settings }): readonly Named[] => settings[list])
    return new Map([...former[list], ...today].map(({ code, name }) => [code, name]))
  })
  return (list, code) => names[list].get(code)
}

const codesIn = (settings: OfficeSettings, list: NamedList): string[] =>
  settings[list].map(({ code }) => code)

function perList<T>(of: (list: NamedList) => T): PerList<T> {
  return {
    services: of('services'),
    categories: of('categories'),
    programmes: of('programmes'),
  }
}

/** One question for all offices; more only of those whose settings have changed since they were read. */
async function pastsOf(knex: Knex, offices: readonly string[]): Promise<Past[]> {
  const known = remembered.get(knex) ?? new Map<string, Past>()
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
  for (const { office_id: office, seq } of heads) {
    const past = known.get(office)
    if (past === undefined || past.seq < seq) known.set(office, await goneOn(knex, office, past))
  }
  return offices.flatMap((office) => known.get(office) ?? [])
}

/** The same with all settings that came after. */
async function goneOn(knex: Knex, office: string, past: Past | undefined): Promise<Past> {
  const rows = await knex<FactRow>('facts')
    .where('office_id', office)
    .where('seq', '>', past?.seq ?? 0)
    .whereRaw(ARE_SETTINGS)
    .orderBy('seq')
  const names = perList((list) => new Map(past?.names[list]))
  const stretches = new Stretches()
  for (const row of rows) {
    await stretches.next()
    const { at, body } = fromRow(row)
    if (body.type !== 'office-configured') continue
    for (const list of ['services', 'categories', 'programmes'] as const)
      for (const { code, name } of body.settings[list]) names[list].set(code, { code, name, at })
  }
  return { seq: rows.at(-1)?.seq ?? past?.seq ?? 0, names }
}
