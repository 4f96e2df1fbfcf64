// What every page of an enrolled device does: it knows its office by its address, takes its token
// from the link once and keeps it, and tells staff why the server refuses it.
import type { ApiError } from './api.ts'

/** As much of a browser's window as that takes. */
export interface DeviceWindow {
  readonly location: { readonly pathname: string; readonly search: string; readonly hash: string }
  readonly history: { replaceState(state: null, unused: string, address: string): void }
  readonly localStorage: {
    getItem(key: string): string | null
    setItem(key: string, value: string): void
    removeItem(key: string): void
  }
}

const STORED_AS = 'guichet.device'
const OFFICE_STORED_AS = 'guichet.office'

/** The second part of `/board/victoria/main` or `/sign/victoria/4`: which board, which counter. */
export function partFromPath(pathname: string): string {
  const [, , , part = ''] = pathname.split('/')
  return part
}

/** The office's code in `/kiosk/victoria`; empty when the address names none. */
export function officeFromPath(pathname: string): string {
  const [, , office = ''] = pathname.split('/')
  return office
}

/** Moves a token from the address (`#device=TOKEN`) to this device: anybody may read an address. */
export function keepDeviceToken({ location, history, localStorage }: DeviceWindow): void {
  const token = new URLSearchParams(location.hash.replace(/^#/, '')).get('device')
  if (token === null) return
  localStorage.setItem(STORED_AS, token)
  history.replaceState(null, '', location.pathname + location.search)
}

/** What a device that has just come in keeps: its token, and its office for addresses that name none. */
export function keepDevice(
  { localStorage }: Pick<DeviceWindow, 'localStorage'>,
  { token, office }: { readonly token: string; readonly office: string },
): void {
  localStorage.setItem(STORED_AS, token)
  localStorage.setItem(OFFICE_STORED_AS, office)
}

/** Its token is worth nothing any more: it has to come in again. */
export function forgetDevice({ localStorage }: Pick<DeviceWindow, 'localStorage'>): void {
  localStorage.removeItem(STORED_AS)
  localStorage.removeItem(OFFICE_STORED_AS)
}

/** The office of the address, or else the one the device came into; empty: none. */
export function officeOfDevice({
  location,
  localStorage,
}: Pick<DeviceWindow, 'location' | 'localStorage'>): string {
  return officeFromPath(location.pathname) || (localStorage.getItem(OFFICE_STORED_AS) ?? '')
}

export function deviceToken({ localStorage }: Pick<DeviceWindow, 'localStorage'>): string | null {
  return localStorage.getItem(STORED_AS)
}

/** Which sentence explains to staff why the server refuses this device. */
export function refusalReason(code: ApiError['code']): 'token' | 'office' | 'old' | 'other' {
  if (code === 'sign-in-needed') return 'token'
  if (code === 'not-your-office' || code === 'office-unknown') return 'office'
  return code === 'contract-too-old' ? 'old' : 'other'
}

/** The id of this device, which its token begins with; null: it has none. */
export function deviceId({ localStorage }: Pick<DeviceWindow, 'localStorage'>): string | null {
  return localStorage.getItem(STORED_AS)?.split('.')[1] ?? null
}
