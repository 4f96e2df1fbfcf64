// What the page of a program may not do: leave the server, open windows, embed, download, or ask this
// computer for anything but what the program grants. Whatever is not named here is refused.

interface Refusable {
  preventDefault(): void
}
interface Navigation extends Refusable {
  readonly url: string
}

/** What is used of Electron's `webContents`. */
export interface GuardedPage {
  on(event: 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Refusable) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

/** What is used of Electron's `session`. */
export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (
      page: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: { requestingUrl: string; isMainFrame: boolean },
    ) => void,
  ): void
  setPermissionCheckHandler(
    handler: (page: unknown, permission: string, origin: string) => boolean,
  ): void
  setDevicePermissionHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: Refusable) => void): unknown
}

/** Whether `address` is a page of the server at `origin`. */
export function isOurs(address: string, origin: string): boolean {
  return URL.parse(address)?.origin === origin
}

export function guardPage(page: GuardedPage, origin: string): void {
  const stay = (event: Navigation): void => {
    if (!isOurs(event.url, origin)) event.preventDefault()
  }
  page.on('will-frame-navigate', stay)
  page.on('will-redirect', stay)
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** `granted`: the permissions, by Electron's names, that the page has for the asking. */
export function guardSession(
  session: GuardedSession,
  origin: string,
  granted: readonly string[],
): void {
  const isGranted = (permission: string, asker: string): boolean =>
    granted.includes(permission) && isOurs(asker, origin)
  session.setPermissionRequestHandler(
    (_page, permission, answer, { requestingUrl, isMainFrame }) => {
      answer(isMainFrame && isGranted(permission, requestingUrl))
    },
  )
  session.setPermissionCheckHandler((_page, permission, asker) => isGranted(permission, asker))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
