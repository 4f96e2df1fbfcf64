// The browser's strictest storage: an answer comes only when the disk has it. One number is given in
// one transaction, so that two pages of one kiosk never give the same.
import { numberAfter, type Known, type OfflineTicket, type TicketStore } from './ticket-store.ts'

const STRICT = { durability: 'strict' } as const
const KNOWN = 'known'
const LAST = 'last'

/** Opens the storage of this office's kiosk. Rejects where the browser keeps nothing. */
export async function openIndexedDb(office: string): Promise<TicketStore> {
  const db = await opened(office)
  // Asked, not awaited: a browser that is short of space then forgets others first.
  void navigator.storage.persist().catch(() => false)

  /** Runs `work` in one transaction; answers what it found once the disk has what it wrote. */
  async function change<T>(work: (facts: IDBObjectStore, tickets: IDBObjectStore) => Promise<T>) {
    const transaction = db.transaction(['facts', 'tickets'], 'readwrite', STRICT)
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
    })
    // Whoever waits for `done` hears of it; a failure before that is not to be called unheard.
    done.catch(() => undefined)
    try {
      const found = await work(transaction.objectStore('facts'), transaction.objectStore('tickets'))
      await done
      return found
    } catch (error) {
      abort(transaction)
      throw error
    }
  }

  return {
    read: () =>
      change(async (facts) => {
        const known = await answered<Known | undefined>(facts.get(KNOWN))
        if (known) return known
        const fresh = { store: crypto.randomUUID(), series: null, view: null, clock: null }
        await answered(facts.put(fresh, KNOWN))
        return fresh
      }),
    keep: (patch) =>
      change(async (facts) => {
        const known = await answered<Known>(facts.get(KNOWN))
        await answered(facts.put({ ...known, ...patch }, KNOWN))
      }),
    add: (asked) =>
      change(async (facts, tickets) => {
        const kept = await answered<OfflineTicket | undefined>(
          tickets.index('by key').get(asked.key),
        )
        if (kept) return kept
        const last = await answered<number | undefined>(facts.get(LAST))
        const ticket = { ...asked, number: numberAfter(last ?? 0) }
        await answered(facts.put(ticket.number, LAST))
        await answered(tickets.add(ticket))
        return ticket
      }),
    tickets: () =>
      answered<OfflineTicket[]>(db.transaction('tickets').objectStore('tickets').getAll()),
    remove: (key) =>
      change(async (_facts, tickets) => {
        const place = await answered(tickets.index('by key').getKey(key))
        if (place !== undefined) await answered(tickets.delete(place))
      }),
  }
}

/** Nothing of it is kept: a number without its ticket would be a gap in the series. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It is over already.
  }
}

function opened(office: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`guichet-kiosk-${office}`, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('facts')
    const tickets = request.result.createObjectStore('tickets', { autoIncrement: true })
    tickets.createIndex('by key', 'key', { unique: true })
  }
  return answered(request)
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not kept'))
  })
}
