// Starts the kiosk page: `/kiosk/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import { keepDeviceToken, officeFromPath } from '#protocol'
import KioskApp from './KioskApp.vue'
import { createKioskI18n } from './locales/i18n.ts'
import './kiosk.css'

keepDeviceToken(window)
createApp(KioskApp, { officeCode: officeFromPath(location.pathname) })
  .use(createKioskI18n())
  .mount('#kiosk')
