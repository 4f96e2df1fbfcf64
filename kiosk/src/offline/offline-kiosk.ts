// A kiosk that goes on without its server: it knows the office as last heard and what time it is
// there, gives numbers of its own series, and hands the tickets over when the server is back.
// Framework-free: storage, clock and server are handed in.
import { ApiError, createOfficeClock, ticketText, type Api, type KioskView } from '#protocol'
import { intakeCutOff } from '../composables/intake-cut-off.ts'
import type { TakenTicket, TakeTicket, TicketRequest } from '../composables/take-ticket.ts'
import { mergeTickets } from './merge.ts'
import { notGiven } from './not-given.ts'
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

/** Drift of the clock from which what is kept of it is written again, ms. */
const DRIFT = 1_000
/** How old what is kept of the clock may grow, ms. */
const CLOCK_OLD = 60_000

export async function openOfflineKiosk(parts: OfflineKioskParts): Promise<OfflineKiosk> {
  const { office, store, api, clock } = parts
  let known = await store.read()
  const there = createOfficeClock()
  if (known.clock) there.heard(known.clock.at, known.clock.local)
  let view = known.view
  /** When (`local`) this page gave what it gave before it heard the server: its clock may be wrong. */
  const early = new Map<string, number>()
  /** When the server was heard first, and whether the clock was wrong until then. */
  let first: { at: number; local: number; wasWrong: boolean } | null = null
  let isCutOff = false
  /** The server gives this device no series: it is no kiosk's. */
  let hasNoSeries = false
  /** When the last ticket was given: none is given before it. */
  let lastAt = known.clock?.at ?? 0
  let merging: Promise<void> | null = null
  /** Keys that the office does not take; tried again when the page begins afresh. */
  const refused = new Set<string>()

  const now = (): number => there.read(clock.now())

  async function keep(patch: Parameters<TicketStore['keep']>[0]): Promise<void> {
    known = { ...known, ...patch }
    // A disk that is full is told of when a ticket is to be kept.
    await store.keep(patch).catch(() => undefined)
  }

  function tellTime(at: number): void {
    const local = clock.now()
    isCutOff = false
    first ??= { at, local, wasWrong: Math.abs(at - now()) > DRIFT }
    const was = known.clock
    there.heard(at, local)
    const isKept = was && Math.abs(at - was.at - (local - was.local)) < DRIFT
    if (!isKept || local - was.local > CLOCK_OLD) void keep({ clock: { at, local } })
  }

  async function merge(): Promise<void> {
    if (known.series === null && !hasNoSeries) await askSeries()
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

  /** Told by how long ago it was, where the page did not know the time. */
  function arrivedAt({ key, at }: OfflineTicket): number {
    const local = early.get(key)
    if (local === undefined || !first?.wasWrong) return at
    return first.at - (first.local - local)
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
  async function give({ key, ask }: TicketRequest, cause: unknown): Promise<TakenTicket> {
    const { series } = known
    const row = view?.rows.find((each) => each.kind === 'office')
    const intake = view?.rows.find((each) => each.kind === 'intake')
    if (series === null || !row || !intake) throw cause
    const at = Math.max(now(), lastAt)
    const { isOpen, shut } = intakeCutOff(intake, row, at)
    if (!isOpen) throw notGiven('office-closed')
    const wanted = ask.requests.map(({ service }) => service)
    if (shut.some(({ service }) => wanted.includes(service))) throw notGiven('service-paused')
    let ticket: OfflineTicket
    try {
      ticket = await store.add({ key, ask, series, at })
    } catch {
      // Storage full, or broken: what is not kept was not given.
      throw cause
    }
    lastAt = ticket.at
    if (first === null) early.set(key, clock.now())
    return {
      id: key,
      state: 'waiting',
      office,
      ticket: ticketText({ prefix: ticket.series, value: ticket.number }),
      service: wanted[0] ?? '',
      language: ask.language,
      arrivedAt: new Date(ticket.at).toISOString(),
      peopleAhead: null,
      version: 0,
      isOffline: true,
    }
  }

  return {
    view,
    now,
    async heard(at) {
      tellTime(at)
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
