// A table as a workbook of Excel: its headings stay in sight, its columns are as wide as what stands in them.
// The library builds a sheet in memory, so there is an end to its rows; CSV has none.
import { Readable } from 'node:stream'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { AppError } from '../../errors.ts'
import type { SentFile } from '../../http/sent-file.ts'
import { cellOf, headingCells } from './excel-cell.ts'
import { columnOf } from './excel-column.ts'
import { onPaper } from './excel-paper.ts'
import type { CellValue, Sheet } from './sheet.ts'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The most rows of a sheet. */
export const EXCEL_ROWS = 100_000

/** Named, since programs differ in what they take where it is not: LibreOffice, a serif for headings alone. */
const TYPE = { fontFamily: 'Calibri', fontSize: 11 } as const

/** The file; throws `too-many-rows`. Sheets need names that differ. */
export async function excelFile(name: string, sheets: readonly Sheet[]): Promise<SentFile> {
  const pages = []
  for (const sheet of sheets) {
    const rows = await rowsOf(sheet)
    const columns = sheet.headings.map((heading, index) => columnOf(heading, rows, index))
    const data: SheetData = [
      headingCells(sheet.headings, columns),
      ...rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]?.decimals))),
    ]
    const first = rows.length > 0 && sheet.headings.length > 4 ? { stickyColumnsCount: 1 } : {}
    pages.push({
      ...{ data, sheet: sheet.name, stickyRowsCount: 1, ...first },
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
    })
  }
  const workbook = writeWorkbook(pages, { ...TYPE, features: [onPaper] })
  return { name, type: EXCEL_TYPE, content: Readable.from([await workbook.toBuffer()]) }
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
