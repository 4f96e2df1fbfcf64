// What a push says: the ticket, never a name; in the language of the visit.
import type { Language } from '../../protocol/index.ts'
import type { PushMessage } from '../../protocol/push-contract.ts'
import { PAGE_WORDS } from './page-words.ts'

/** What both kinds of message are about. */
interface About {
  readonly ticket: string
  readonly language: Language
  /** The page of the ticket. */
  readonly path: string
}

const NEAR = { en: 'Your turn is near', fr: 'C’est bientôt à vous' }
const NUMBER = {
  en: (ticket: string) => `Number ${ticket}`,
  fr: (ticket: string) => `Numéro ${ticket}`,
}
const BETWEEN = { en: ': ', fr: '\u00a0: ' }

export function calledMessage({ ticket, language, path }: About, counter: string): PushMessage {
  const title = PAGE_WORDS[language].called(counter)
  return { kind: 'called', title, body: NUMBER[language](ticket), language, path }
}

export function nearMessage({ ticket, language, path }: About, ahead: number): PushMessage {
  const body = `${NUMBER[language](ticket)}${BETWEEN[language]}${PAGE_WORDS[language].ahead(ahead)}`
  return { kind: 'near', title: NEAR[language], body, language, path }
}
