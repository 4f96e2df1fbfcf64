// A cell of a sheet of Excel. Texts are texts there, whatever they look like: nothing is a formula; but a day,
// a minute of one or a time of day is written as such, so that a sheet sorts, filters and reckons by it.
import type { SheetData } from 'write-excel-file/node'
import { linesOf, WIDEST, type Column } from './excel-column.ts'
import type { CellValue } from './sheet.ts'

/** The height of a line, and of the highest row that Excel knows, in points. */
const LINE = 16
const HIGHEST = 409
/** Of a cell with more, Excel says that the file is broken. */
const MOST_CHARACTERS = 32_767

type Cell = SheetData[number][number]

/** Beside a text of several lines the others begin where it begins. */
const TOP = { alignVertical: 'top' } as const

export function headingCells(headings: readonly string[], columns: readonly Column[]): Cell[] {
  const lines = columns.map(({ width }, index) => linesOf(headings[index] ?? '', width))
  const height = heightOf(Math.max(...lines))
  return headings.map((value, index) => ({
    ...{ value, height, fontWeight: 'bold' as const, wrap: true },
    alignVertical: 'bottom' as const,
    align: columns[index]?.isOfNumbers ? ('right' as const) : ('left' as const),
  }))
}

export function cellOf(cell: CellValue, decimals = 0): Cell {
  if (typeof cell === 'number') {
    const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
    return { value: cell, format, ...TOP }
  }
  if (cell === null || cell === '') return null
  const moment = momentOf(cell)
  // From the left, as its heading: else it touches what stands to its right.
  return moment === null ? textOf(cell) : { ...moment, align: 'left', ...TOP }
}

const MOMENT = /^(?:(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?|((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?)$/
/** The day that Excel counts from: a time of day is a part of it. */
const FIRST_DAY = '1899-12-30'
const FIRST = Date.parse(FIRST_DAY)
const DAY_MS = 86_400_000

/**
 * In days, as near as a number comes to it: of one that is a trifle less than a whole second LibreOffice shows
 * the second before, as of the library's own dates.
 */
function momentOf(text: string): { value: number; format: string } | null {
  const [found, day, minute, time, seconds] = MOMENT.exec(text) ?? []
  if (found === undefined) return null
  const at = Date.parse(`${day ?? FIRST_DAY}T${minute ?? time ?? '00:00'}${seconds ?? ''}Z`)
  if (Number.isNaN(at)) return null
  const ofDay = (minute ?? time) ? `hh:mm${seconds ? ':ss' : ''}` : null
  const format = [day && 'yyyy-mm-dd', ofDay].filter(Boolean).join(' ')
  return { value: (at - FIRST) / DAY_MS, format }
}

/** A text that is longer than its column goes over several lines. */
function textOf(whole: string): Cell {
  const isWhole = whole.length <= MOST_CHARACTERS
  const value = isWhole ? whole : `${whole.slice(0, MOST_CHARACTERS - 1)}…`
  const text = { value, type: String, ...TOP }
  const lines = linesOf(value, WIDEST)
  return lines === 1 ? text : { ...text, wrap: true, height: heightOf(lines) }
}

const heightOf = (lines: number): number => Math.min(LINE * lines, HIGHEST)
