// The device's token: it comes once in the link's fragment, then lives on this device.
import { tokenFromFragment } from './office-path.ts'

const STORED_AS = 'guichet.device'

/** Moves a token from the address to this device, so that the address can be read by anybody. */
export function keepDeviceToken(): void {
  const token = tokenFromFragment(location.hash)
  if (token === null) return
  localStorage.setItem(STORED_AS, token)
  history.replaceState(null, '', location.pathname + location.search)
}

export function deviceToken(): string | null {
  return localStorage.getItem(STORED_AS)
}
