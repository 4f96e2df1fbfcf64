// The page is inside the program, and is answered at the server's own address: it starts without the
// server, and is for the server the page it knows. What the program does not have goes on to it.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/**
 * A page that did not come over the network may not speak to an address within it unless it is let: all
 * it speaks to is its own server, wherever that is.
 */
export const TO_ITS_SERVER = ['local-network-access', 'local-network', 'loopback-network'] as const

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.json': 'application/json',
}

/** Nothing from elsewhere, nothing written into the page, and no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** `folder` holds the built pages; `passOn` asks the network. */
export function ownPages(
  folder: string,
  server: string,
  passOn: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = URL.parse(request.url)
    if (url?.origin !== server) return new Response(null, { status: 403 })
    const own = request.method === 'GET' ? await fileOf(folder, url.pathname) : null
    return own ?? passOn(request)
  }
}

async function fileOf(folder: string, path: string): Promise<Response | null> {
  const isPage = path === '/kiosk' || (path.startsWith('/kiosk/') && extname(path) === '')
  const name = isPage ? 'kiosk/index.html' : decoded(path)
  if (name === null) return null
  const file = normalize(join(folder, name))
  const type = TYPES[extname(file)]
  if (!type || !file.startsWith(folder + sep)) return null
  try {
    return new Response(await readFile(file), { headers: { ...HEADERS, 'content-type': type } })
  } catch {
    return null
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
