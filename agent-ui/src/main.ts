// Starts the agent desktop.
import { createApp } from 'vue'
import DeskApp from './DeskApp.vue'
import { i18n, setLanguage } from './i18n.ts'
import './desk.css'

setLanguage(i18n.global.locale.value)
createApp(DeskApp).use(i18n).mount('#app')
