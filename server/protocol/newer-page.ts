// A board runs for months: when the server has a newer page it loads that by itself, at a moment when
// nobody is being called. Plain; the page itself is handed in.

export interface NewerPageParts {
  /** The script this page runs, and the one that the server's page would run now; null: not known. */
  mine(): string | null
  theirs(): Promise<string | null>
  /** Nobody is being called, and nobody has been for a while. */
  isQuiet(): boolean
  reload(): void
  /** Calls `run` again and again, every so many ms. Returns how to end that. */
  every(ms: number, run: () => void): () => void
}

/** How often a board that wants to load again looks whether it may, ms. */
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
