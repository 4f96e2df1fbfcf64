// Starts the board page: `/board/{office}`, whose link may carry the device's token.
import { createApp } from 'vue'
import BoardApp from './BoardApp.vue'
import { keepDeviceToken } from './composables/device-token.ts'
import { officeFromPath } from './composables/office-path.ts'
import { createBoardI18n } from './locales/i18n.ts'
import './board.css'

keepDeviceToken()
createApp(BoardApp, { officeCode: officeFromPath(location.pathname) })
  .use(createBoardI18n())
  .mount('#board')
