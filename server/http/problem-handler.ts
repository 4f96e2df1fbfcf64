// The one place where an error becomes an HTTP answer: RFC 9457 problem details, always.
import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { AppError } from '../errors.ts'

/** Gives each request an id, which its answer carries and its log lines name. */
export const giveRequestId: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.set('x-request-id', requestId(response))
  next()
}

export function requestId(response: Response): string {
  return String(response.locals.requestId)
}

export const routeUnknown: RequestHandler = () => {
  throw new AppError('route-unknown')
}

/** `translate` turns errors of other parts, such as the database's, into problems where it can. */
export function problemHandler(
  log: Logger,
  translate: (error: unknown) => unknown,
): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    const known = toAppError(translate(error))
    const id = requestId(response)
    if (known.status >= 500) log.error({ err: error, requestId: id }, known.message)
    else log.info({ code: known.code, requestId: id }, known.message)
    if (response.headersSent) {
      response.destroy()
      return
    }
    if (known.code === 'database-busy') response.set('retry-after', '1')
    response.status(known.status).type('application/problem+json').json(known.toProblem(id))
  }
}

/** What body-parser and Express throw, by their `type` and `status`. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown }
  if (type === 'entity.parse.failed') return new AppError('invalid-json', {}, { cause: error })
  if (type === 'entity.too.large') return new AppError('body-too-large', {}, { cause: error })
  if (type === 'charset.unsupported' || type === 'encoding.unsupported' || status === 415) {
    return new AppError('unsupported-media-type', {}, { cause: error })
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new AppError('invalid-input', { detail: 'The request cannot be read' }, { cause: error })
  }
  return new AppError('unexpected', {}, { cause: error })
}
