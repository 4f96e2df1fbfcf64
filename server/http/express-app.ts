// What every request meets first: its id, the log, the headers that protect a page, the body as JSON.
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { jsonBody } from './json-body.ts'
import { loggedAddress } from './logged-address.ts'
import { giveRequestId } from './problem-handler.ts'

interface Settings {
  readonly mode: 'demo' | 'production'
  /** Addresses of the proxies in front, or null: nobody is. */
  readonly trustedProxy: string | null
  readonly logLevel: string
  readonly dev: boolean
}

/** An Express without a route yet. */
export function expressApp(config: Settings, log: Logger): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  if (config.trustedProxy) app.set('trust proxy', config.trustedProxy.split(/[ ,]+/))
  app.use(giveRequestId)
  if (['info', 'debug'].includes(config.logLevel)) {
    const redact = [
      'req.headers.authorization',
      'req.headers.cookie',
      'req.params',
      'req.headers.referer',
    ]
    const req = (request: { url: string }) => ({ ...request, url: loggedAddress(request.url) })
    app.use(pinoHttp({ logger: log, redact, serializers: { req } }))
  }
  // Answers of the API are never shown as a page: one header is what they need.
  app.use('/api/v1', (_request, response, next) => {
    response.set('x-content-type-options', 'nosniff')
    next()
  })
  app.use(
    /^(?!\/api\/v1\/)/,
    helmet({
      contentSecurityPolicy: config.dev
        ? false
        : {
            directives: {
              'connect-src': ["'self'"],
              // Kiosks play, and boards show, what they keep.
              'media-src': ["'self'", 'blob:'],
              'img-src': ["'self'", 'data:', 'blob:'],
              'upgrade-insecure-requests': null,
            },
          },
      strictTransportSecurity: config.mode === 'production',
    }),
  )
  app.use('/api', ...jsonBody)
  return app
}
