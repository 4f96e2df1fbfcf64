// Keeps the idempotency key of a command that got no answer, so that asking for the same thing
// again does it once. The key is let go as soon as anything else is asked or is seen to happen:
// an old key must never answer a new wish.

export interface RetryKey {
  /** The key to send `intent` with: the kept one when it is the same wish again. */
  keyFor(intent: string): string
  /** No answer came to `intent`: keep its key. */
  keep(intent: string, key: string): void
  /** An answer came, or the situation is another one. */
  forget(): void
  /** The wish whose answer never came. */
  readonly pending: string | null
}

export function createRetryKey(newKey: () => string = () => crypto.randomUUID()): RetryKey {
  let kept: { intent: string; key: string } | null = null
  return {
    keyFor(intent) {
      if (kept?.intent === intent) return kept.key
      kept = null
      return newKey()
    },
    keep(intent, key) {
      kept = { intent, key }
    },
    forget() {
      kept = null
    },
    get pending() {
      return kept?.intent ?? null
    },
  }
}
