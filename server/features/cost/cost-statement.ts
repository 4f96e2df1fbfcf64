// The statement of some offices and a period, and the lines it is the sum of: one reading makes both, so
// that each total is what its evidence adds up to.
import type { Knex } from 'knex'
import { programmeOn } from '../../domain/programme-on.ts'
import { ratesInForce, type RateOn } from '../../domain/cost/rates.ts'
import { Ledger, reconcile } from '../../domain/cost/statement.ts'
import type { Line } from '../../domain/cost/worked-time.ts'
import type { CostStatement } from '../../protocol/cost-contract.ts'
import type { OfficeSeen } from '../scope.ts'
import { workedDays } from './cost-source.ts'
import { paidByDay, rateRows, toRate } from './cost-store.ts'

export interface CostOf {
  readonly offices: readonly OfficeSeen[]
  /** Days of each office, YYYY-MM-DD; `to` is not included. */
  readonly from: string
  readonly to: string
  /** Its lines alone, and nothing apart; null: all. */
  readonly programme: string | null
  /** UTC ms. */
  readonly now: number
}

/** One line of evidence. */
export interface EvidenceLine extends Line {
  readonly office: string
  readonly timeZone: string
  readonly day: string
  readonly ticket: string
  readonly programme: string | null
  /** Hundredths of a cent; null: no rate. */
  readonly perMinute: number | null
}

/** Every line, an office after another, day by day. Each is in `ledger` once it was read. */
export async function* evidence(
  knex: Knex,
  asked: CostOf,
  ledger: Ledger,
): AsyncGenerator<EvidenceLine> {
  const { offices, from, to, now } = asked
  for (const { code, settings } of offices) {
    const services = new Map(settings.services.map((each) => [each.code, each]))
    for await (const { day, zone, lines, ticketOf } of workedDays(knex, code, { from, to, now })) {
      for (const line of lines) {
        const service = services.get(line.service ?? '')
        const programme = service ? programmeOn(service, day) : null
        const isAsked = asked.programme === null || asked.programme === programme
        if (!isAsked || (asked.programme !== null && line.step === null)) continue
        const perMinute = ledger.add(line, day, programme)
        const ticket = line.visit === null ? '' : ticketOf(line.visit)
        yield { ...line, office: code, timeZone: zone, day, ticket, programme, perMinute }
      }
    }
  }
}

export async function ratesOf(knex: Knex): Promise<RateOn> {
  return ratesInForce((await rateRows(knex)).map(toRate))
}

export async function statementOf(knex: Knex, asked: CostOf): Promise<CostStatement> {
  const ledger = new Ledger(await ratesOf(knex))
  const workDays = new Set<string>()
  for await (const { office, day } of evidence(knex, asked, ledger))
    workDays.add(`${office} ${day}`)
  const programmes = ledger.programmes()
  const apart = ledger.timeApart()
  const paid = await paidHours(knex, asked)
  const reconciled = {
    ...reconcile(programmes, apart, paid.size === 0 ? null : sumOf(paid)),
    daysWithoutPaid: [...workDays].filter((day) => !paid.has(day)).length,
  }
  return {
    ...{ from: asked.from, to: asked.to, offices: asked.offices.map(({ code }) => code) },
    programmes: programmes.map(({ lines, ...rest }) => ({ ...rest, lines: [...lines] })),
    apart: [...apart],
    reconciled: asked.programme === null ? reconciled : null,
  }
}

/** What was paid on each `office day`, ms. */
async function paidHours(knex: Knex, { offices, from, to }: CostOf): Promise<Map<string, number>> {
  const paid = new Map<string, number>()
  for (const { code } of offices) {
    for (const [day, ms] of await paidByDay(knex, code, { from, to }))
      paid.set(`${code} ${day}`, ms)
  }
  return paid
}

const sumOf = (paid: ReadonlyMap<string, number>): number =>
  [...paid.values()].reduce((sum, ms) => sum + ms, 0)
