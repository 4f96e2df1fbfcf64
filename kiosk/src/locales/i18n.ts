// The kiosk's two languages at once: the page speaks one, the first screen both.
import { createI18n } from 'vue-i18n'
import { device as enDevice } from './en-device.ts'
import { en } from './en.ts'
import { device as frDevice } from './fr-device.ts'
import { fr } from './fr.ts'

export function createKioskI18n() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: { ...en, ...enDevice }, fr: { ...fr, ...frDevice } },
  })
}
