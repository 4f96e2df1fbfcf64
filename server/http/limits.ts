// Limits on requests: per device or account, since a whole office shares one address; per address
// only for signing in.
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'

/** Commands of one account or device: far above any person or kiosk, below a runaway program. */
const COMMANDS = { windowMs: 10_000, limit: 600 }
/** Failed sign-ins from one address: a whole office may mistype on a Monday morning. */
const FAILED_SIGN_INS = { windowMs: 5 * 60_000, limit: 60 }
/** Failed sign-ins of one account. */
const FAILED_OF_ACCOUNT = { windowMs: 15 * 60_000, limit: 10 }
/** Codes for new devices from one address: a morning on which a whole office is set up. */
const ENROLMENTS = { windowMs: 10 * 60_000, limit: 60 }
/** Wrong codes from one account: whoever reads a screen mistypes now and then, and guesses never. */
const WRONG_CODES = { windowMs: 15 * 60_000, limit: 10 }

/** Public pages for one address: a whole office, or a school, may share it. */
const PUBLIC_PAGES = { windowMs: 60_000, limit: 600 }

const refuse: RequestHandler = () => {
  throw new AppError('too-many-requests')
}

const common = { standardHeaders: 'draft-8', legacyHeaders: false, handler: refuse } as const

/** Who is limited: the credentials given, hashed; without any, the address. */
function credentials(request: Request): string {
  const given = request.get('authorization') ?? request.get('cookie')
  if (given === undefined) return ipKeyGenerator(request.ip ?? '')
  return createHash('sha256').update(given).digest('base64url')
}

export function commandLimit(): RequestHandler {
  return rateLimit({ ...common, ...COMMANDS, keyGenerator: credentials })
}

export function enrolmentLimit(): RequestHandler {
  return rateLimit({ ...common, ...ENROLMENTS })
}

export function publicPageLimit(): RequestHandler {
  return rateLimit({ ...common, ...PUBLIC_PAGES })
}

export function approvalLimit(): RequestHandler {
  return rateLimit({
    ...common,
    ...WRONG_CODES,
    skipSuccessfulRequests: true,
    keyGenerator: credentials,
  })
}

export function signInLimits(): RequestHandler[] {
  const account = (request: Request): string => {
    const { username } = (request.body ?? {}) as { username?: unknown }
    return typeof username === 'string' ? username.toLowerCase().slice(0, 120) : ''
  }
  return [
    rateLimit({ ...common, ...FAILED_SIGN_INS, skipSuccessfulRequests: true }),
    rateLimit({
      ...common,
      ...FAILED_OF_ACCOUNT,
      skipSuccessfulRequests: true,
      keyGenerator: account,
    }),
  ]
}
