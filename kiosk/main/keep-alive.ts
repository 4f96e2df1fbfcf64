// Keeps the page there: one that died is loaded again, one that hangs is ended and loaded again; when
// that keeps happening the whole program begins afresh.

/** What is used of Electron's `webContents`. */
export interface LivingPage {
  loadURL(address: string): Promise<void>
  on(event: 'render-process-gone' | 'unresponsive' | 'responsive', listener: () => void): unknown
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
  forcefullyCrashRenderer(): void
}

export interface KeepAlive {
  readonly page: LivingPage
  readonly address: string
  /** UTC ms, or any clock that goes on. */
  now(): number
  /** Calls `run` once after `ms`. Answers how to call it off. */
  after(ms: number, run: () => void): () => void
  /** Ends the program and starts it again. */
  relaunch(): void
}

/** A load that was given up because another began: no failure. */
const ABORTED = -3
const WINDOW = 60_000
const MOST = 3
/** How long a page may do nothing before it counts as hung, ms. */
const PATIENCE = 10_000
const PAUSE = 1_000

export function keepAlive({ page, address, now, after, relaunch }: KeepAlive): void {
  let falls: number[] = []
  let callOff = (): void => undefined

  function load(): void {
    // A failure is told by the event as well, once.
    page.loadURL(address).catch(() => undefined)
  }
  /** The fourth within a minute is one too many. */
  function fell(): void {
    const at = now()
    falls = [...falls.filter((each) => at - each < WINDOW), at]
    if (falls.length > MOST) relaunch()
    else after(PAUSE, load)
  }

  page.on('render-process-gone', () => {
    callOff()
    fell()
  })
  page.on('did-fail-load', (_event, code, _why, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) fell()
  })
  page.on('unresponsive', () => {
    callOff()
    callOff = after(PATIENCE, () => page.forcefullyCrashRenderer())
  })
  page.on('responsive', () => callOff())
  load()
}
