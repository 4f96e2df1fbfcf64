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

/**
 * The same as a link within our pages. The English address is the one that is printed and typed, and
 * leads whose browser prefers French to the French page; whoever chose English here stays with it.
 */
export function officesLink(language: Language): string {
  return language === 'en' ? `${OFFICES.en}?${CHOSEN}` : OFFICES[language]
}

/** In the query: the language of this address is the one that was chosen. */
export const CHOSEN = 'chosen'

export function otherThan(language: Language): Language {
  return language === 'en' ? 'fr' : 'en'
}
