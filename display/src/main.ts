// Starts the board page: `/board/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import { keepDeviceToken, officeFromPath } from '#protocol'
import BoardApp from './BoardApp.vue'
import { createBoardI18n } from './locales/i18n.ts'
import './board.css'

keepDeviceToken(window)
createApp(BoardApp, { officeCode: officeFromPath(location.pathname) })
  .use(createBoardI18n())
  .mount('#board')
