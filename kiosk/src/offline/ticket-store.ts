// What a kiosk keeps on its own disk: what it last heard of its office, and the tickets it gave while
// it was cut off, until the office has them. Whatever keeps it keeps this promise: what it has
// answered survives a power cut.
import type { KioskView } from '#protocol'
import type { TicketAsk } from '../composables/take-ticket.ts'

/** What the kiosk knows without its server. */
export interface Known {
  /** Made up when the storage is new; the server gives it a series. */
  readonly store: string
  /** From which the kiosk numbers; null: the server has not said yet. */
  readonly series: string | null
  /** The office as last heard; without who waits. */
  readonly view: KioskView | null
  /** What the server's clock showed (`at`) when the kiosk's (`local`) did, both UTC ms. */
  readonly clock: { readonly at: number; readonly local: number } | null
}

/** A ticket on its way to the office. */
export interface OfflineTicket {
  /** Of the request that was sent and not answered, or of this ticket alone. */
  readonly key: string
  readonly ask: TicketAsk
  readonly series: string
  /** 1 to 999, then 1 again: one after another over the days, so that no wrong clock repeats one. */
  readonly number: number
  /** When it was given, UTC ms, by the server's clock as the kiosk knew it. */
  readonly at: number
}

export interface TicketStore {
  read(): Promise<Known>
  keep(known: Partial<Omit<Known, 'store'>>): Promise<void>
  /**
   * Gives the ticket the next number and answers once both are on disk; under a key that is there
   * already, answers with that ticket. Rejects when it cannot be kept: then nothing was given.
   */
  add(ticket: Omit<OfflineTicket, 'number'>): Promise<OfflineTicket>
  /** In the order in which they were given. */
  tickets(): Promise<OfflineTicket[]>
  /** The office has it. */
  remove(key: string): Promise<void>
}

/** The number after `last` (0: none yet). */
export function numberAfter(last: number): number {
  return (last % 999) + 1
}
