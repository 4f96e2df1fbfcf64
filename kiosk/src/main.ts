// Starts the kiosk page: `/kiosk/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import KioskApp from './KioskApp.vue'
import { keepDeviceToken } from './composables/device-token.ts'
import { officeFromPath } from './composables/office-path.ts'
import { createKioskI18n } from './locales/i18n.ts'
import './kiosk.css'

keepDeviceToken()
createApp(KioskApp, { officeCode: officeFromPath(location.pathname) })
  .use(createKioskI18n())
  .mount('#kiosk')
