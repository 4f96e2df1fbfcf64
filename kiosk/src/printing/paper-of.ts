// From the ticket on the screen to the one on paper.
import type { OfficeRow, Words } from '#protocol'
import type { TakenTicket } from '../composables/take-ticket.ts'
import type { PaperTicket } from './paper-ticket.ts'

/** `services`: what was asked for, in its order. `origin`: of the address that a phone is to open. */
export function paperOf(
  ticket: TakenTicket,
  office: Pick<OfficeRow, 'name' | 'timeZone'>,
  services: readonly { readonly name: Words }[],
  origin: string,
): PaperTicket {
  return {
    ticket: ticket.ticket,
    language: ticket.language,
    office: office.name,
    timeZone: office.timeZone,
    services: services.map(({ name }) => name),
    arrivedAt: Date.parse(ticket.arrivedAt),
    peopleAhead: ticket.peopleAhead,
    ...(ticket.isOffline ? { isOffline: true } : {}),
    follow: ticket.follow === undefined ? null : new URL(ticket.follow, origin).href,
  }
}
