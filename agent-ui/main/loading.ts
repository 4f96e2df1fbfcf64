// Opens the desk page and keeps it open: a server that cannot be reached is asked again with growing
// pauses, a page that died is loaded again. Meanwhile a page of the program's own says so.
import { isOurs } from '../../kiosk/shell/guard.ts'

/** What is used of Electron's `webContents`. */
export interface LoadedPage {
  loadURL(address: string): Promise<void>
  loadFile(file: string): Promise<void>
  on(
    event: 'did-fail-load',
    listener: (
      event: unknown,
      code: number,
      why: string,
      url: string,
      isMainFrame: boolean,
    ) => void,
  ): unknown
  on(
    event: 'did-navigate',
    listener: (event: unknown, url: string, status: number) => void,
  ): unknown
  on(event: 'render-process-gone' | 'unresponsive', listener: () => void): unknown
  forcefullyCrashRenderer(): void
}

export interface Loading {
  readonly page: LoadedPage
  /** Origin of the server. */
  readonly server: string
  /** The program's own page, shown while the server cannot be reached. */
  readonly unreachablePage: string
  /** Calls `run` after `ms`. */
  after(ms: number, run: () => void): void
  onUnreachable(): void
}

/** A load that was given up because another began: no failure. */
const ABORTED = -3
const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000]

export function keepLoaded({ page, server, unreachablePage, after, onUnreachable }: Loading): void {
  let failures = 0
  let isWaiting = false

  function load(): void {
    isWaiting = false
    // A failure is told by the event as well, once.
    page.loadURL(`${server}/desk/`).catch(() => undefined)
  }
  function again(): void {
    if (isWaiting) return
    isWaiting = true
    after(PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0, load)
    failures += 1
  }
  function unreachable(): void {
    onUnreachable()
    page.loadFile(unreachablePage).catch(() => undefined)
    again()
  }

  page.on('did-fail-load', (_event, code, _why, url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED && isOurs(url, server)) unreachable()
  })
  page.on('did-navigate', (_event, url, status) => {
    if (!isOurs(url, server)) return
    // A gateway that answers for a server that is down.
    if (status >= 500) unreachable()
    else failures = 0
  })
  page.on('render-process-gone', again)
  page.on('unresponsive', () => page.forcefullyCrashRenderer())
  load()
}
