// Starts the kiosk page: `/kiosk/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import { keepDeviceToken, keepPage } from '#protocol'
import KioskRoot from './device/KioskRoot.vue'
import { createKioskI18n } from './locales/i18n.ts'
import './kiosk.css'

keepDeviceToken(window)
createApp(KioskRoot).use(createKioskI18n()).mount('#kiosk')
// The program ships the page, and development changes it.
if (!window.guichetKiosk && !import.meta.env.DEV) void keepPage(window)
