// The server is back: each ticket that was given meanwhile is sent until the server says that it has
// it, and only then forgotten here. Sent twice, it is one ticket there: its key and number tell.
import { ApiError, type Api } from '#protocol'
import type { Known, OfflineTicket, TicketStore } from './ticket-store.ts'

export interface Merging {
  readonly store: TicketStore
  readonly api: Pick<Api, 'joinOffline'>
  readonly office: string
  readonly known: Pick<Known, 'store'>
  /** When a ticket was given, by what is known of the time now, UTC ms. */
  readonly arrivedAt: (ticket: OfflineTicket) => number
}

/** Refusals that are about this kiosk or this moment, not about one ticket: the others wait too. */
const NOT_NOW: readonly ApiError['code'][] = [
  ...(['unreachable', 'server-stopping', 'database-busy', 'unexpected'] as const),
  ...(['too-many-requests', 'sign-in-needed', 'not-your-office', 'office-unknown'] as const),
]

/** Sends them in order. Answers with the keys of those that the office does not take: they stay. */
export async function mergeTickets(merging: Merging): Promise<{ refused: string[] }> {
  const refused: string[] = []
  for (const ticket of await merging.store.tickets()) {
    const outcome = await send(merging, ticket)
    if (outcome === 'not now') break
    if (outcome === 'refused') refused.push(ticket.key)
    else await merging.store.remove(ticket.key)
  }
  return { refused }
}

async function send(
  { api, office, known, arrivedAt }: Merging,
  ticket: OfflineTicket,
): Promise<'taken' | 'refused' | 'not now'> {
  const { requests, language } = ticket.ask
  const what = {
    store: known.store,
    series: ticket.series,
    number: ticket.number,
    arrivedAt: new Date(arrivedAt(ticket)).toISOString(),
  }
  // What somebody typed may be what the office does not take, or no more: their place in line counts.
  for (const ask of [ticket.ask, { requests, language }]) {
    try {
      await api.joinOffline(office, { ...ask, ...what }, ticket.key)
      return 'taken'
    } catch (error) {
      if (!(error instanceof ApiError) || NOT_NOW.includes(error.code)) return 'not now'
      if (error.code !== 'invalid-input' && error.code !== 'not-allowed') return 'refused'
    }
  }
  return 'refused'
}
