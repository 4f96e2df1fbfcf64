// A push service on this computer, and the browser behind it: it checks who sends, and reads what was
// sent as only that browser can (RFC 8291, 8188 and 8292).
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PushMessage, PushSubscription } from '#protocol'

export interface Taken {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The key that the sender named, in base64url. */
  readonly key: string
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string }
  readonly message: PushMessage
}

export interface PushService {
  /** What it has taken, oldest first. */
  readonly taken: Taken[]
  /** What it answers next and from then on; null: nothing at all. */
  answer: number | null
  /** A subscription of a browser, each at a path of its own. */
  subscription(path?: string): PushSubscription
  close(): Promise<void>
}

export async function openPushService(): Promise<PushService> {
  const browser = createECDH('prime256v1')
  const publicKey = browser.generateKeys()
  const auth = Buffer.alloc(16, 7)
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { headers, url = '' } = request
      const key = /k=([\w-]+)/.exec(headers.authorization ?? '')?.[1] ?? ''
      const claims = claimsOf(headers.authorization ?? '', key)
      const plain = decrypted(Buffer.concat(parts))
      service.taken.push({ path: url, headers, key, claims, message: plain })
      if (service.answer !== null) response.writeHead(service.answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** The one record of an `aes128gcm` body: salt, size, the sender's key, what is encrypted. */
  function decrypted(body: Buffer): PushMessage {
    const salt = body.subarray(0, 16)
    const sender = body.subarray(21, 21 + body.readUInt8(20))
    const rest = body.subarray(21 + sender.length)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
    const shared = hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32)
    const derive = (what: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', Buffer.from(shared), salt, `${what}\0`, length))
    const key = derive('Content-Encoding: aes128gcm', 16)
    const opened = createDecipheriv('aes-128-gcm', key, derive('Content-Encoding: nonce', 12))
    opened.setAuthTag(rest.subarray(-16))
    const padded = Buffer.concat([opened.update(rest.subarray(0, -16)), opened.final()])
    return JSON.parse(padded.toString('utf8', 0, padded.lastIndexOf(2))) as PushMessage
  }

  const service: PushService = {
    taken: [],
    answer: 201,
    subscription: (path = '/push/one') => ({
      endpoint: `http://127.0.0.1:${port}${path}`,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return service
}

/** What the sender says of itself, once its signature is found to be that of the key it names. */
function claimsOf(authorization: string, key: string): Taken['claims'] {
  const [head = '', body = '', signature = ''] =
    /^vapid t=([^,]+)/.exec(authorization)?.[1]?.split('.') ?? []
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString('base64url'),
  )
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) throw new Error('not signed by the key it names')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Taken['claims']
}
