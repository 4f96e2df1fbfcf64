// Waiting a moment for company. A commit takes much the same time for one command as for four, and
// whoever was just answered often asks again at once: agents' programs, kiosks with a line, a whole
// office after a cut. So a lane that has just answered some waits for as many to come, for at most
// half a millisecond: fewer, fuller commits. Nobody who comes to an idle office waits.

/** The longest a lane waits for company, ms: about half of what a quick disk's commit takes. */
const PATIENCE = 0.5

/** Resolves once `queue` has grown by `expected`, or patience is over. */
export async function gather(queue: { readonly length: number }, expected: number): Promise<void> {
  const enough = queue.length + expected
  const until = performance.now() + PATIENCE
  while (queue.length < enough && performance.now() < until) {
    // A turn of the event loop: what has come in by now is read. Timers are too coarse for this.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
