// Who may speak to the server on the simulated people's behalf: staff sessions, renewed before they
// end, and device tokens. All through the public API.
import { createApi, type Api } from '../../protocol/api.ts'
import { HOUR } from './day.ts'
import type { Scheduler } from './scheduler.ts'

/** Sessions last a working day; a simulated day may be longer. */
const RENEW_AFTER = 9 * HOUR

export interface Account {
  username: string
  password: string
}

export interface Member {
  readonly id: string
  readonly api: Api
  token(): string
}

/** Signs a member of staff in. Their session is renewed for as long as `scheduler` runs. */
export async function signIn(url: string, account: Account, scheduler: Scheduler): Promise<Member> {
  // Many sign in at once, and a password takes its time.
  const open = createApi({ base: url, timeout: 60_000 })
  const { token, me } = await open.signIn(account)
  let current = token
  const renewLater = (): void => {
    scheduler.atWhileItLasts(scheduler.now() + RENEW_AFTER, async () => {
      current = (await open.signIn(account)).token
      renewLater()
    })
  }
  renewLater()
  return { id: me.id, api: apiWith(url, () => current), token: () => current }
}

export function apiWith(url: string, token: () => string): Api {
  return createApi({ base: url, token, timeout: 60_000 })
}
