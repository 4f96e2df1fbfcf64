// The statement of some offices and a period, and the lines it is the sum of. What is kept of a day is made
// of the same lines, so that each total is what its evidence adds up to.
import type { Knex } from 'knex'
import {
  daysGoingOn,
  daysWithoutPaid,
  officesWithCost,
  type CostSpan,
} from '../../db/cost-rollups.ts'
import { programmeOn } from '../../domain/programme-on.ts'
import { ratesInForce, type RateOn } from '../../domain/cost/rates.ts'
import { Ledger, reconcile } from '../../domain/cost/statement.ts'
import { timeOf, type Line } from '../../domain/cost/worked-time.ts'
import type { CostStatement } from '../../protocol/cost-contract.ts'
import type { OfficeSeen } from '../scope.ts'
import { workedDays } from './cost-source.ts'
import { addKept } from './cost-kept.ts'
import { paidByDay, paidIn, rateRows, toRate } from './cost-store.ts'

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
        const perMinute = ledger.add(timeOf(line), day, programme)
        const ticket = line.visit === null ? '' : ticketOf(line.visit)
        yield { ...line, office: code, timeZone: zone, day, ticket, programme, perMinute }
      }
    }
  }
}

export async function ratesOf(knex: Knex): Promise<RateOn> {
  return ratesInForce((await rateRows(knex)).map(toRate))
}

/** From what is kept of each day; visit by visit for offices of which that is not all there yet. */
export async function statementOf(knex: Knex, asked: CostOf): Promise<CostStatement> {
  const rates = (await rateRows(knex)).map(toRate)
  const ledger = new Ledger(ratesInForce(rates))
  const kept = await officesWithCost(knex)
  const those = (isKept: boolean): CostOf => ({
    ...asked,
    offices: asked.offices.filter(({ code }) => kept.has(code) === isKept),
  })
  const [quick, slow] = [those(true), those(false)]
  const ratesFrom = rates.map(({ from }) => from)
  await addKept(knex, quick, ledger, ratesFrom)
  const unpaid =
    (await daysWithoutPaid(knex, spanOf(quick))) + (await addVisits(knex, slow, ledger))
  const goingOn = await daysGoingOn(knex, spanOf(quick))
  return statementFrom(knex, asked, { ledger, unpaid, goingOn })
}

/** The same, from every visit: slow, and what the other way must come out as. */
export async function statementByVisits(knex: Knex, asked: CostOf): Promise<CostStatement> {
  const ledger = new Ledger(await ratesOf(knex))
  const unpaid = await addVisits(knex, asked, ledger)
  return statementFrom(knex, asked, {
    ...{ ledger, unpaid, goingOn: await daysGoingOn(knex, spanOf(asked)) },
  })
}

/** Adds every line. Returns on how many days of an office there was work and nothing is known to be paid. */
async function addVisits(knex: Knex, asked: CostOf, ledger: Ledger): Promise<number> {
  let unpaid = 0
  for (const office of asked.offices) {
    const worked = new Set<string>()
    for await (const { day, from, to } of evidence(knex, { ...asked, offices: [office] }, ledger)) {
      if (to > from) worked.add(day)
    }
    const paid = await paidByDay(knex, office.code, asked)
    unpaid += [...worked].filter((day) => !paid.has(day)).length
  }
  return unpaid
}

interface Summed {
  readonly ledger: Ledger
  readonly unpaid: number
  readonly goingOn: readonly { readonly until: number }[]
}

async function statementFrom(
  knex: Knex,
  asked: CostOf,
  { ledger, unpaid, goingOn }: Summed,
): Promise<CostStatement> {
  const programmes = ledger.programmes()
  const apart = ledger.timeApart()
  const paid = await paidIn(knex, spanOf(asked))
  const reconciled = { ...reconcile(programmes, apart, paid), daysWithoutPaid: unpaid }
  const first = goingOn.map(({ until }) => until).sort((a, b) => a - b)[0]
  return {
    ...{ from: asked.from, to: asked.to, offices: asked.offices.map(({ code }) => code) },
    upTo: first === undefined ? null : new Date(first).toISOString(),
    programmes: programmes.map(({ lines, ...rest }) => ({ ...rest, lines: [...lines] })),
    apart: [...apart],
    reconciled: asked.programme === null ? reconciled : null,
  }
}

const spanOf = ({ offices, from, to }: CostOf): CostSpan => ({
  ...{ offices: offices.map(({ code }) => code), from, to },
})
