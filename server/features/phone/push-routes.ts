// A phone asks to be told of its ticket while the page is closed, and no longer.
import { ECDH } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { isLive } from '../../domain/states.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { PHONES_MOST, forgetSubscriptions, keepSubscription } from './push-store.ts'
import { StopTelling, TellPhone, type PushSubscription } from '../../protocol/push-contract.ts'
import type { PhonePushes } from './phone-pushes.ts'
import { mayPushTo } from './push-endpoints.ts'
import { followed } from './ticket-gate.ts'
import type { TicketParts } from './ticket-routes.ts'

export interface PushRouteParts extends Pick<TicketParts, 'commands' | 'links'> {
  readonly db: Database
  readonly clock: Clock
  readonly mode: 'demo' | 'production'
  /** Null when this server sends no push. */
  readonly pushes: PhonePushes | null
}

export function pushRoutes(parts: PushRouteParts): Route[] {
  return [tellRoute(parts), stopRoute(parts)]
}

function tellRoute({ commands, links, db, clock, mode, pushes }: PushRouteParts): Route {
  return route({
    method: 'post',
    path: '/tickets/{token}/push',
    summary: 'Tell this phone when the turn is near and when it is called, until the visit ends.',
    permission: null,
    body: TellPhone,
    answers: { 204: null },
    problems: ['ticket-unknown', 'move-not-allowed', 'push-not-offered', 'push-full'],
    async handle({ params, body: { subscription } }) {
      const { visit, office } = await followed(commands, links, params.token ?? '')
      if (!pushes) throw new AppError('push-not-offered')
      const fields = faultsOf(subscription, mode)
      if (fields.length > 0) throw new AppError('invalid-input', { fields })
      const found = office.state.visits.get(visit)
      if (!found || !isLive(found.state)) throw new AppError('move-not-allowed')
      const known = { isNearTold: pushes.isNearTold(visit, office), now: clock.now() }
      if (!(await keepSubscription(db.knex, visit, subscription, known))) {
        throw new AppError('push-full', { detail: `At most ${PHONES_MOST} phones a ticket` })
      }
      // It may have ended while this was written.
      const now = await followed(commands, links, params.token ?? '')
      if (now.office.state.visits.has(visit)) pushes.follow(visit, now.office)
      else await forgetSubscriptions(db.knex, visit)
      return { status: 204 }
    },
  })
}

function stopRoute({ commands, links, db }: PushRouteParts): Route {
  return route({
    method: 'delete',
    path: '/tickets/{token}/push',
    summary: 'Tell this phone no more.',
    permission: null,
    body: StopTelling,
    answers: { 204: null },
    problems: ['ticket-unknown'],
    async handle({ params, body: { endpoint } }) {
      const { visit } = await followed(commands, links, params.token ?? '')
      await forgetSubscriptions(db.knex, visit, endpoint)
      return { status: 204 }
    },
  })
}

function faultsOf(
  { endpoint, keys }: PushSubscription,
  mode: 'demo' | 'production',
): { path: string; message: string }[] {
  const faults = []
  if (!mayPushTo(endpoint, mode)) {
    faults.push({ path: 'subscription.endpoint', message: 'not a push service of a browser' })
  }
  if (!isPoint(keys.p256dh)) {
    faults.push({ path: 'subscription.keys.p256dh', message: 'not a point of the curve P-256' })
  }
  return faults
}

function isPoint(key: string): boolean {
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url')
    return true
  } catch {
    return false
  }
}
