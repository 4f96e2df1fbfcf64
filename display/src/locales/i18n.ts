// The board's two languages, always both at once: it hangs in a public room.
import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

export function createBoardI18n() {
  return createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en, fr } })
}
