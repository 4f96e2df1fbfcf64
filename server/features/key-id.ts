// The id of something that is written once for each idempotency key: asking again after a cut writes
// nothing twice, and no table of keys is needed for it.
import { createHash } from 'node:crypto'
import type { Call } from '../http/route.ts'

/** Null: there is no key, and the id may be any. */
export function idUnderKey(key: Call<unknown>['key'], actor: string): string | null {
  if (!key) return null
  return createHash('sha256').update(`${actor}\n${key.value}`).digest('base64url')
}
