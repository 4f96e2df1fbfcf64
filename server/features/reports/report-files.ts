// Reports as files: the figures of each group, of one period or of two, and the visits behind a number. What
// is unknown is an empty cell, never 0.
import type { Knex } from 'knex'
import { DEFINITIONS } from '../../domain/figures/definitions.ts'
import { wallClock } from '../../domain/office-time.ts'
import {
  FLAG_WORDS,
  GROUPING_WORDS,
  KIND_WORDS,
  OUTCOME_WORDS,
} from '../../domain/figures/words.ts'
import type { Language } from '../../domain/settings.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { FigureAnswer } from '../../protocol/figures.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import { csvFile } from '../files/csv-file.ts'
import { excelFile } from '../files/excel-file.ts'
import { fileName, inLanguage, periodName, type CellValue, type Sheet } from '../files/sheet.ts'
import { PASSING } from '../pieces.ts'
import { aboutSheet, type Period } from './about-sheet.ts'
import { columnsOfOne, comparedColumns, minutes, pairsOf, type Pair } from './figure-columns.ts'
import { FILE_WORDS as WORDS, figureName, groupName, nameIn, type Naming } from './file-words.ts'
import type { FigureQuery } from './read-model/query.ts'
import { visitRow } from './visit-pages.ts'
import { visitsBehind, type Cell, type Found } from './visits-behind.ts'

export interface FileAsk extends Naming {
  readonly query: FigureQuery
  readonly format: 'csv' | 'xlsx'
}

/** The same figures of another period, to be set beside them. */
export interface Other {
  readonly period: Period
  readonly answer: FigureAnswer
}

/** A row for each group and one for the total; a workbook has what each figure means beside it. */
export async function figuresFile(
  answer: FigureAnswer,
  other: Other | null,
  ask: FileAsk,
): Promise<SentFile> {
  const { by } = answer
  const { format, language } = ask
  const shown = other ? comparedColumns(other.period, language) : columnsOfOne(language)
  const whole = [WORDS.total[language], ...by.slice(1).map(() => '')]
  const named = (keys: readonly string[]): string[] =>
    by.map((each, index) => groupName(each, keys[index] ?? '', ask))
  const cells = (pair: Pair): CellValue[] => shown.map(({ of }) => of(pair))
  const sheet: Sheet = {
    name: WORDS.figures[language],
    headings: [
      ...(by.length === 0 ? [''] : by.map((each) => GROUPING_WORDS[each][language])),
      ...shown.map(({ heading }) => heading),
    ],
    rows: [
      ...pairsOf(answer, other?.answer ?? null).map(({ keys, pair }) => [
        ...named(keys),
        ...cells(pair),
      ]),
      [...whole, ...cells({ now: answer.total, before: other?.answer.total ?? null })],
    ],
  }
  const name = nameOf(inLanguage(language, 'figures', 'chiffres'), ask, other?.period)
  if (format === 'csv') return csvFile(name, sheet, language)
  const about = aboutSheet(answer, ask, other?.period ?? null)
  return excelFile(name, [sheet, about, definitionsSheet(language)])
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
    rows: visitRows(visitsBehind(knex, query, cell, { now, atOnce: PASSING }), ask),
  }
  const name = nameOf(inLanguage(language, 'visits', 'visites'), ask)
  return format === 'csv' ? csvFile(name, sheet, language) : excelFile(name, [sheet])
}

async function* visitRows(list: AsyncIterable<Found>, naming: Naming): AsyncGenerator<CellValue[]> {
  const { offices, language } = naming
  const zones = new Map(offices.map(({ code, settings }) => [code, settings.timeZone]))
  for await (const found of list) {
    const row = visitRow(found)
    const named = (list: 'services' | 'programmes', code: string) => nameIn(list, code, naming)
    const zone = zones.get(row.office) ?? 'UTC'
    yield [
      groupName('office', row.office, naming),
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

function nameOf(title: string, { query, offices, format }: FileAsk, other?: Period): string {
  const [only] = offices.length === 1 ? offices : []
  const periods = [query, ...(other ? [other] : [])].flatMap(periodName)
  return fileName([title, ...periods, only?.code ?? ''], format)
}
