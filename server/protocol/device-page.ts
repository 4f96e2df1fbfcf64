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
  }
}

const STORED_AS = 'guichet.device'

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

export function deviceToken({ localStorage }: Pick<DeviceWindow, 'localStorage'>): string | null {
  return localStorage.getItem(STORED_AS)
}

/** Which sentence explains to staff why the server refuses this device. */
export function refusalReason(code: ApiError['code']): 'token' | 'office' | 'old' | 'other' {
  if (code === 'sign-in-needed') return 'token'
  if (code === 'not-your-office' || code === 'office-unknown') return 'office'
  return code === 'contract-too-old' ? 'old' : 'other'
}
