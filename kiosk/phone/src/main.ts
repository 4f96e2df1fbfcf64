// Starts the phone's page: `/t/{token}` follows a ticket. The server has filled it in already; what it
// wrote is read before it is replaced.
import { createApp } from 'vue'
import { firstView, pathPart } from './composables/page-data.ts'
import { createPhoneI18n } from './locales/i18n.ts'
import TicketApp from './TicketApp.vue'
import './phone.css'

const first = firstView(document)
createApp(TicketApp, { token: pathPart(location.pathname), first })
  .use(createPhoneI18n(first?.rows[0]?.language ?? languageOf(navigator.language)))
  .mount('#phone')

function languageOf(tag: string): 'en' | 'fr' {
  return tag.startsWith('fr') ? 'fr' : 'en'
}
