// Starts the sign over a counter: `/sign/{office}/{counter}`, whose link may carry the device's token.
import { createApp } from 'vue'
import { keepDeviceToken, keepPage, officeFromPath, partFromPath } from '#protocol'
import { createBoardI18n } from '../locales/i18n.ts'
import SignApp from './SignApp.vue'
import '../board.css'

keepDeviceToken(window)
const { pathname } = location
createApp(SignApp, { officeCode: officeFromPath(pathname), counterCode: partFromPath(pathname) })
  .use(createBoardI18n())
  .mount('#sign')
if (!import.meta.env.DEV) void keepPage(window)
