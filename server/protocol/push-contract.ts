// How a phone is told when its page is closed: where its browser takes messages, and what they say.
import { z } from 'zod'

/** Longer than any push service's, and short enough for an index. */
const ENDPOINT_MOST = 1_000

const Endpoint = z
  .url()
  .max(ENDPOINT_MOST)
  .describe('Where the browser’s push service takes messages')

/** As the browser's own `PushSubscription` puts it. */
export const PushSubscription = z.object({
  endpoint: Endpoint,
  keys: z.object({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/, 'a public key on P-256, in base64url'),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/, '16 bytes, in base64url'),
  }),
})
export type PushSubscription = z.infer<typeof PushSubscription>

export const TellPhone = z.strictObject({ subscription: PushSubscription })
export const StopTelling = z.strictObject({ endpoint: Endpoint })

/** What a push says, in the language of the visit. It is encrypted for the browser alone. */
export interface PushMessage {
  readonly kind: 'called' | 'near'
  readonly title: string
  readonly body: string
  readonly language: 'en' | 'fr'
  /** The page of the ticket. */
  readonly path: string
}
