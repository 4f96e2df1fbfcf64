// A statement from what is kept of days and months. A month is read whole where its rates and programmes
// hold all through it; where one changes on a day within, its days are.
import type { Knex } from 'knex'
import { readCostDays, readCostMonths } from '../../db/cost-rollups.ts'
import { CostCells } from '../../domain/cost/cells.ts'
import { fiscalYear, fiscalYearOf } from '../../domain/cost/fiscal-year.ts'
import type { Ledger } from '../../domain/cost/statement.ts'
import { programmeOn } from '../../domain/programme-on.ts'
import type { Service } from '../../domain/settings.ts'
import type { OfficeSeen } from '../scope.ts'
import type { CostOf } from './cost-statement.ts'

/** Adds all that is kept of these offices; `ratesFrom`: the days from which rates hold. */
export async function addKept(
  knex: Knex,
  asked: CostOf,
  ledger: Ledger,
  ratesFrom: readonly string[],
): Promise<void> {
  const sums = sumsOf(asked.offices, [...ratesFrom, ...yearsIn(asked)])
  const offices = asked.offices.map(({ code }) => code)
  const { from, to } = asked
  /** Offices by month whose days must be read. */
  const byDay = new Map<string, string[]>()
  for (const { office_id, month, cells } of await readCostMonths(knex, { offices, from, to })) {
    const [first, end] = [`${month}-01`, `${month}-32`]
    const isWhole = from <= first && end <= `${to.slice(0, 7)}-01`
    const sum = sums.get(office_id)
    if (isWhole && cells !== null && sum?.isAlikeIn(first, end) === true) sum.add(first, cells)
    else byDay.set(month, [...(byDay.get(month) ?? []), office_id])
  }
  for (const [month, some] of byDay) {
    const [first, end] = [`${month}-01`, `${month}-32`]
    const span = { from: from > first ? from : first, to: to < end ? to : end }
    for (const { office_id, day, cells } of await readCostDays(knex, { offices: some, ...span })) {
      sums.get(office_id)?.add(day, cells)
    }
  }
  for (const sum of new Set(sums.values())) sum.tell(ledger, asked.programme)
}

/** The days on which the fiscal years of a period begin: each is told apart. */
function yearsIn({ from, to }: CostOf): string[] {
  const first = fiscalYearOf(from)
  const years = Array.from({ length: fiscalYearOf(to) - first + 1 }, (_, index) => first + index)
  return years.map((year) => fiscalYear(year).from)
}

/** A sum for each office; the same one for offices whose services are for the same programmes. */
function sumsOf(offices: readonly OfficeSeen[], changing: readonly string[]): Map<string, KeptSum> {
  const alike = new Map<string, KeptSum>()
  const sums = new Map<string, KeptSum>()
  for (const { code, settings } of offices) {
    const dated = settings.services.map((each) => [
      ...[each.code, each.programme, each.programmesFrom ?? null],
    ])
    const key = JSON.stringify(dated)
    const sum = alike.get(key) ?? new KeptSum(settings.services, changing)
    alike.set(key, sum)
    sums.set(code, sum)
  }
  return sums
}

/** Time of any number of days, apart by the stretches that are of one year and in which each has one programme and one rate. */
class KeptSum {
  private readonly services: ReadonlyMap<string, Service>
  /** Days on which a stretch begins, in order. */
  private readonly changes: readonly string[]
  private readonly stretches = new Map<string, CostCells>()

  /** `changing`: the days from which rates hold and years begin. */
  constructor(services: readonly Service[], changing: readonly string[]) {
    this.services = new Map(services.map((each) => [each.code, each]))
    const programmes = services.flatMap(({ programmesFrom = [] }) =>
      programmesFrom.map(({ from }) => from),
    )
    this.changes = [...new Set([...changing, ...programmes])].sort()
  }

  /** Whether nothing changes after `from` and before `to`. */
  isAlikeIn(from: string, to: string): boolean {
    return !this.changes.some((day) => from < day && day < to)
  }

  add(day: string, text: string): void {
    const begun = this.changes.findLast((change) => change <= day) ?? ''
    const cells = this.stretches.get(begun) ?? new CostCells()
    this.stretches.set(begun, cells)
    cells.addText(text)
  }

  /** Adds it all to the ledger, or what is for `programme` alone. */
  tell(ledger: Ledger, programme: string | null): void {
    for (const [day, cells] of this.stretches) {
      for (const time of cells.times()) {
        const service = this.services.get(time.service ?? '')
        const its = service ? programmeOn(service, day) : null
        if (programme === null || (its === programme && time.step !== null))
          ledger.add(time, day, its)
      }
    }
  }
}
