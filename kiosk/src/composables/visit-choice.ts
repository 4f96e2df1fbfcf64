// What one person has chosen and told so far, and the ticket asked for with it.
import type { AccessNeed, Language } from '#protocol'
import type { TicketAsk } from './take-ticket.ts'

/** More services than this on one ticket are arranged with staff. */
export const MOST_SERVICES = 5

export interface VisitChoice {
  /** Codes, in the order in which they were chosen. */
  readonly services: readonly string[]
  readonly answers: readonly { service: string; question: string; yes: boolean }[]
  readonly needs: readonly AccessNeed[]
  /** Empty: not given. */
  readonly name: string
  readonly phone: string
  /** The room may be told the name. */
  readonly mayBeCalledByName: boolean
}

/** What of it people may leave of themselves. */
export type Person = Pick<VisitChoice, 'name' | 'phone' | 'mayBeCalledByName'>

export const NOTHING_CHOSEN: VisitChoice = {
  services: [],
  answers: [],
  needs: [],
  name: '',
  phone: '',
  mayBeCalledByName: false,
}

/** The ticket to ask for: what was not given is absent from it. */
export function askOf(choice: VisitChoice, language: Language): TicketAsk {
  const { services, needs, name, phone, mayBeCalledByName } = choice
  const answers = choice.answers.filter(({ service }) => services.includes(service))
  return {
    requests: services.map((service) => ({ service })),
    language,
    ...(answers.length > 0 ? { answers: [...answers] } : {}),
    ...(needs.length > 0 ? { needs: [...needs] } : {}),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(mayBeCalledByName && name.trim() !== '' ? { mayBeCalledByName } : {}),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  }
}
