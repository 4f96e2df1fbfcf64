// A table as a workbook of Excel. Texts are texts there, whatever they look like: nothing is a formula; but
// a day, or a minute of one, is written as such, so that a sheet sorts and filters by it.
// The library builds a sheet in memory, so there is an end to its rows; CSV has none.
import { Readable } from 'node:stream'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { AppError } from '../../errors.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { CellValue, Sheet } from './sheet.ts'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The most rows of a sheet. */
export const EXCEL_ROWS = 100_000

/** Widths of columns, in characters; longer headings go over several lines. */
const NARROWEST = 9
const WIDEST = 60
const HEADING = 14
/** The height of a line of a heading, in points. */
const LINE = 16

/** The file; throws `too-many-rows`. Sheets need names that differ. */
export async function excelFile(name: string, sheets: readonly Sheet[]): Promise<SentFile> {
  const pages = []
  for (const sheet of sheets) {
    const rows = await rowsOf(sheet)
    const columns = sheet.headings.map((heading, index) => columnOf(heading, rows, index))
    const lines = columns.map(({ width }, index) => linesOf(sheet.headings[index] ?? '', width))
    const height = LINE * Math.max(...lines)
    const data: SheetData = [
      sheet.headings.map((value, index) => ({
        ...{ value, height, fontWeight: 'bold' as const, wrap: true },
        alignVertical: 'bottom' as const,
        align: columns[index]?.isOfNumbers ? ('right' as const) : ('left' as const),
      })),
      ...rows.map((row) => row.map((cell, index) => shown(cell, columns[index]?.isOfParts))),
    ]
    const first = rows.length > 0 && sheet.headings.length > 4 ? { stickyColumnsCount: 1 } : {}
    pages.push({
      ...{ data, sheet: sheet.name, stickyRowsCount: 1, ...first },
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
    })
  }
  return { name, type: EXCEL_TYPE, content: Readable.from([await writeWorkbook(pages).toBuffer()]) }
}

async function rowsOf(sheet: Sheet): Promise<CellValue[][]> {
  const rows: CellValue[][] = []
  for await (const row of sheet.rows) {
    if (rows.length >= EXCEL_ROWS) {
      throw new AppError('too-many-rows', { details: { rows: EXCEL_ROWS } })
    }
    rows.push([...row])
  }
  return rows
}

interface Column {
  readonly width: number
  readonly isOfNumbers: boolean
  /** Any of its numbers has decimals: then all are written with two. */
  readonly isOfParts: boolean
}

function columnOf(heading: string, rows: readonly CellValue[][], index: number): Column {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index])), 0)
  const words = Math.max(...heading.split(/[ \u00a0]/).map((word) => word.length))
  const least = Math.max(NARROWEST, words, Math.min(heading.length, HEADING))
  return {
    width: Math.min(Math.max(longest, least) + 2, WIDEST),
    isOfNumbers: rows.some((row) => typeof row[index] === 'number'),
    isOfParts: rows.some((row) => isPart(row[index])),
  }
}

/** How many lines a heading takes, word by word. */
function linesOf(heading: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const { length } of heading.split(' ')) {
    if (used > 0 && used + 1 + length > width - 2) [lines, used] = [lines + 1, length]
    else used += (used > 0 ? 1 : 0) + length
  }
  return lines
}

/** Beside a text of several lines the others begin where it begins. */
const TOP = { alignVertical: 'top' } as const

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MINUTE_OF_DAY = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/

function shown(cell: CellValue, isOfParts = false): SheetData[number][number] {
  if (typeof cell === 'number') {
    return { value: cell, format: isOfParts ? '#,##0.00' : '#,##0', ...TOP }
  }
  if (cell === null || cell === '') return null
  const [, day, minute] = MINUTE_OF_DAY.exec(cell) ?? []
  const at = DAY.test(cell) ? `${cell}T00:00Z` : day === undefined ? null : `${day}T${minute}Z`
  if (at === null || Number.isNaN(Date.parse(at))) return textOf(cell)
  const format = day === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm'
  return { value: new Date(at), type: Date, format, ...TOP }
}

/** A text that is longer than its column goes over several lines. */
function textOf(value: string): SheetData[number][number] {
  const text = { value, type: String, ...TOP }
  const lines = linesOf(value, WIDEST)
  return lines === 1 ? text : { ...text, wrap: true, height: LINE * lines }
}

const isPart = (cell: CellValue | undefined): boolean =>
  typeof cell === 'number' && !Number.isInteger(cell)
const lengthOf = (cell: CellValue | undefined): number =>
  cell === null || cell === undefined ? 0 : String(cell).length
