// Starts the kiosk page: `/kiosk/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import { keepDeviceToken } from '#protocol'
import KioskRoot from './device/KioskRoot.vue'
import { createKioskI18n } from './locales/i18n.ts'
import { keepPage } from './offline/keep-page.ts'
import './kiosk.css'

keepDeviceToken(window)
createApp(KioskRoot).use(createKioskI18n()).mount('#kiosk')
void keepPage()
