// Is the server there, and can it work?
import type { Database } from '../../db/connect.ts'
import { synchronousSetting } from '../../db/connect.ts'
import type { Clock } from '../../clock.ts'
import { route, type Route } from '../../http/route.ts'
import { CONTRACT } from '../../protocol/events.ts'
import { Health, Ready } from '../../protocol/views.ts'

export interface SystemParts {
  readonly db: Database
  readonly clock: Clock
  readonly limits: boolean
}

/** Routes below /api, outside the versions. */
export function systemRoutes({ db, clock, limits }: SystemParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/health',
      summary: 'The server is there.',
      permission: null,
      body: null,
      answers: { 200: Health },
      handle: () => Promise.resolve({ status: 200, body: { status: 'ok' } }),
    }),
    route({
      method: 'get',
      path: '/ready',
      summary: 'The server can work: the database answers.',
      permission: null,
      body: null,
      answers: { 200: Ready, 503: Ready },
      async handle() {
        const synchronous = await synchronousSetting(db).catch(() => null)
        const body: Ready = {
          status: synchronous === null ? 'not-ready' : 'ready',
          database: db.kind,
          synchronous: synchronous ?? 'unknown',
          timeZoneData: process.versions.tz ?? 'unknown',
          clock: { now: new Date(clock.now()).toISOString(), speed: clock.speed },
          contract: CONTRACT,
          limits,
        }
        return { status: synchronous === null ? 503 : 200, body }
      },
    }),
  ]
}
