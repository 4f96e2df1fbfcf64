// The two languages of the desk, and the one that was chosen last on this computer.
import { createI18n, useI18n } from 'vue-i18n'
import { LANGUAGES, type Language } from '#protocol'
import { withOnePoint } from './composables/time-text.ts'
import { en, type Messages } from './locales/en.ts'
import { fr } from './locales/fr.ts'
import { recall, remember } from './remembered.ts'

/** Every path through a tree of sentences. */
export type PathOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}`
}[keyof T & string]

/** Something the desk can say, such as `moves.recall`. */
export type Saying = PathOf<Messages>

const chosen = recall('language')
const preferred = navigator.language.startsWith('fr') ? 'fr' : 'en'

export const i18n = createI18n({
  legacy: false,
  locale: LANGUAGES.find((language) => language === chosen) ?? preferred,
  fallbackLocale: 'en',
  messages: { en, fr },
  pluralRules: { fr: frenchPlural },
  postTranslation: (said) => (typeof said === 'string' ? withOnePoint(said) : said),
})

/** French counts nothing and one as singular; a third form, when there is one, is for nothing. */
function frenchPlural(count: number, forms: number): number {
  if (forms === 3) return Math.min(count, 2)
  return count < 2 ? 0 : 1
}

/** What components say things with: a wrong key does not compile. */
export function useWords() {
  const { t, locale } = useI18n<{ message: Messages }, Language>({ useScope: 'global' })
  return {
    locale,
    say: (saying: Saying, named: Record<string, string | number> = {}): string => t(saying, named),
    /** A sentence that depends on how many. */
    count: (saying: Saying, count: number, named: Record<string, string | number> = {}): string =>
      t(saying, { ...named, count }, count),
  }
}

/** What says a sentence, in the language of the screen. */
export type Voice = Pick<ReturnType<typeof useWords>, 'say' | 'count'>

export function switchLanguage(): void {
  const { locale } = i18n.global
  setLanguage(locale.value === 'en' ? 'fr' : 'en')
}

/** Sets the language of the whole page, and remembers it. */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
  remember('language', language)
}
