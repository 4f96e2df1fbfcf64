// Pages stay open for months: when the server has a newer one they load it by themselves, at a moment
// when nobody is disturbed: board, sign, kiosk, desk and figures. Which moment is quiet, each knows for itself.

export interface NewerPageParts {
  /** The script this page runs, and the one that the server's page would run now; null: not known. */
  mine(): string | null
  theirs(): Promise<string | null>
  /** Loading again disturbs nobody now, and loses nothing. */
  isQuiet(): boolean
  reload(): void
  /** Calls `run` again and again, every so many ms. Returns how to end that. */
  every(ms: number, run: () => void): () => void
}

/** As much of a browser's window as that takes. */
export interface ReloadingWindow {
  readonly document: {
    querySelector(selector: string): { getAttribute(name: string): string | null } | null
  }
  readonly location: { readonly pathname: string; reload(): void }
  fetch(
    path: string,
    how: { readonly cache: 'no-store' },
  ): Promise<{ readonly ok: boolean; text(): Promise<string> }>
  setInterval(run: () => void, ms: number): number
  clearInterval(timer: number): void
}

/** All but the quiet moment, of the page in this window. */
export function partsOfPage(window: ReloadingWindow): Omit<NewerPageParts, 'isQuiet'> {
  const { document, location } = window
  return {
    mine: () => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null,
    async theirs() {
      // `no-store`: whatever keeps the page on this device does not answer for the server.
      const answer = await window.fetch(location.pathname, { cache: 'no-store' })
      return answer.ok ? scriptOf(await answer.text()) : null
    },
    reload: () => location.reload(),
    every(ms, run) {
      const timer = window.setInterval(run, ms)
      return () => {
        window.clearInterval(timer)
      }
    },
  }
}

/** How often a page that wants to load again looks whether it may, ms. */
const LOOK = 5_000

export function watchForNewerPage({ mine, theirs, isQuiet, reload, every }: NewerPageParts) {
  let isWanted = false
  const end = every(LOOK, () => {
    if (isWanted && isQuiet()) reload()
  })
  return {
    /** The server may be another than before: it has just been reached. */
    async look(): Promise<void> {
      const now = await theirs().catch(() => null)
      if (now !== null && mine() !== null && now !== mine()) isWanted = true
    },
    /** Somebody asks this screen to begin afresh. */
    want(): void {
      isWanted = true
    },
    end,
  }
}

const SCRIPT = /<script[^>]*type="module"[^>]*src="([^"]+)"/

/** The script of a page, by its source. */
export function scriptOf(html: string): string | null {
  return SCRIPT.exec(html)?.[1] ?? null
}
