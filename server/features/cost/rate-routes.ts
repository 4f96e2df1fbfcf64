// What a minute costs: the rates of the province, and another one from a day on.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { NewRate, Rate, Rates } from '../../protocol/cost-contract.ts'
import { idUnderKey } from '../key-id.ts'
import { findRate, insertRate, rateRows, type RateRow } from './cost-store.ts'

export interface RateParts {
  readonly db: Database
  readonly clock: Clock
  readonly nameOf: (staff: string) => string | null
  readonly newId: () => string
}

export function rateRoutes({ db, clock, nameOf, newId }: RateParts): Route[] {
  const shown = (row: RateRow): Rate => ({
    id: row.id,
    ...{ programme: row.programme, service: row.service, step: row.step, channel: row.channel },
    ...{ from: row.from_day, perMinute: row.per_minute, reason: row.reason },
    recordedAt: new Date(row.recorded_at).toISOString(),
    by: nameOf(row.recorded_by),
  })
  return [
    route({
      method: 'get',
      path: '/rates',
      summary: 'Every rate there was and is, the last written first.',
      permission: 'see-cost',
      body: null,
      answers: { 200: Rates },
      handle: async () => ({
        status: 200,
        body: { rates: (await rateRows(db.reader)).map(shown) },
      }),
    }),
    route({
      method: 'post',
      path: '/rates',
      summary: 'A rate from a day on. Those before stay as they were; none is ever changed.',
      permission: 'set-rates',
      body: NewRate,
      answers: { 201: Rate },
      problems: ['key-reused', 'not-your-office'],
      async handle({ body, party, key }) {
        // Rates are the whole province's: who looks after one office sets none.
        if (party.office !== null) throw new AppError('not-your-office')
        const { from, perMinute, ...rest } = body
        const asked = { ...rest, from_day: from, per_minute: perMinute }
        const id = idUnderKey(key, party.id) ?? newId()
        await insertRate(db.knex, {
          ...{ id, ...asked, recorded_at: clock.now(), recorded_by: party.id },
        })
        const row = await findRate(db.knex, id)
        if (!row || !isSame(row, asked)) throw new AppError('key-reused')
        return { status: 201, body: shown(row) }
      },
    }),
  ]
}

/** Whether the rate under this key says what was asked for. */
function isSame(row: RateRow, asked: Partial<RateRow>): boolean {
  return Object.entries(asked).every(([name, value]) => row[name as keyof RateRow] === value)
}
