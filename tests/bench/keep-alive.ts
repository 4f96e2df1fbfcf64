// The lightest HTTP that is still HTTP: one kept connection, JSON in and out. The driver shares
// the machine with what it measures, so it must cost little.
import { Agent, request } from 'node:http'

export interface Answer {
  status: number
  body: unknown
}

export type Post = (
  path: string,
  body: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Sends POSTs to `origin` over one connection of its own, one at a time. */
export function keepAlive(origin: string, standing: Record<string, string> = {}): Post {
  const { hostname, port } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (path, body, headers) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const asking = request(
        {
          agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: {
            ...standing,
            ...headers,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          },
        },
        (response) => {
          let answer = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => (answer += part))
          response.on('end', () => {
            const status = response.statusCode ?? 0
            resolve({ status, body: answer === '' ? null : JSON.parse(answer) })
          })
          response.on('error', reject)
        },
      )
      asking.on('error', reject)
      asking.end(text)
    })
}
