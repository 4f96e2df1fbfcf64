// The addresses of the public pages: a word of each language, and the same office behind both.
import { LANGUAGES, type Language } from '../../domain/settings.ts'
import { officePath } from '../../protocol/public-address.ts'

const OFFICES = { en: '/offices', fr: '/bureaux' } as const

/** Every address under which a public page lies, as Express reads them. */
export const PUBLIC_PATHS = LANGUAGES.flatMap((language) => [
  OFFICES[language],
  officePath(':office', language),
])

export function officesPath(language: Language): string {
  return OFFICES[language]
}

export function otherThan(language: Language): Language {
  return language === 'en' ? 'fr' : 'en'
}
