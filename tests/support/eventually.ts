// Waiting for something that happens by itself.
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `condition` holds; throws, with `what`, when it does not within `ms`. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  ms = 5_000,
): Promise<void> {
  const end = performance.now() + ms
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`)
    await sleep(5)
  }
}
