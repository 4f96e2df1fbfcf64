// The one place where a ticket is asked for. What is asked is whole and can be asked again: the same
// key never takes two numbers.
import type { AccessNeed, Api, Language, TicketAnswer } from '#protocol'

/** What one person asks for at the kiosk. Nothing but the services and the language is needed. */
export interface TicketAsk {
  requests: { service: string }[]
  language: Language
  answers?: { service: string; question: string; yes: boolean }[]
  needs?: AccessNeed[]
  name?: string
  mayBeCalledByName?: boolean
  phone?: string
}

export interface TicketRequest {
  /** Idempotency key: of this request, however often it is repeated. */
  key: string
  ask: TicketAsk
}

/** `isOffline`: the kiosk gave it by itself, and nobody knows who is ahead. */
export type TakenTicket = TicketAnswer & { isOffline?: true }

/** Throws an `ApiError` when no number was given, or when nobody knows whether one was. */
export type TakeTicket = (request: TicketRequest) => Promise<TakenTicket>

/** Tickets of the office's own series, from its server. */
export function ticketsOf(api: Pick<Api, 'addVisit'>, office: string): TakeTicket {
  return ({ key, ask }) => api.addVisit(office, ask, key)
}
