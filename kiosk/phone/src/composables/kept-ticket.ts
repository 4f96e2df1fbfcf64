// The ticket that this phone has in an office: so that the code on the board finds it again. Kept by
// the phone alone, and worth nothing once its day is over.

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>
const nameOf = (office: string): string => `guichet.ticket.${office}`

export function keepTicket(storage: Storage, office: string, token: string): void {
  storage.setItem(nameOf(office), token)
}

export function keptTicket(storage: Storage, office: string): string | null {
  return storage.getItem(nameOf(office))
}

export function forgetTicket(storage: Storage, office: string): void {
  storage.removeItem(nameOf(office))
}
