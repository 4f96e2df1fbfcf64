// A kiosk that goes on without its server: it knows the office as last heard and what time it is
// there, gives numbers of its own series, and hands the tickets over when the server is back.
// Framework-free: storage, clock and server are handed in.
import { ApiError, type Api, type KioskView } from '#protocol'
import type { TakenTicket, TakeTicket, TicketRequest } from '../composables/take-ticket.ts'
import { asTicket, giveTicket } from './give-ticket.ts'
import { mergeTickets } from './merge.ts'
import { createServerTime } from './server-time.ts'
import type { OfflineTicket, TicketStore } from './ticket-store.ts'

export interface OfflineKioskParts {
  readonly office: string
  readonly store: TicketStore
  readonly api: Pick<Api, 'offlineSeries' | 'joinOffline'>
  /** Asks the server for a number; `askBriefly` while it did not answer the last time. */
  readonly ask: TakeTicket
  readonly askBriefly: TakeTicket
  /** The kiosk's own clock, UTC ms: one that no change of the computer's time moves. */
  readonly clock: { now(): number }
}

export interface OfflineKiosk {
  /** The office as heard before this page began; null: never. */
  readonly view: KioskView | null
  /** When the server was last heard before this page began, UTC ms by its clock; null: never. */
  readonly heardAt: number | null
  /** What the server's clock shows, as well as this kiosk knows, UTC ms. */
  now(): number
  /** The server is there; its clock shows `at`, UTC ms. Hands over what was given meanwhile. */
  heard(at: number): Promise<void>
  keepView(view: KioskView): Promise<void>
  takeTicket: (request: TicketRequest) => Promise<TakenTicket>
}

const GONE: readonly ApiError['code'][] = [
  ...(['unreachable', 'server-stopping', 'database-busy', 'unexpected'] as const),
]

export async function openOfflineKiosk(parts: OfflineKioskParts): Promise<OfflineKiosk> {
  const { office, store, api, clock } = parts
  let known = await store.read()
  const heardAt = known.clock?.at ?? null
  const time = createServerTime(clock, known.clock)
  let view = known.view
  let isCutOff = false
  /** The server gives this device no series: it is no kiosk's. */
  let hasNoSeries = false
  /** When the last ticket was given: none is given before it. */
  let lastAt = heardAt ?? 0
  let merging: Promise<void> | null = null
  /** Keys that the office does not take; tried again when the page begins afresh. */
  const refused = new Set<string>()

  async function keep(patch: Parameters<TicketStore['keep']>[0]): Promise<void> {
    known = { ...known, ...patch }
    // A disk that is full is told of when a ticket is to be kept.
    await store.keep(patch).catch(() => undefined)
  }

  async function merge(): Promise<void> {
    if (known.series === null && !hasNoSeries) await askSeries()
    const { arrivedAt } = time
    const result = await mergeTickets({ store: withoutRefused(), api, office, known, arrivedAt })
    for (const key of result.refused) refused.add(key)
  }

  async function askSeries(): Promise<void> {
    try {
      await keep(await api.offlineSeries(office, known.store))
    } catch (error) {
      hasNoSeries = error instanceof ApiError && error.code === 'not-allowed'
    }
  }

  function withoutRefused(): TicketStore {
    const tickets = async (): Promise<OfflineTicket[]> =>
      (await store.tickets()).filter(({ key }) => !refused.has(key))
    return { ...store, tickets }
  }

  /** One at a time; what goes wrong is tried again when the server is next heard. */
  function mergeOnce(): Promise<void> {
    merging ??= merge()
      .catch(() => undefined)
      .finally(() => {
        merging = null
      })
    return merging
  }

  /** Throws `cause` when this kiosk cannot give a number either. */
  async function give(request: TicketRequest, cause: unknown): Promise<TakenTicket> {
    const at = Math.max(time.now(), lastAt)
    const ticket = await giveTicket({ store, series: known.series, view, at }, request)
    if (!ticket) throw cause
    lastAt = ticket.at
    time.gave(ticket.key)
    return asTicket(ticket, office)
  }

  return {
    view,
    heardAt,
    now: time.now,
    async heard(at) {
      isCutOff = false
      const clock = time.heard(at)
      if (clock) void keep({ clock })
      await mergeOnce()
    },
    async keepView(next) {
      const rows = next.rows.filter(({ kind }) => kind !== 'summary')
      const isKnown = view !== null && JSON.stringify(view.rows) === JSON.stringify(rows)
      view = { ...next, rows }
      if (!isKnown) await keep({ view })
    },
    async takeTicket(request) {
      try {
        const ticket = await (isCutOff ? parts.askBriefly : parts.ask)(request)
        isCutOff = false
        void mergeOnce()
        return ticket
      } catch (error) {
        if (!isGone(error)) throw error
        isCutOff = true
        return give(request, error)
      }
    },
  }
}

/** Whether nobody there can say anything about a number: then the kiosk gives one itself. */
function isGone(error: unknown): boolean {
  return !(error instanceof ApiError) || GONE.includes(error.code)
}
