// A network that can fail without saying so: a TCP proxy that swallows bytes and closes nothing.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Proxy {
  readonly origin: string
  /** From now on bytes vanish in both directions; new connections are accepted and meet silence. */
  swallow(): void
  /** The network is back. What was swallowed is gone, and connections that lost bytes stay dumb. */
  restore(): void
  /** Loses the next piece from the server that holds `word`: a whole packet, as ours are small. */
  loseNext(word: string): void
  close(): Promise<void>
}

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  let isSwallowing = false
  let lost: string | null = null
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let hasLost = false
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => {
        hasLost ||= isSwallowing
        if (hasLost) return
        if (from === far && lost !== null && bytes.includes(lost)) lost = null
        else to.write(bytes)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        // A close is a packet too: it does not get through.
        if (!hasLost && !isSwallowing) to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: () => void (isSwallowing = true),
    restore: () => void (isSwallowing = false),
    loseNext: (word) => void (lost = word),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
