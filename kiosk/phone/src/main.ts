// Starts the phone's page: `/t/{token}` follows a ticket, `/join/{office}` takes one. The server has
// filled it in already; what it wrote is read before it is replaced.
import { createApp } from 'vue'
import { joinView, pathParts, ticketView } from './composables/page-data.ts'
import { createPhoneI18n } from './locales/i18n.ts'
import PhoneApp from './PhoneApp.vue'
import './phone.css'

const { page, first, second } = pathParts(location.pathname)
const ticket = ticketView(document)
const join = joinView(document)
const token = page === 't' ? first : null
const language = ticket?.rows[0]?.language ?? (navigator.language.startsWith('fr') ? 'fr' : 'en')

// What the server wrote about an office that does not exist stands as it is.
if (token !== null || join) {
  createApp(PhoneApp, { token, ticket, join, code: second === '' ? null : second })
    .use(createPhoneI18n(language))
    .mount('#phone')
}
