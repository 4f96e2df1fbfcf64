// Who is asking: staff by session, devices by their token, over HTTP and over the live connection.
import { parseCookie } from 'cookie'
import type { Request } from 'express'
import { may, type Party } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { isOwnOrigin } from '../live/own-origin.ts'
import type { Authenticate } from '../http/route.ts'
import type { Devices } from './devices/devices.ts'
import type { Sessions } from './staff/sessions.ts'

export const SESSION_COOKIE = 'guichet_session'

export interface Credentials {
  readonly token: string | null
  readonly cookie: string | undefined
}

export class Identity {
  private readonly sessions: Sessions
  private readonly devices: Devices

  constructor(sessions: Sessions, devices: Devices) {
    this.sessions = sessions
    this.devices = devices
  }

  /** Whose credentials these are. Throws `sign-in-needed`. */
  async of(credentials: Credentials): Promise<Party> {
    const { token, cookie } = credentials
    const given = token ?? sessionToken(cookie)
    if (!given) throw new AppError('sign-in-needed')
    const party = given.startsWith('device.')
      ? await this.devices.find(given)
      : await this.sessions.find(given)
    if (!party) throw new AppError('sign-in-needed')
    return party
  }

  readonly authenticate: Authenticate = async (request, permission) => {
    const credentials = credentialsOf(request)
    if (credentials.token === null && request.method !== 'GET') refuseOtherSites(request)
    const party = await this.of(credentials)
    if (permission !== null && permission !== 'signed-in' && !may(party, permission)) {
      throw new AppError('not-allowed')
    }
    return party
  }
}

export function credentialsOf(request: Request): Credentials {
  const bearer = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')
  return { token: bearer?.[1] ?? null, cookie: request.get('cookie') }
}

export function sessionToken(cookie: string | undefined): string | null {
  return cookie ? (parseCookie(cookie)[SESSION_COOKIE] ?? null) : null
}

/** A browser sends our cookie along with requests that other sites make: those are refused. */
function refuseOtherSites(request: Request): void {
  const origin = request.get('origin')
  if (origin !== undefined && !isOwnOrigin(origin, request.get('host'))) {
    throw new AppError('origin-refused')
  }
}
