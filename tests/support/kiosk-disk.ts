// The disk of a kiosk, which outlives its page: what is kept here is there after a restart.
import { randomUUID } from 'node:crypto'
import {
  numberAfter,
  type Known,
  type OfflineTicket,
  type TicketStore,
} from '../../kiosk/src/offline/ticket-store.ts'

export class KioskDisk implements TicketStore {
  /** A full disk keeps nothing new. */
  isFull = false
  private last = 0
  private known = write<Known>({ store: randomUUID(), series: null, view: null, clock: null })
  private kept: string[] = []

  readonly read = (): Promise<Known> => Promise.resolve(JSON.parse(this.known) as Known)

  readonly keep = async (patch: Partial<Omit<Known, 'store'>>): Promise<void> => {
    if (this.isFull) throw new Error('QuotaExceededError')
    this.known = write({ ...(await this.read()), ...patch })
  }

  readonly add = async (asked: Omit<OfflineTicket, 'number'>): Promise<OfflineTicket> => {
    const kept = (await this.tickets()).find(({ key }) => key === asked.key)
    if (kept) return kept
    if (this.isFull) throw new Error('QuotaExceededError')
    this.last = numberAfter(this.last)
    const ticket = { ...asked, number: this.last }
    this.kept.push(write(ticket))
    return ticket
  }

  readonly tickets = (): Promise<OfflineTicket[]> =>
    Promise.resolve(this.kept.map((text) => JSON.parse(text) as OfflineTicket))

  readonly remove = (key: string): Promise<void> => {
    this.kept = this.kept.filter((text) => (JSON.parse(text) as OfflineTicket).key !== key)
    return Promise.resolve()
  }
}

function write<T>(value: T): string {
  return JSON.stringify(value)
}
