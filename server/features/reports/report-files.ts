// Reports as files: the figures of each group, and the visits behind a number. A length is in minutes, to
// the hundredth; what is unknown is an empty cell, never 0.
import type { Knex } from 'knex'
import { DEFINITIONS } from '../../domain/figures/definitions.ts'
import type { CountKey, ShareKey, SpreadKey } from '../../domain/figures/keys.ts'
import { wallClock } from '../../domain/office-time.ts'
import {
  FLAG_WORDS,
  GROUPING_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
} from '../../domain/figures/words.ts'
import type { Language } from '../../domain/settings.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { FigureAnswer, FigureSet } from '../../protocol/figures.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import { csvFile } from '../files/csv-file.ts'
import { excelFile } from '../files/excel-file.ts'
import { fileName, inLanguage, periodName, type CellValue, type Sheet } from '../files/sheet.ts'
import type { OfficeSeen } from '../scope.ts'
import { aboutSheet } from './about-sheet.ts'
import { FILE_WORDS as WORDS, figureName, groupName, nameIn } from './file-words.ts'
import type { FigureQuery } from './read-model/query.ts'
import { visitRow } from './visit-pages.ts'
import { visitsBehind, type Cell, type Found } from './visits-behind.ts'

export interface FileAsk {
  readonly query: FigureQuery
  readonly offices: readonly OfficeSeen[]
  readonly format: 'csv' | 'xlsx'
  readonly language: Language
}

interface Column {
  readonly heading: string
  of(figures: FigureSet): CellValue
}

const minutes = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms / 600) / 100

const COUNTED: readonly CountKey[] = [
  ...(['visits', 'served', 'left', 'noShow', 'closed', 'notCome', 'stillHere'] as const),
  ...(['people', 'transactions', 'flagged'] as const),
]
const SPREAD: readonly SpreadKey[] = [
  ...(['wait', 'timeToLeave', 'preTicket', 'callToDesk', 'serviceTime'] as const),
  ...(['handleTime', 'holdTime', 'timeInOffice'] as const),
]
const SHARED: readonly ShareKey[] = [
  ...(['withinTarget', 'withinTargetServed', 'noShow', 'left', 'firstVisit', 'clean'] as const),
]

function columns(language: Language): Column[] {
  const said = (key: keyof typeof WORDS) => WORDS[key][language]
  const colon = inLanguage(language, ': ', '\u00a0: ')
  const counts = COUNTED.map((key) => ({
    heading: figureName(key, 'count', language),
    of: (figures: FigureSet) => figures.counts[key],
  }))
  const spreads = SPREAD.flatMap((key): Column[] => {
    const name = figureName(key, 'spread', language)
    const length = (what: string, part: 'mean' | 'p50' | 'p80' | 'p90' | 'max'): Column => ({
      heading: `${name}${colon}${what} (${said('minutes')})`,
      of: ({ spreads: all }) => minutes(all[key][part]),
    })
    return [
      { heading: `${name}${colon}${said('known')}`, of: (figures) => figures.spreads[key].n },
      length(said('mean'), 'mean'),
      ...(['p50', 'p80', 'p90'] as const).map((part) => length(part.toUpperCase(), part)),
      length(said('max'), 'max'),
    ]
  })
  const shares = SHARED.flatMap((key): Column[] => {
    const name = figureName(key, 'share', language)
    const percent = (share: number | null | undefined): number | null =>
      share === null || share === undefined ? null : Math.round(share * 10_000) / 100
    return [
      { heading: `${name} (%)`, of: (figures) => percent(figures.shares[key]?.share) },
      {
        heading: `${name}${colon}${said('of')}`,
        of: (figures) => figures.shares[key]?.denominator ?? null,
      },
    ]
  })
  return [...counts, ...spreads, ...shares]
}

