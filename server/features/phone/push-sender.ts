// Sends one push: encrypted for the browser that takes it, signed by this server, and only to where
// pushes may go. It follows no redirection and waits a bounded time.
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import webpush, { type RequestDetails } from 'web-push'
import type { PushMessage } from '../../protocol/push-contract.ts'
import { isLoopback, lookUpPublic, mayPushTo } from './push-endpoints.ts'
import type { PushKeys } from './push-keys.ts'
import type { PushRow } from './push-store.ts'

/** How long a message is worth delivering, seconds. */
const WORTH = 600
/** How long a push service may take, ms. */
const PATIENCE = 10_000
/** What push services answer when the browser has taken its subscription back. */
const GONE = [404, 410]

export interface SenderOptions {
  readonly keys: PushKeys
  /** How push services reach whoever runs this server: `mailto:` or `https:`. */
  readonly contact: string
  readonly mode: 'demo' | 'production'
  /** How long a push service may take, ms; default 10 s. */
  readonly patience?: number
}

export class PushSender {
  private readonly options: SenderOptions
  private readonly stopping = new AbortController()

  constructor(options: SenderOptions) {
    this.options = options
  }

  /** The status that the push service answers; `gone`: never send there again. Throws when it cannot be asked. */
  async send(to: PushRow, message: PushMessage): Promise<number | 'gone'> {
    const { keys, contact, mode, patience = PATIENCE } = this.options
    if (!mayPushTo(to.endpoint, mode)) return 'gone'
    const details = webpush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(message),
      {
        vapidDetails: { subject: contact, ...(await keys.get()) },
        TTL: WORTH,
        urgency: 'high',
        topic: message.kind,
      },
    )
    const until = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(patience)])
    const status = await post(details, until)
    return GONE.includes(status) ? 'gone' : status
  }

  /** Gives up what is under way; nothing is sent any more. */
  stop(): void {
    this.stopping.abort()
  }
}

function post({ endpoint, headers, body }: RequestDetails, signal: AbortSignal): Promise<number> {
  const address = new URL(endpoint)
  const ask = address.protocol === 'http:' ? requestHttp : requestHttps
  const lookup = isLoopback(address.hostname) ? {} : { lookup: lookUpPublic }
  return new Promise((resolve, reject) => {
    const request = ask(address, { method: 'POST', headers, signal, ...lookup }, (response) => {
      // What it says beside the status is of no use, however long it goes on.
      response.on('error', () => undefined).resume()
      resolve(response.statusCode ?? 0)
    })
    request.once('error', reject)
    request.end(body)
  })
}
