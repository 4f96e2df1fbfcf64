// The kiosk gives a number by itself, by what it last heard of its office, and refuses one as its
// server would.
import { ApiError, ticketText, type KioskView, type ProblemCode } from '#protocol'
import { intakeCutOff } from '../composables/intake-cut-off.ts'
import type { TakenTicket, TicketRequest } from '../composables/take-ticket.ts'
import type { OfflineTicket, TicketStore } from './ticket-store.ts'

/** What a number is given by. */
export interface Giving {
  readonly store: TicketStore
  readonly series: string | null
  readonly view: KioskView | null
  /** UTC ms. */
  readonly at: number
}

/**
 * The ticket, once it is on disk; null when the kiosk cannot give one: it never heard its office, or
 * its storage is full. Throws an `ApiError` when the office, or the service, gives none now.
 */
export async function giveTicket(
  { store, series, view, at }: Giving,
  { key, ask }: TicketRequest,
): Promise<OfflineTicket | null> {
  const office = view?.rows.find((each) => each.kind === 'office')
  const heard = view?.rows.find((each) => each.kind === 'intake')
  if (series === null || !office || !heard) return null
  const { isOpen, shut } = intakeCutOff(heard, office, at)
  if (!isOpen) throw notGiven('office-closed')
  const isShut = shut.some(({ service }) => ask.requests.some((each) => each.service === service))
  if (isShut) throw notGiven('service-paused')
  try {
    return await store.add({ key, ask, series, at })
  } catch {
    // What is not kept was not given.
    return null
  }
}

/** As the server would have answered, but for who is ahead: that is not known. */
export function asTicket(
  { key, ask, series, number, at }: OfflineTicket,
  office: string,
): TakenTicket {
  return {
    id: key,
    state: 'waiting',
    office,
    ticket: ticketText({ prefix: series, value: number }),
    service: ask.requests[0]?.service ?? '',
    language: ask.language,
    arrivedAt: new Date(at).toISOString(),
    peopleAhead: null,
    version: 0,
    isOffline: true,
  }
}

export function notGiven(code: ProblemCode): ApiError {
  return new ApiError({
    type: `urn:guichet:problem:${code}`,
    title: 'Refused by the kiosk, which is cut off',
    status: 409,
    code,
    detail: 'By what the kiosk last heard of its office',
    requestId: '',
  })
}
