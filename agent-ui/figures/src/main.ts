// Starts the figures: the pages of managers, directors and executives.
import { createApp } from 'vue'
import { i18n, setLanguage } from '../../src/i18n.ts'
import FiguresApp from './FiguresApp.vue'
import { createFiguresRouter } from './router.ts'
import '../../src/desk.css'
import './figures.css'
import './fields.css'
import './print.css'

setLanguage(i18n.global.locale.value)
createApp(FiguresApp).use(i18n).use(createFiguresRouter()).mount('#app')
