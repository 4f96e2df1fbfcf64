// Which office and which device this page is, from the address it was opened with.

/** The office's code in `/kiosk/victoria`; empty when the address names none. */
export function officeFromPath(pathname: string): string {
  const [, , office = ''] = pathname.split('/')
  return office
}

/** The device token in `#device=TOKEN`, or null. */
export function tokenFromFragment(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('device')
}
