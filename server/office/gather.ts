// Waiting a moment for company. A commit takes much the same time for one command as for three, and
// whoever was just answered often asks again at once: programs, kiosks with a line, a whole office
// after a cut. With one command alone in a commit, all others wait for the one after it. So a lane
// starts its next batch once half of those in play are there: while they are on their way to the
// disk, the other half is answered and asks again. Nobody who comes to an idle office waits.

/** The longest a lane waits for company, ms: less than a third of what a quick disk's commit takes. */
const PATIENCE = 0.25

/**
 * Resolves once half of those in play have asked: of who waits in `queue` and the `answered`, who
 * may come back. Or when patience is over.
 */
export async function gather(queue: { readonly length: number }, answered: number): Promise<void> {
  const enough = Math.ceil((queue.length + answered) / 2)
  const until = performance.now() + PATIENCE
  while (queue.length < enough && performance.now() < until) {
    // A turn of the event loop: what has come in by now is read. Timers are too coarse for this.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
