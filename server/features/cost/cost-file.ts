// The statement and its evidence as tables. Time is in seconds to the millisecond, so that whoever checks
// them multiplies what the system multiplied.
import { fiscalYearName, fiscalYearOf } from '../../domain/cost/fiscal-year.ts'
import { exactCost } from '../../domain/cost/money.ts'
import { wallClock } from '../../domain/office-time.ts'
import type { Language, Words } from '../../domain/settings.ts'
import type { CostOfProgramme, CostStatement } from '../../protocol/cost-contract.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import type { CellValue, Sheet } from '../files/sheet.ts'
import { groupName, nameIn, type Naming } from '../reports/file-words.ts'
import type { EvidenceLine } from './cost-statement.ts'
import { COST_WORDS as WORDS, STEP_WORDS } from './cost-words.ts'

type Said = (words: Words) => string
/** The name of an office, a programme or a service; a code that no office ever knew is shown itself. */
export type NameOf = (kind: 'offices' | 'programmes' | 'services', code: string | null) => string

export function namesSaid(naming: Naming): NameOf {
  return (kind, code) => {
    if (code === null || code === '') return WORDS.unknownProgramme[naming.language]
    return kind === 'offices' ? groupName('office', code, naming) : nameIn(kind, code, naming)
  }
}

const seconds = (ms: number): number => ms / 1000
const dollars = (cents: number | null): number | null => (cents === null ? null : cents / 100)
const rate = (perMinute: number | null): number | null =>
  perMinute === null ? null : perMinute / 10_000

export function statementSheet(statement: CostStatement, names: NameOf, language: Language): Sheet {
  const said: Said = (words) => words[language]
  const { year, programme, service, step, channel, perMinute, rateFrom, cost } = WORDS
  const headings = [year, programme, service, step, channel, WORDS.seconds, WORDS.transactions]
  return {
    name: said(WORDS.statement),
    headings: [...headings, perMinute, rateFrom, cost].map(said),
    rows: statementRows(statement, names, said),
  }
}

function* statementRows(
  { programmes, apart, reconciled }: CostStatement,
  names: NameOf,
  said: Said,
): Generator<CellValue[]> {
  const total = said(WORDS.total)
  const byYear = [...Map.groupBy(programmes, ({ year }) => year)]
  for (const [year, own] of byYear) {
    const yearName = fiscalYearName(year)
    for (const each of own) {
      const name = names('programmes', each.programme)
      for (const line of each.lines) {
        const what = [said(STEP_WORDS[line.step]), said(CHANNEL_WORDS[line.channel])]
        const priced = [rate(line.perMinute), line.rateFrom, dollars(line.cents)]
        const sums = [seconds(line.ms), line.transactions, ...priced]
        yield [yearName, name, names('services', line.service), ...what, ...sums]
      }
      yield [yearName, name, total, '', '', ...totals([each])]
    }
    if (own.length > 1) yield [yearName, total, '', '', '', ...totals(own)]
  }
  if (byYear.length > 1) yield [total, '', '', '', '', ...totals(programmes)]
  const row = (what: Words, ms: number | null): CellValue[] => [
    ...['', said(what), '', '', '', ms === null ? null : seconds(ms), null, null, null, null],
  ]
  for (const { year, kind, ms, perMinute, rateFrom, cents } of apart) {
    const sums = [seconds(ms), null, rate(perMinute), rateFrom, dollars(cents)]
    yield [fiscalYearName(year), said(WORDS.apart), '', said(STEP_WORDS[kind]), '', ...sums]
  }
  if (!reconciled) return
  yield row(WORDS.charged, reconciled.chargedMs)
  yield row(WORDS.apart, reconciled.apartMs)
  yield row(WORDS.recorded, reconciled.recordedMs)
  yield row(WORDS.paid, reconciled.paidMs)
  yield row(WORDS.unpaid, reconciled.unpaidMs)
  yield row(WORDS.difference, reconciled.differenceMs)
}

function totals(programmes: readonly CostOfProgramme[]): CellValue[] {
  const sum = (of: (each: CostOfProgramme) => number): number =>
    programmes.reduce((all, each) => all + of(each), 0)
  const [ms, cents] = [sum((each) => each.ms), sum((each) => each.cents)]
  return [seconds(ms), sum((each) => each.transactions), null, null, dollars(cents)]
}

export function evidenceSheet(
  lines: AsyncIterable<EvidenceLine>,
  names: NameOf,
  language: Language,
): Sheet {
  const { office, year, day, programme, service, step, channel, ticket, visit } = WORDS
  const what = [office, year, day, programme, service, step, channel, ticket, visit]
  const how = [WORDS.from, WORDS.to, WORDS.seconds, WORDS.transactions, WORDS.perMinute]
  return {
    name: WORDS.evidence[language],
    headings: [...what, ...how, WORDS.exactCost].map((words) => words[language]),
    rows: evidenceRows(lines, names, (words) => words[language]),
  }
}

async function* evidenceRows(
  lines: AsyncIterable<EvidenceLine>,
  names: NameOf,
  said: Said,
): AsyncGenerator<CellValue[]> {
  for await (const line of lines) {
    const { step, apart, perMinute, from, to, timeZone } = line
    const kind = step ?? apart ?? 'idle'
    const ofVisit =
      step === null
        ? [said(WORDS.apart), '', said(STEP_WORDS[kind]), '']
        : [
            names('programmes', line.programme),
            names('services', line.service),
            said(STEP_WORDS[kind]),
            said(CHANNEL_WORDS[line.channel ?? 'in-person']),
          ]
    const ms = to - from
    // Hundredths of a cent a minute, by ms: six hundred million of these are a dollar.
    const cost = perMinute === null ? null : Number(exactCost(ms, perMinute)) / 600_000_000
    yield [
      ...[
        names('offices', line.office),
        fiscalYearName(fiscalYearOf(line.day)),
        line.day,
        ...ofVisit,
        line.ticket,
        line.visit ?? '',
      ],
      ...[clockTime(from, timeZone), clockTime(to, timeZone), seconds(ms), line.transactions],
      ...[rate(perMinute), cost === null ? null : Math.round(cost * 1e8) / 1e8],
    ]
  }
}

/** 09:05:30 by the office's clock. */
function clockTime(at: number, zone: string): string {
  const { minute } = wallClock(at, zone)
  const parts = [Math.floor(minute / 60), minute % 60, Math.floor(at / 1000) % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
