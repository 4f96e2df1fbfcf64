// Signing in and out, and who one is.
import type { Response } from 'express'
import type { Database } from '../../db/connect.ts'
import { mayEnter, type Party } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { Nothing, SignIn } from '../../protocol/requests.ts'
import { Me, OfficeNames, SignedIn } from '../../protocol/views.ts'
import { credentialsOf, SESSION_COOKIE, sessionToken } from '../identity.ts'
import { officeNames } from '../offices/office-store.ts'
import { checkPassword } from './passwords.ts'
import { SESSION_LASTS, type Sessions } from './sessions.ts'
import { findByUsername, toParty, type StaffNames } from './staff-store.ts'

export interface StaffParts {
  readonly db: Database
  readonly sessions: Sessions
  readonly names: StaffNames
  /** Production: seeded passwords are refused, and cookies travel over TLS only. */
  readonly isProduction: boolean
  /** Ends the live connections of whoever has signed out; other sessions of theirs come back. */
  readonly onSignedOut: (staff: string) => void
}

export function staffRoutes({
  db,
  sessions,
  names,
  isProduction,
  onSignedOut,
}: StaffParts): Route[] {
  async function signIn({ username, password }: SignIn): Promise<Party> {
    const row = await findByUsername(db.reader, username)
    const isRight = await checkPassword(password, row?.password_hash ?? null)
    if (!row || !isRight) throw new AppError('sign-in-failed')
    if (isProduction && row.has_seed_password) {
      throw new AppError('sign-in-failed', { detail: 'This account still has a seeded password' })
    }
    const party = toParty(row)
    names.add(party)
    return party
  }

  async function me(party: Party): Promise<Me> {
    const all = await officeNames(db.reader)
    const offices = all.filter(({ code, region }) =>
      mayEnter(party, { code, region: region?.code ?? null }),
    )
    const role = party.kind === 'staff' ? party.role : party.device
    return { id: party.id, kind: party.kind, name: party.name, role, office: party.office, offices }
  }

  function setCookie(response: Response, token: string, maxAge: number): void {
    const options = { httpOnly: true, sameSite: 'strict', secure: isProduction, path: '/' } as const
    response.cookie(SESSION_COOKIE, token, { ...options, maxAge })
  }

  return [
    route({
      method: 'post',
      path: '/sign-in',
      summary: 'Sign in: a session cookie for screens, and a token for programs.',
      permission: null,
      body: SignIn,
      answers: { 200: SignedIn },
      problems: ['sign-in-failed'],
      async handle({ body, response }) {
        const party = await signIn(body)
        const token = await sessions.open(party)
        setCookie(response, token, SESSION_LASTS)
        return { status: 200, body: { token, me: await me(party) } }
      },
    }),
    route({
      method: 'post',
      path: '/sign-out',
      summary: 'End this session.',
      permission: 'signed-in',
      body: Nothing,
      answers: { 204: null },
      async handle({ request, response, party }) {
        const { token, cookie } = credentialsOf(request)
        const given = token ?? sessionToken(cookie)
        if (given !== null) await sessions.end(given)
        setCookie(response, '', 0)
        onSignedOut(party.id)
        return { status: 204 }
      },
    }),
    route({
      method: 'get',
      path: '/me',
      summary: 'Who you are, and the offices you may enter.',
      permission: 'signed-in',
      body: null,
      answers: { 200: Me },
      handle: async ({ party }) => ({ status: 200, body: await me(party) }),
    }),
    route({
      method: 'get',
      path: '/offices',
      summary: 'Every office that is configured: a visit may be transferred to any of them.',
      permission: 'see-desk',
      body: null,
      answers: { 200: OfficeNames },
      handle: async () => ({ status: 200, body: { offices: await officeNames(db.reader) } }),
    }),
  ]
}