/** A row for each group and one for the total; a workbook has what each figure means beside it. */
export async function figuresFile(answer: FigureAnswer, ask: FileAsk): Promise<SentFile> {
  const { by, total, groups } = answer
  const { offices, format, language } = ask
  const shown = columns(language)
  const cells = (figures: FigureSet): CellValue[] => shown.map(({ of }) => of(figures))
  const whole = [WORDS.total[language], ...by.slice(1).map(() => '')]
  const named = (keys: readonly string[]): string[] =>
    by.map((each, index) => groupName(each, keys[index] ?? '', offices, language))
  const sheet: Sheet = {
    name: WORDS.figures[language],
    headings: [
      ...(by.length === 0 ? [''] : by.map((each) => GROUPING_WORDS[each][language])),
      ...shown.map(({ heading }) => heading),
    ],
    rows: [
      ...groups.map(({ keys, figures }) => [...named(keys), ...cells(figures)]),
      [...whole, ...cells(total)],
    ],
  }
  const name = nameOf(inLanguage(language, 'figures', 'chiffres'), ask)
  return format === 'csv'
    ? csvFile(name, sheet, language)
    : excelFile(name, [sheet, aboutSheet(answer, ask), definitionsSheet(language)])
}

function definitionsSheet(language: Language): Sheet {
  return {
    name: WORDS.definitions[language],
    headings: [WORDS.figure, WORDS.meaning, WORDS.version].map((words) => words[language]),
    rows: DEFINITIONS.map((each) => [each.name[language], each.means[language], each.version]),
  }
}

/** A row for each visit, as many as there are. */
export async function visitsFile(
  knex: Knex,
  cell: Cell,
  now: number,
  ask: FileAsk,
): Promise<SentFile> {
  const { language, format, query } = ask
  const { office, day, programme, channel, kind, outcome } = GROUPING_WORDS
  const { ticket, visit, services } = WORDS
  const what = [office, day, ticket, visit, services, programme, channel, kind, outcome]
  const lengths = ['wait', 'callToDesk', 'serviceTime', 'holdTime', 'timeInOffice'] as const
  const sheet: Sheet = {
    name: WORDS.visits[language],
    headings: [
      ...[...what, WORDS.arrived, WORDS.ended].map((words) => words[language]),
      ...lengths.map((key) => {
        return `${figureName(key, 'spread', language)} (${WORDS.minutes[language]})`
      }),
      ...[WORDS.transactions, WORDS.flags].map((words) => words[language]),
    ],
    rows: visitRows(visitsBehind(knex, query, cell, { now }), ask.offices, language),
  }
  const name = nameOf(inLanguage(language, 'visits', 'visites'), ask)
  return format === 'csv' ? csvFile(name, sheet, language) : excelFile(name, [sheet])
}

async function* visitRows(
  list: AsyncIterable<Found>,
  offices: readonly OfficeSeen[],
  language: Language,
): AsyncGenerator<CellValue[]> {
  const zones = new Map(offices.map(({ code, settings }) => [code, settings.timeZone]))
  for await (const found of list) {
    const row = visitRow(found)
    const named = (list: 'services' | 'programmes', code: string) =>
      nameIn(list, code, offices, language)
    const zone = zones.get(row.office) ?? 'UTC'
    yield [
      groupName('office', row.office, offices, language),
      ...[row.day, row.ticket, row.visit],
      row.services.map((code) => named('services', code)).join(' + '),
      row.programme === null ? '' : named('programmes', row.programme),
      CHANNEL_WORDS[row.channel][language],
      KIND_WORDS[row.kind][language],
      OUTCOME_WORDS[row.outcome][language],
      clockTime(row.arrivedAt, zone),
      row.endedAt === null ? null : clockTime(row.endedAt, zone),
      ...[row.wait, row.callToDesk, row.serviceTime, row.holdTime, row.timeInOffice].map(minutes),
      row.transactions,
      row.flags.map((flag) => FLAG_WORDS[flag][language]).join(' + '),
    ]
  }
}

/** 2026-06-02 09:05, by the office's clock. */
function clockTime(instant: string, zone: string): string {
  const { day, minute } = wallClock(Date.parse(instant), zone)
  const parts = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${day} ${parts.join(':')}`
}

function nameOf(title: string, { query, offices, format }: FileAsk): string {
  const [only] = offices.length === 1 ? offices : []
  return fileName([title, ...periodName(query), only?.code ?? ''], format)
}
