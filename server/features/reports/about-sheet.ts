// What a workbook of figures is of: its period, its offices, and all that narrowed it. Taken away from its
// page, a file has to say so itself.
import { GROUPING_WORDS, KIND_WORDS, OUTCOME_WORDS } from '../../domain/figures/words.ts'
import type { FigureAnswer } from '../../protocol/figures.ts'
import { CHANNEL_WORDS } from '../files/channel-words.ts'
import { periodName, type CellValue, type Sheet } from '../files/sheet.ts'
import { FILE_WORDS as WORDS, groupName, nameIn, type Naming } from './file-words.ts'
import type { FigureQuery } from './read-model/query.ts'

/** Days YYYY-MM-DD, `to` the day after the last one. */
export type Period = Pick<FigureQuery, 'from' | 'to'>

export interface About extends Naming {
  readonly query: FigureQuery
}

export function aboutSheet(
  { asOf, total }: Pick<FigureAnswer, 'asOf' | 'total'>,
  about: About,
  other: Period | null,
): Sheet {
  const { query, offices, language } = about
  const said = (key: keyof typeof WORDS): string => WORDS[key][language]
  const grouping = (key: keyof typeof GROUPING_WORDS): string => GROUPING_WORDS[key][language]
  const listed = (list: 'services' | 'categories' | 'programmes'): string =>
    (query[list] ?? []).map((code) => nameIn(list, code, about)).join(', ')
  const [from, last] = periodName(query)
  const [beforeFrom, beforeLast] = other ? periodName(other) : [null, null]
  const { flagged, kind, channels, outcomes, agents } = query
  const rows: [string, CellValue][] = [
    [said('from'), from],
    [said('last'), last],
    [said('beforeFrom'), beforeFrom],
    [said('beforeLast'), beforeLast],
    [said('asOf'), asOf.slice(0, 16).replace('T', ' ')],
    [grouping('office'), offices.map(({ code }) => groupName('office', code, about)).join(', ')],
    [said('target'), total.targetMinutes],
    [grouping('service'), listed('services')],
    [grouping('category'), listed('categories')],
    [grouping('programme'), listed('programmes')],
    [grouping('channel'), (channels ?? []).map((each) => CHANNEL_WORDS[each][language]).join(', ')],
    [grouping('outcome'), (outcomes ?? []).map((each) => OUTCOME_WORDS[each][language]).join(', ')],
    [grouping('kind'), kind && KIND_WORDS[kind][language]],
    [said('agents'), agents && [...agents.values()].flat().length],
    [said('doubtful'), flagged === 'with' ? null : said(flagged)],
  ]
  return {
    name: said('about'),
    headings: [said('about'), ''],
    // What did not narrow it is not told.
    rows: rows.filter(([, value]) => value !== null && value !== ''),
  }
}
