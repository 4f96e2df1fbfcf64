// Limits on joining by phone. From afar, each address joins a few times; in the room, where all may
// share one, each code of the board is good for many. So a script that joins a thousand times is
// told no, and nobody in the room notices.
import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { AppError } from '../errors.ts'

const FROM_AFAR = { windowMs: 10 * 60_000, limit: 10 }
const IN_ROOM = { windowMs: 5 * 60_000, limit: 60 }
/** Wrong codes of one address: a room that reads them late, not somebody who tries them all. */
const WRONG_CODES = { windowMs: 10 * 60_000, limit: 30 }

const refuse: RequestHandler = () => {
  throw new AppError('too-many-requests')
}
const common = { standardHeaders: 'draft-8', legacyHeaders: false, handler: refuse } as const

/** `isCurrent`: whether this is the code on the board of this office now. */
export function joinLimits(isCurrent: (office: string, code: string) => boolean): RequestHandler[] {
  const officeOf = (request: Request): string => String(request.params.office)
  const isInRoom = (request: Request): boolean => {
    const code = codeOf(request)
    return code !== null && isCurrent(officeOf(request), code)
  }
  return [
    rateLimit({ ...common, ...FROM_AFAR, skip: isInRoom }),
    rateLimit({
      ...common,
      ...IN_ROOM,
      skip: (request) => !isInRoom(request),
      keyGenerator: (request) => `${officeOf(request)} ${codeOf(request) ?? ''}`,
    }),
  ]
}

export function arriveLimit(): RequestHandler {
  return rateLimit({ ...common, ...WRONG_CODES, skipSuccessfulRequests: true })
}

function codeOf(request: Request): string | null {
  const { code } = (request.body ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : null
}
