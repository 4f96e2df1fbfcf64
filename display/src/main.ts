// Starts the board page: `/board/{office}` or `/board/{office}/{board}`, whose link may carry the device's
// token.
import { createApp } from 'vue'
import { keepDeviceToken, keepPage, officeFromPath, partFromPath } from '#protocol'
import BoardApp from './BoardApp.vue'
import { createBoardI18n } from './locales/i18n.ts'
import './board.css'

keepDeviceToken(window)
const { pathname } = location
createApp(BoardApp, { officeCode: officeFromPath(pathname), boardCode: partFromPath(pathname) })
  .use(createBoardI18n())
  .mount('#board')
if (!import.meta.env.DEV) void keepPage(window)
