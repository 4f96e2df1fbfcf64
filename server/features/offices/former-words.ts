// What offices call their services, categories and programmes, and what they called those that have been
// taken out of their settings since: figures of the past still tell of them. The journal has every setting.
import type { Knex } from 'knex'
import { settingsHad, type LastNamed, type NamedList } from '../../db/settings-had.ts'
import type { Named, OfficeSettings, Words } from '../../domain/settings.ts'
import type { OfficeSeen } from '../scope.ts'

type PerList<T> = Readonly<Record<NamedList, T>>

/** The name of a code in any of some offices, today or last; undefined: none of them ever had it. */
export type OfficeNames = (list: NamedList, code: string) => Words | undefined

/** What none of the offices has today, each by the name that one of them gave it last. */
export async function formerWords(
  knex: Knex,
  offices: readonly OfficeSeen[],
): Promise<PerList<Named[]>> {
  const had = await settingsHad(
    knex,
    offices.map(({ code }) => code),
  )
  return perList((list) => {
    const today = new Set(offices.flatMap(({ settings }) => codesIn(settings, list)))
    const last = new Map<string, LastNamed>()
    for (const { names } of had.values())
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
