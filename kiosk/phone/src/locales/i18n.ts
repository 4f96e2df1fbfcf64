// The phone's two languages at once: a page can change between them.
import { createI18n } from 'vue-i18n'
import type { Language } from '#protocol'
import { en } from './en.ts'
import { fr } from './fr.ts'

export function createPhoneI18n(locale: Language) {
  return createI18n({ legacy: false, locale, fallbackLocale: 'en', messages: { en, fr } })
}
